import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { curvedStretch } from "../../src/regression/curved-stretch";
import { elasticNetPath } from "../../src/regression/elastic-net-path";
import { follow, type Followed, type Piece } from "../../src/regression/homotopy";
import type { Moments } from "../../src/regression/least-squares";
import { leastSquares } from "../../src/regression/standardize";
import { autoregressive, gaussian, matrix, at, targetOf } from "./support/designs";

/** The active set, its signs and ridge as they were when a stretch began, and where it said that it ends. */
interface Seen {
  readonly indices: readonly number[];
  readonly signs: readonly number[];
  readonly from: number;
  readonly event: number;
}

function followed(moments: Moments, l1Ratio: number): Followed & { seen: readonly Seen[] } {
  const seen: Seen[] = [];
  const { pieces, lambdaMax } = follow(moments, l1Ratio, (problem) => {
    const stretch = curvedStretch(problem);
    return {
      at: (lambda) => stretch.at(lambda),
      nextEvent(from) {
        const event = stretch.nextEvent(from);
        seen.push({ indices: [...problem.set.indices], signs: [...problem.set.signs], from, event });
        return event;
      },
    };
  });
  return { pieces, lambdaMax, seen };
}

/** (G_AA + λ(1−ρ)I)⁻¹(c_A − λρs) by elimination with pivots: nothing of the solver's. */
function weightsOf({ gram, correlations }: Moments, { indices, signs }: { indices: ArrayLike<number>; signs: ArrayLike<number> }, { lambda, l1Ratio }: { lambda: number; l1Ratio: number }): number[] {
  const k = indices.length;
  const rows = Array.from({ length: k }, (_, i) => [
    ...Array.from({ length: k }, (_, j) => gram.values[indices[i]! * gram.rows + indices[j]!]! + (i === j ? lambda * (1 - l1Ratio) : 0)),
    correlations[indices[i]!]! - lambda * l1Ratio * signs[i]!,
  ]);
  for (let c = 0; c < k; c++) {
    const pivot = rows.reduce((best, row, r) => (r >= c && Math.abs(row[c]!) > Math.abs(rows[best]![c]!) ? r : best), c);
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    for (let r = 0; r < k; r++) {
      if (r === c) continue;
      const share = rows[r]![c]! / rows[c]![c]!;
      rows[r] = rows[r]!.map((value, j) => value - share * rows[c]![j]!);
    }
  }
  return rows.map((row, i) => row[k]! / row[i]!);
}

/** The smallest of what must not fall below 0: weights times their signs, and the bound less the gradients of idle features. */
function slack(moments: Moments, set: { indices: ArrayLike<number>; signs: ArrayLike<number> }, at: { lambda: number; l1Ratio: number }): number {
  const { gram, correlations } = moments;
  const weights = weightsOf(moments, set, at);
  const active = Array.from(set.indices);
  const own = weights.map((weight, i) => weight * set.signs[i]!);
  const idle = Array.from(correlations.keys()).filter((j) => !active.includes(j));
  const gradients = idle.map((j) => correlations[j]! - active.reduce((sum, index, i) => sum + gram.values[j * gram.rows + index]! * weights[i]!, 0));
  return Math.min(...own, ...gradients.map((gradient) => at.lambda * at.l1Ratio - Math.abs(gradient)));
}

const random = createRandom(91);
const drawn = Array.from({ length: 6 }, (_, draw) => {
  const x = draw % 2 === 0 ? gaussian(random, 40, 5 + draw) : autoregressive(random, 25, 5 + draw, 0.8);
  return leastSquares(x, targetOf(random, x), { standardize: draw !== 2 });
});

