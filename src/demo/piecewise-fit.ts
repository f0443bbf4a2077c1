import type { Moments } from "../regression/least-squares";
import { engineScale } from "../regression/note-objective";
import type { PenaltyFit } from "./model";

/** A stretch of λ on which the same weights are not zero. */
interface Piece {
  readonly active: Int32Array;
  readonly signs: Float64Array;
}

/** Pivots below this share of the diagonal are lost in rounding: there the engine's own, more careful solution is taken. */
const smallestPivot = 1e-9;

/**
 * The same elastic-net solutions, faster for many λ: which weights are zero and the signs of the others are looked up once for
 * each stretch between two knots; a λ is then one Cholesky solve of (G_AA + λ₂I)·w = c_A − λ₁s. Asks `fit` for each stretch now.
 */
export function piecewiseFit(fit: PenaltyFit, { gram, correlations }: Moments, mix: number): PenaltyFit {
  const { knots } = fit;
  const pieces = Array.from(knots, (upper, i): Piece => {
    const weights = fit.weightsAt((upper + (knots[i + 1] ?? 0)) / 2);
    const active = Int32Array.from(weights.keys()).filter((j) => weights[j] !== 0);
    return { active, signs: Float64Array.from(active, (j) => Math.sign(weights[j] ?? 0)) };
  });
  const p = gram.columns;
  const factor = new Float64Array(p * p);
  const solution = new Float64Array(p);
  return {
    ...fit,
    weightsAt(lambda, out = new Float64Array(p)) {
      const piece = pieces[pieceOf(knots, lambda)];
      if (lambda >= fit.lambdaMax || lambda === 0 || piece === undefined) return fit.weightsAt(lambda, out);
      const { active, signs } = piece;
      const k = active.length;
      const { lambda: strength, l1Ratio } = engineScale({ loss: "squared", penalty: fit.penalty, lambda, mix });
      const [l1, l2] = [strength * l1Ratio, strength * (1 - l1Ratio)];
      for (let row = 0; row < k; row += 1) {
        const from = active[row]! * p;
        for (let column = 0; column <= row; column += 1) {
          let sum = gram.values[from + active[column]!]! + (row === column ? l2 : 0);
          const diagonal = sum;
          for (let i = 0; i < column; i += 1) sum -= factor[row * p + i]! * factor[column * p + i]!;
          if (row !== column) factor[row * p + column] = sum / factor[column * p + column]!;
          else if (sum > smallestPivot * diagonal) factor[row * p + row] = Math.sqrt(sum);
          else return fit.weightsAt(lambda, out);
        }
        let rest = correlations[active[row]!]! - l1 * signs[row]!;
        for (let i = 0; i < row; i += 1) rest -= factor[row * p + i]! * solution[i]!;
        solution[row] = rest / factor[row * p + row]!;
      }
      out.fill(0);
      for (let row = k - 1; row >= 0; row -= 1) {
        let rest = solution[row]!;
        for (let i = row + 1; i < k; i += 1) rest -= factor[i * p + row]! * out[active[i]!]!;
        out[active[row]!] = rest / factor[row * p + row]!;
      }
      return out;
    },
  };
}

/** The last knot that is larger than λ; −1 where there is none. */
function pieceOf(knots: Float64Array, lambda: number): number {
  let [low, high] = [-1, knots.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (knots[middle]! > lambda) low = middle;
    else high = middle - 1;
  }
  return low;
}
