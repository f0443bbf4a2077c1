import { describe, expect, it } from "vitest";
import type { ErrorCurve } from "../../../src/demo/curves";
import { candidateOf, differsPairwise, fewestWithin, judgeErrors, type Candidate } from "../../../src/demo/views/judge";
import { fitOf, modelOf } from "../model-of";

const candidate = (penalty: Candidate["penalty"], error: number, standardError = 0.03): Candidate => ({ penalty, error, standardError, lambda: 0.1, kept: 5 });

describe("the comparison of cross-validated errors", () => {
  it("takes the smallest, and finds another clearly behind only beyond one standard error", () => {
    const { winner, others } = judgeErrors([candidate("l1", 0.53), candidate("l2", 0.51), candidate("none", 0.6)]) ?? { winner: null, others: [] };
    expect(winner?.penalty).toBe("l2");
    expect(others.map((other) => [other.candidate.penalty, other.clear])).toEqual([["l1", false], ["none", true]]);
    expect(others[0]?.difference).toBeCloseTo(0.02, 12);
  });

  it("of nothing is none", () => {
    expect(judgeErrors([])).toBeNull();
  });

  it("finds no clear difference between L1 and L2 on the diabetes data, each at its own λ", () => {
    const model = modelOf("");
    model.curves.want();
    const candidates = model.fits.map((fit) => candidateOf(fit, model.curves.of(fit.penalty) as ErrorCurve));
    expect(judgeErrors(candidates)?.others[0]?.clear).toBe(false);
    expect(candidates[0]?.lambda).not.toBe(candidates[1]?.lambda);
  });
});

describe("the fewest features within a limit", () => {
  const model = modelOf("penalties: [l1, elastic-net, l2]");
  model.curves.want();
  const curveOf = (penalty: Candidate["penalty"]) => model.curves.of(penalty);
  const limit = 0.56;

  it("are those that a walk along the curve finds, with an error that keeps to it", () => {
    const fewest = fewestWithin(model.fits, curveOf, limit);
    for (const { penalty, kept, lambda, error } of fewest) {
      const curve = curveOf(penalty) as ErrorCurve;
      const allowed = [...curve.lambdas].filter((_, l) => (curve.mean[l] ?? Infinity) <= limit);
      const counts = allowed.map((value) => fitOf(model, penalty).weightsAt(value).filter((weight) => weight !== 0).length);
      expect(kept).toBe(Math.min(...counts));
      expect(allowed).toContain(lambda);
      expect(error).toBeLessThanOrEqual(limit);
    }
    expect(fewest.find(({ penalty }) => penalty === "l2")?.kept).toBe(10);
  });

  it("are not there for a penalty that never keeps to it, or has no curve", () => {
    expect(fewestWithin(model.fits, curveOf, 0.1)).toEqual([]);
    expect(fewestWithin(model.fits, () => null, limit)).toEqual([]);
  });
});

describe("two series of figures", () => {
  it("differ where the mean of their differences is more than its standard error from 0", () => {
    expect(differsPairwise([1, 2, 3, 4], [0.9, 1.8, 2.9, 3.8])).toBe(true);
    expect(differsPairwise([1, 2, 3, 4], [2, 1, 4, 3])).toBe(false);
  });
});
