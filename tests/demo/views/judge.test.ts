import { describe, expect, it } from "vitest";
import type { ErrorCurve } from "../../../src/demo/curves";
import { candidateOf, differenceOf, differsPairwise, fewestWithin, judgeErrors, type Candidate } from "../../../src/demo/views/judge";
import { fitOf, modelOf } from "../model-of";

/** Four folds that are hard or easy for all, and a little harder for this penalty. */
const candidate = (penalty: Candidate["penalty"], own: readonly number[]): Candidate => {
  const folds = [0.3, 0.7, 0.4, 0.6].map((error, fold) => ({ share: 0.25, error: error + (own[fold] ?? 0) }));
  return { penalty, error: folds.reduce((sum, { error }) => sum + error / 4, 0), standardError: 0.09, folds, lambda: 0.1, kept: 5 };
};

describe("the comparison of cross-validated errors", () => {
  it("takes the smallest, and finds another clearly behind where the difference, fold by fold, is more than its standard error", () => {
    const { winner, others } = judgeErrors([candidate("l1", [0.05, -0.03, 0.02, -0.02]), candidate("l2", [0, 0, 0, 0]), candidate("none", [0.02, 0.03, 0.02, 0.03])]) ?? { winner: null, others: [] };
    expect(winner?.penalty).toBe("l2");
    expect(others.map((other) => [other.candidate.penalty, other.clear])).toEqual([["l1", false], ["none", true]]);
    expect(others[0]?.difference).toBeCloseTo(0.005, 12);
    // √(Σ¼(d − 0.025)²/3) for d = 0.02, 0.03, 0.02, 0.03.
    expect(others[1]?.standardError).toBeCloseTo(0.005 / Math.sqrt(3), 12);
  });

  it("weighs folds by their rows", () => {
    const [a, b] = [candidate("l1", [0.1, 0, 0, 0]), candidate("l2", [0, 0, 0, 0])];
    const heavy = { ...a, folds: a.folds.map((fold, i) => ({ ...fold, share: i === 0 ? 0.7 : 0.1 })) };
    expect(differenceOf(heavy, b).difference).toBeCloseTo(0.07, 12);
  });

  it("of nothing is none", () => {
    expect(judgeErrors([])).toBeNull();
  });

  it("finds no clear difference between L1 and L2 on the diabetes data, each at its own λ", () => {
    const model = modelOf("");
    void model.curves.want();
    const candidates = model.fits.map((fit) => candidateOf(fit, model.curves.of(fit.penalty) as ErrorCurve));
    expect(judgeErrors(candidates)?.others[0]?.clear).toBe(false);
    expect(candidates[0]?.lambda).not.toBe(candidates[1]?.lambda);
  });
});

describe("the fewest features within a limit", () => {
  const model = modelOf("penalties: [l1, elastic-net, l2]");
  void model.curves.want();
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
