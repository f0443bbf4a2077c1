import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { emptyActiveSet, withRidge } from "../../src/regression/active-set";
import { curvedStretch } from "../../src/regression/curved-stretch";
import { follow, type StretchProblem } from "../../src/regression/homotopy";
import type { Moments } from "../../src/regression/least-squares";
import { leastSquares } from "../../src/regression/standardize";
import { countedReads } from "./support/counted";
import { autoregressive, gaussian, targetOf } from "./support/designs";

/** The stretches of a path, each with the λ that it begins at. */
function stretchesOf(moments: Moments, l1Ratio: number): { problem: StretchProblem; from: number }[] {
  const found: { problem: StretchProblem; from: number }[] = [];
  follow(moments, l1Ratio, (problem) => {
    const { indices, signs, ridge } = problem.set;
    // The walk goes on with the set.
    const own = { ...problem, set: { ...emptyActiveSet(moments, ridge), indices: [...indices], signs: [...signs] } };
    const stretch = curvedStretch(problem);
    return {
      at: (lambda) => stretch.at(lambda),
      nextEvent(from) {
        found.push({ problem: own, from });
        return stretch.nextEvent(from);
      },
    };
  });
  return found;
}

/** The same stretch on moments that count how often the weights are solved for: each time every active correlation is read once. */
function counted({ moments, set, ...rest }: StretchProblem) {
  const { numbers: correlations, readsOf } = countedReads(moments.correlations);
  const watched = { ...moments, correlations };
  return { stretch: curvedStretch({ ...rest, moments: watched, set: { ...withRidge(set, set.ridge), moments: watched } }), readsOf };
}

const random = createRandom(191);
const correlated = autoregressive(random, 60, 12, 0.9);
const designs: [string, Moments, readonly { l1Ratio: number; known: number }[]][] = [
  [
    "features that correlate little",
    leastSquares(gaussian(random, 60, 12), targetOf(random, gaussian(random, 60, 12))),
    [{ l1Ratio: 0.95, known: 706 }, { l1Ratio: 0.5, known: 823 }, { l1Ratio: 0.05, known: 1104 }],
  ],
  [
    "features that correlate",
    leastSquares(correlated, targetOf(random, correlated)),
    [{ l1Ratio: 0.95, known: 1041 }, { l1Ratio: 0.5, known: 1660 }, { l1Ratio: 0.05, known: 2380 }],
  ],
  [
    "more features than rows",
    leastSquares(gaussian(random, 10, 20), targetOf(random, gaussian(random, 10, 20))),
    [{ l1Ratio: 0.95, known: 1521 }, { l1Ratio: 0.5, known: 4464 }, { l1Ratio: 0.05, known: 7635 }],
  ],
];

describe.each(designs)("the stretches of an elastic net's path: %s", (_, moments, ratios) => {
  it.each(ratios)("are gone along in no more steps than are known to do (ρ = $l1Ratio)", ({ l1Ratio, known }) => {
    const spent = stretchesOf(moments, l1Ratio).map(({ problem, from }) => {
      const { stretch, readsOf } = counted(problem);
      return readsOf(() => expect(stretch.nextEvent(from)).toBeLessThan(from));
    });
    const all = spent.reduce((sum, reads) => sum + reads, 0);
    expect(all).toBeLessThanOrEqual(Math.ceil(1.03 * known));
  });
});
