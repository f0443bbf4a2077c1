import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { crossValidate } from "../../src/regression/cross-validation";
import { foldsOf } from "../../src/regression/folds";
import { fit } from "../../src/regression/regression";
import type { Problem } from "../../src/regression/problem";
import { validationCurve } from "../../src/regression/validation-curve";
import { classesOf } from "./support/classes";
import { at, autoregressive, awkwardDesigns, gaussian, matrix, targetOf } from "./support/designs";
import { diabetes } from "./support/diabetes";
import type { Matrix } from "../../src/math/matrix";

type Data = Problem & { x: Matrix; y: Float64Array };

/** For each fold the mean error at each λ, by fitting the other rows anew. */
function refitted(problem: Data, lambdas: ArrayLike<number>, folds: Int32Array): number[][] {
  const { x, y, loss = "squared" } = problem;
  return Array.from({ length: Math.max(...folds) + 1 }, (_, fold) => {
    const rows = (wanted: boolean) => Array.from(folds.keys()).filter((i) => (folds[i] === fold) === wanted);
    const training = rows(false);
    const train = { ...problem, x: matrix(training.length, x.columns, (i, j) => at(x, training[i]!, j)), y: training.map((i) => y[i]!) };
    return Array.from(lambdas, (lambda) => {
      const { intercept, coefficients } = fit({ ...train, lambda, tolerance: 1e-13 });
      const score = (i: number, k: number) =>
        Array.from({ length: x.columns }, (_j, j) => coefficients[k * x.columns + j]! * at(x, i, j)).reduce((sum, value) => sum + value, typeof intercept === "number" ? intercept : intercept[k]!);
      const errors = rows(true).map((i) => {
        if (loss === "squared") return (y[i]! - score(i, 0)) ** 2;
        if (loss === "logistic") return Math.log1p(Math.exp(y[i] === 1 ? -score(i, 0) : score(i, 0)));
        const scores = Array.from({ length: coefficients.length / x.columns }, (_k, k) => score(i, k));
        return Math.log(scores.reduce((sum, value) => sum + Math.exp(value - scores[y[i]!]!), 0));
      });
      return errors.reduce((sum, value) => sum + value, 0) / errors.length;
    });
  });
}

function expectRefits(problem: Data, folds: number, tolerance: number) {
  const lambdas = crossValidate({ ...problem, folds, count: 12, minRatio: 1e-3 }).lambdas;
  const ours = crossValidate({ ...problem, folds, lambdas, seed: 7 });
  const { assignment } = foldsOf({ folds, seed: 7 }, { rows: problem.y.length, classes: problem.loss ? problem.y : undefined });
  const errors = refitted(problem, lambdas, assignment);
  const sizes = errors.map((_, fold) => assignment.filter((id) => id === fold).length);
  lambdas.forEach((_, l) => {
    const mean = errors.reduce((sum, error, fold) => sum + (sizes[fold]! / problem.y.length) * error[l]!, 0);
    const spread = errors.reduce((sum, error, fold) => sum + (sizes[fold]! / problem.y.length) * (error[l]! - mean) ** 2, 0);
    expect(Math.abs(ours.mean[l]! - mean)).toBeLessThanOrEqual(tolerance * mean);
    expect(Math.abs(ours.standardError[l]! - Math.sqrt(spread / (folds - 1)))).toBeLessThanOrEqual(tolerance * mean);
  });
}

describe("cross-validation is what refitting every fold gives", () => {
  const random = createRandom(71);

  it.each([1, 0.5, 0])("for the squared loss, to 1e-8 (ρ = %d)", (l1Ratio) => {
    const { x, y } = diabetes();
    expectRefits({ x, y, l1Ratio }, 7, 1e-8);
  });

  it("without an intercept, and without standardisation", () => {
    const x = autoregressive(random, 30, 5, 0.5);
    const y = targetOf(random, x);
    expectRefits({ x, y, intercept: false }, 5, 1e-8);
    expectRefits({ x, y, standardize: false, l1Ratio: 0.5 }, 5, 1e-8);
  });

  it.each(Object.keys(awkwardDesigns))("for a design with %s", (name) => {
    const x = (awkwardDesigns[name] as (typeof awkwardDesigns)[string])(random, 40, 9);
    expectRefits({ x, y: targetOf(random, gaussian(random, 40, 9)) }, 4, name.startsWith("near-copies") ? 1e-4 : 1e-8);
  });

  it("where one fold holds all variation of a feature", () => {
    const x = matrix(30, 3, (i, j) => (j === 0 ? (i === 11 ? 1 : 0) : normal(random)));
    expectRefits({ x, y: targetOf(random, x) }, 5, 1e-8);
    const lone = matrix(30, 3, (i, j) => (j === 0 ? (i === 11 ? 1e6 : normal(random)) : normal(random)));
    expectRefits({ x: lone, y: targetOf(random, gaussian(random, 30, 3)) }, 5, 1e-8);
  });

  it("for features that outnumber the rows", () => {
    const x = autoregressive(random, 25, 40, 0.5);
    expectRefits({ x, y: targetOf(random, x) }, 5, 1e-8);
  });

  it.each([1, 0.5, 0])("for classes, to the tolerance of the fits (ρ = %d)", (l1Ratio) => {
    const x = autoregressive(random, 50, 5, 0.5);
    expectRefits({ x, y: classesOf(random, x, 2, 2), loss: "logistic", l1Ratio, tolerance: 1e-12 }, 4, 1e-6);
    const y = Float64Array.from(classesOf(random, x, 3, 2), (label, i) => (i < 9 ? i % 3 : label));
    expectRefits({ x, y, loss: "softmax", l1Ratio, tolerance: 1e-12 }, 3, 1e-6);
  });
});

