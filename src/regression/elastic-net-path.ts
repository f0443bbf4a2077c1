import { weightsAtBound, withRidge } from "./active-set";
import { curvedStretch } from "./curved-stretch";
import { follow, type Piece } from "./homotopy";
import { checkLambda } from "./lambda";
import { lassoPath } from "./lasso-path";
import type { Moments } from "./least-squares";
import { smallestLambda } from "./natural-size";
import type { Path } from "./path";
import { pieceAt } from "./piece-at";
import { ridgePath } from "./ridge-path";

/**
 * All elastic-net solutions for one ρ = `l1Ratio`; ρ = 1 is the lasso, ρ = 0 ridge. Both penalties move with λ, so the path is
 * curved between its knots: w_A(λ) = (G_AA + λ(1−ρ)I)⁻¹(c_A − λρs). What is kept for each piece is the active set A and the
 * signs s; any λ then is one triangular solve, O(k³) for k active features. λ = 0 gives the limit of the path: of all
 * least-squares solutions the one that minimises ρ‖w‖₁ + (1−ρ)/2·‖w‖².
 * @throws RangeError where `l1Ratio` is not from 0 to 1.
 */
export function elasticNetPath(moments: Moments, l1Ratio: number): Path {
  if (!(l1Ratio >= 0 && l1Ratio <= 1)) throw new RangeError(`l1Ratio: ${l1Ratio} is not a number from 0 to 1`);
  if (l1Ratio === 1) return lassoPath(moments);
  if (l1Ratio === 0) return ridgePath(moments);
  const p = moments.gram.columns;
  const { pieces, lambdaMax } = follow(moments, l1Ratio, curvedStretch);
  const knots = Float64Array.from(pieces, (piece) => piece.upper);
  const solve = pieceSolver(moments, l1Ratio);
  /** Below it the ridge part is lost in the rounding of G; the last piece is straight there to far less than that. */
  const straight = smallestLambda(moments);
  return {
    l1Ratio,
    lambdaMax,
    knots,
    coefficientsAt(lambda, out = new Float64Array(p)) {
      checkLambda(lambda);
      out.fill(0);
      if (lambda >= lambdaMax) return out;
      const piece = pieces[pieceAt(knots, lambda)]!;
      if (lambda === piece.upper || lambda <= straight) write(piece, lambda === piece.upper ? piece.start : piece.end, out);
      else if (!solve(piece, lambda, out)) solvePiece(moments, { piece, lambda, l1Ratio, out });
      return out;
    },
  };
}

function write({ active }: Piece, weights: Float64Array, out: Float64Array): void {
  active.forEach((index, i) => (out[index] = weights[i]!));
}

interface PiecePoint {
  piece: Piece;
  lambda: number;
  l1Ratio: number;
  out: Float64Array;
}

/** Pivots below this share of the diagonal are lost in rounding. */
const smallestPivot = 1e-9;

/**
 * (G_AA + λ(1−ρ)I)·w = c_A − λρs by one Cholesky factor, in memory that is kept: gives functions that write w into `out`, and return
 * false where features are nearly dependent and it has to be done with more care. Active weights of `out` are written, no others.
 */
function pieceSolver({ gram: { values, columns: p }, correlations }: Moments, l1Ratio: number): (piece: Piece, lambda: number, out: Float64Array) => boolean {
  const factor = new Float64Array(p * p);
  const solution = new Float64Array(p);
  return ({ active, signs }, lambda, out) => {
    const [l1, l2] = [lambda * l1Ratio, lambda * (1 - l1Ratio)];
    const k = active.length;
    for (let row = 0; row < k; row++) {
      const from = active[row]! * p;
      for (let column = 0; column <= row; column++) {
        const whole = values[from + active[column]!]! + (row === column ? l2 : 0);
        let pivot = whole;
        for (let i = 0; i < column; i++) pivot -= factor[row * p + i]! * factor[column * p + i]!;
        if (row !== column) factor[row * p + column] = pivot / factor[column * p + column]!;
        else if (pivot > smallestPivot * whole) factor[row * p + row] = Math.sqrt(pivot);
        else return false;
      }
      let rest = correlations[active[row]!]! - l1 * signs[row]!;
      for (let i = 0; i < row; i++) rest -= factor[row * p + i]! * solution[i]!;
      solution[row] = rest / factor[row * p + row]!;
    }
    for (let row = k - 1; row >= 0; row--) {
      let rest = solution[row]!;
      for (let i = row + 1; i < k; i++) rest -= factor[i * p + row]! * out[active[i]!]!;
      out[active[row]!] = rest / factor[row * p + row]!;
    }
    return true;
  };
}

/** The same with care. A feature that the others already span (two equal columns at a vanishing ridge) stays at 0. */
function solvePiece(moments: Moments, { piece, lambda, l1Ratio, out }: PiecePoint): void {
  const set = withRidge({ moments, indices: [...piece.active], signs: [...piece.signs] }, lambda * (1 - l1Ratio));
  weightsAtBound(set, lambda * l1Ratio).forEach((weight, i) => (out[set.indices[i]!] = weight));
}
