import { activeProduct, solveActive, weightsAtBound } from "./active-set";
import { follow, type Stretch, type StretchProblem } from "./homotopy";
import { checkLambda } from "./lambda";
import { limitAtZero } from "./limit-at-zero";
import type { Moments } from "./least-squares";
import type { Path } from "./path";
import { pieceAt } from "./piece-at";

/**
 * All lasso solutions: they are piecewise linear in λ, so the knots hold everything and any λ is an interpolation between two.
 * λ = 0 gives the end of the path, a least-squares solution of smallest ‖w‖₁. Where solutions are not unique (a feature is a
 * combination of others, with the same bound), the one that needs the fewest features is followed.
 */
export function lassoPath(moments: Moments): Path {
  const p = moments.gram.columns;
  const { pieces, lambdaMax } = follow(moments, 1, linearStretch);
  const knots = Float64Array.from(pieces, (piece) => piece.upper);
  return {
    l1Ratio: 1,
    lambdaMax,
    knots,
    coefficientsAt(lambda, out = new Float64Array(p)) {
      checkLambda(lambda);
      out.fill(0);
      if (lambda >= lambdaMax) return out;
      const { upper, lower, active, start, end } = pieces[pieceAt(knots, lambda)]!;
      const share = (upper - lambda) / (upper - lower);
      for (let i = 0; i < active.length; i++) out[active[i]!] = start[i]! + share * (end[i]! - start[i]!);
      return out;
    },
  };
}

/** With signs s, w_A(λ) = G_AA⁻¹(c_A − λs): computed from the data at every knot anew, so that no error is carried along. */
function linearStretch(problem: StretchProblem): Stretch {
  const { moments, set } = problem;
  return {
    // Free features do not depend on each other, but near-copies lose their digits in products.
    at: (lambda) => (lambda === 0 && set.fragile ? limitAtZero(moments, 0, set) : weightsAtBound(set, lambda)),
    nextEvent(from) {
      /** dw/d(−λ). */
      const slope = solveActive(set, Float64Array.from(set.signs));
      // The line is known best near its anchor. Near events are told apart from here (between near-copies 1e-8 of λ decide),
      // far ones from 0, where λ itself is small.
      const near = eventSeenFrom(from, problem, slope, from);
      return near > from / 2 ? near : Math.min(from / 2, eventSeenFrom(0, problem, slope, from));
    },
  };
}

/** The largest λ ≤ `from` at which a weight reaches zero or an idle feature its bound, or 0, on the line through the solution at `anchor`. */
function eventSeenFrom(anchor: number, { moments, set, touching }: StretchProblem, slope: Float64Array, from: number): number {
  const weights = weightsAtBound(set, anchor);
  const [fitted, fittedSlope] = [activeProduct(set, weights), activeProduct(set, slope)];
  const isActive = new Set(set.indices);
  let event = 0;
  const meet = (lambda: number) => (event = Math.max(event, Math.min(from, lambda)));
  set.signs.forEach((sign, i) => {
    if (sign * slope[i]! < 0) meet(anchor + weights[i]! / slope[i]!);
  });
  moments.correlations.forEach((correlation, j) => {
    if (isActive.has(j)) return;
    const gradient = correlation - fitted(j);
    const b = fittedSlope(j);
    // A straight line that starts on the bound and does not cross it there never comes back to it.
    if (touching[j] !== 1 && b < 1) meet(anchor - (anchor - gradient) / (1 - b));
    if (touching[j] !== -1 && b > -1) meet(anchor - (anchor + gradient) / (1 + b));
  });
  return event;
}