describe("a validation curve", () => {
  it("weights folds by their size, and takes the largest λ within one standard error of the best", () => {
    const curve = validationCurve(Float64Array.of(4, 3, 2, 1), [Float64Array.of(9, 4.4, 3, 5), Float64Array.of(3, 3.4, 4, 2)], [30, 10]);
    expect(Array.from(curve.mean)).toEqual([7.5, 4.15, 3.25, 4.25]);
    expect(curve.standardError[2]).toBeCloseTo(Math.sqrt(0.75 * 0.25 ** 2 + 0.25 * 0.75 ** 2), 14);
    expect(curve.best).toBe(2);
    expect(curve.oneStandardError).toBe(2);
    const flatter = validationCurve(Float64Array.of(4, 3, 2, 1), [Float64Array.of(9, 3.4, 2.5, 5), Float64Array.of(3, 3.4, 4, 2)], [20, 20]);
    expect([flatter.best, flatter.oneStandardError]).toEqual([2, 3]);
  });

  it("of equal means takes the largest λ", () => {
    const curve = validationCurve(Float64Array.of(3, 2, 1), [Float64Array.of(2, 1, 1), Float64Array.of(2, 1, 1)], [5, 5]);
    expect([curve.best, curve.oneStandardError]).toEqual([2, 2]);
  });

  it("on diabetes has its best λ well below its one-standard-error λ", () => {
    const { best, oneStandardError, lambdas, mean } = crossValidate(diabetes());
    expect(lambdas).toContain(best);
    expect(oneStandardError).toBeGreaterThan(2 * best);
    expect(mean[lambdas.indexOf(best)]).toBe(Math.min(...mean));
    expect(Math.min(...mean)).toBeGreaterThan(2900);
    expect(Math.min(...mean)).toBeLessThan(3150);
  });
});

describe("folds", () => {
  it("differ in size by one at most, and keep the shares of the classes", () => {
    const classes = Float64Array.from({ length: 53 }, (_, i) => (i % 5 === 0 ? 1 : 0));
    const { assignment, count } = foldsOf({ folds: 5 }, { rows: 53, classes });
    expect(count).toBe(5);
    for (let fold = 0; fold < 5; fold++) {
      const rows = Array.from(assignment.keys()).filter((i) => assignment[i] === fold);
      expect(Math.abs(rows.length - 10.6)).toBeLessThan(1);
      expect(Math.abs(rows.filter((i) => classes[i] === 1).length - 2.2)).toBeLessThan(1);
    }
  });

  it("are the same for the same seed, and others for another", () => {
    const of = (seed: number) => foldsOf({ seed }, { rows: 40 }).assignment;
    expect(of(3)).toEqual(of(3));
    expect(of(3)).not.toEqual(of(4));
    expect(of(1)).toEqual(foldsOf({}, { rows: 40 }).assignment);
  });

  it("may be given by any ids, and are one for each row where rows are few", () => {
    expect(foldsOf({ folds: [2020, 2021, 2020, 2019] }, { rows: 4 })).toEqual({ count: 3, assignment: Int32Array.of(1, 2, 1, 0) });
    expect(foldsOf({}, { rows: 4 }).count).toBe(4);
  });
});

it("cross-validation says how far it is, and stops when it is told to", () => {
  const shares: number[] = [];
  const data = diabetes();
  crossValidate({ ...data, folds: 4, onProgress: (share) => shares.push(share) });
  expect(shares).toEqual([0.25, 0.5, 0.75, 1, 1]);
  expect(() => crossValidate({ ...data, shouldStop: () => true })).toThrow(expect.objectContaining({ name: "AbortError" }));
});

it("cross-validation of classes says how far it is fold by fold, λ by λ", () => {
  const shares: number[] = [];
  const { x, y } = diabetes();
  crossValidate({ x, y: Array.from(y, (value) => (value > 140 ? 1 : 0)), loss: "logistic", count: 3, folds: 4, onProgress: (share) => shares.push(share) });
  expect(shares).toHaveLength(13);
  shares.forEach((share, step) => expect(share).toBeCloseTo(Math.min(1, (step + 1) / 12), 12));
});