describe.each([0.9, 0.5, 0.1])("an elastic-net path as it is followed (ρ = %d)", (l1Ratio) => {
  it("has stretches that end where something reaches zero, and not before", () => {
    for (const moments of drawn) {
      const { seen } = followed(moments, l1Ratio);
      expect(seen.length).toBeGreaterThan(moments.gram.rows / 2);
      for (const { indices, signs, from, event } of seen) {
        expect(event).toBeLessThan(from);
        const between = Array.from({ length: 60 }, (_, i) => event + ((i + 0.5) / 60) * (from - event));
        const least = between.map((lambda) => slack(moments, { indices, signs }, { lambda, l1Ratio }));
        expect(Math.min(...least)).toBeGreaterThan(0);
        if (event > 0) expect(Math.abs(slack(moments, { indices, signs }, { lambda: event, l1Ratio }))).toBeLessThanOrEqual(1e-11);
      }
      expect(seen.at(-1)!.event).toBe(0);
    }
  });

  it("has pieces without gaps from λmax to 0, each with the weights of its ends", () => {
    for (const moments of drawn) {
      const { pieces, lambdaMax } = followed(moments, l1Ratio);
      expect(lambdaMax).toBeCloseTo(Math.max(...moments.correlations.map(Math.abs)) / l1Ratio, 12);
      expect([pieces[0]!.upper, pieces.at(-1)!.lower]).toEqual([lambdaMax, 0]);
      pieces.forEach((piece, i) => {
        if (i > 0) expect(piece.upper).toBe(pieces[i - 1]!.lower);
        expect(piece.upper).toBeGreaterThan(piece.lower);
        for (const [lambda, held] of [[piece.upper, piece.start], [piece.lower, piece.end]] as const) {
          weightsOf(moments, { indices: piece.active, signs: piece.signs }, { lambda, l1Ratio }).forEach((weight, t) => expect(Math.abs(weight - held[t]!)).toBeLessThanOrEqual(1e-9));
        }
      });
    }
  });

  it("has a knot wherever a feature comes or goes, whose weight is exactly 0 there, and nowhere else", () => {
    for (const moments of drawn) {
      const { pieces } = followed(moments, l1Ratio);
      expect(Array.from(pieces[0]!.start)).toEqual(new Array(pieces[0]!.active.length).fill(0));
      pieces.slice(1).forEach((piece, i) => {
        const before = pieces[i]!;
        const [came, went] = [less(piece, before), less(before, piece)];
        expect(came.length + went.length).toBeGreaterThan(0);
        for (const index of came) expect(piece.start[piece.active.indexOf(index)]).toBe(0);
        for (const index of went) expect(before.end[before.active.indexOf(index)]).toBe(0);
      });
    }
  });
});

/** Features of one piece that the other does not have. */
function less(piece: Piece, other: Piece): number[] {
  return Array.from(piece.active).filter((index) => !other.active.includes(index));
}

describe("an elastic-net path", () => {
  it("is symmetric: the target turned round has the opposite weights at the same knots", () => {
    for (const moments of drawn) {
      const turned: Moments = { ...moments, correlations: moments.correlations.map((value) => -value) };
      const [path, other] = [elasticNetPath(moments, 0.4), elasticNetPath(turned, 0.4)];
      expect(Array.from(other.knots)).toEqual(Array.from(path.knots));
      for (const share of [0.9, 0.3, 0.05, 0]) path.coefficientsAt(share * path.lambdaMax).forEach((weight, j) => expect(other.coefficientsAt(share * path.lambdaMax)[j]! + weight).toBeCloseTo(0, 12));
    }
  });

  it("takes ties together: columns of the same correlation come in at one knot", () => {
    // Two pairs of columns that mirror each other about the target.
    const x = matrix(8, 4, (i, j) => [[1, 1, 1, 1, -1, -1, -1, -1], [1, 1, -1, -1, 1, 1, -1, -1], [1, -1, 1, -1, 1, -1, 1, -1], [1, -1, -1, 1, 1, -1, -1, 1]][j]![i]!);
    const y = Float64Array.from({ length: 8 }, (_, i) => 2 * at(x, i, 0) - 2 * at(x, i, 1) + at(x, i, 2) + at(x, i, 3));
    const path = elasticNetPath(leastSquares(x, y), 0.5);
    expect(path.knots).toHaveLength(2);
    path.knots.forEach((knot, i) => expect(knot).toBeCloseTo([4, 2][i]!, 12));
    // S(c, λρ)/(1 + λ(1−ρ)): at λ = 1 1.5/1.5 and 0.5/1.5.
    path.coefficientsAt(1).forEach((weight, j) => expect(weight).toBeCloseTo([1, -1, 1 / 3, 1 / 3][j]!, 14));
  });

  it("has no knot where no feature goes with the target", () => {
    const x = matrix(4, 2, (i, j) => [[1, 1, -1, -1], [1, -1, 1, -1]][j]![i]!);
    const { pieces, lambdaMax } = followed(leastSquares(x, Float64Array.of(1, -1, -1, 1)), 0.5);
    expect([pieces.length, lambdaMax]).toEqual([0, 0]);
  });
});
