import { describe, expect, it } from "vitest";
import { stopScale } from "../../../src/plot/stop-scale";
import type { ErrorCurve } from "../../../src/demo/curves";
import { validatedAt } from "../../../src/demo/views/error-cursor";
import { errorDomain, highestOf } from "../../../src/demo/views/error-domain";
import { fittedLine, validationLines } from "../../../src/demo/views/error-lines";
import { errorZones } from "../../../src/demo/views/error-zones";
import { fitOf, modelOf } from "../model-of";

const curveOf = (lambdas: number[], mean: number[], standardError = 0.1): ErrorCurve => {
  const best = lambdas[mean.indexOf(Math.min(...mean))] ?? NaN;
  const limit = Math.min(...mean) + standardError;
  return {
    lambdas: Float64Array.from(lambdas), mean: Float64Array.from(mean), standardError: new Float64Array(mean.length).fill(standardError), folds: [],
    best, oneStandardError: lambdas[mean.findIndex((value) => value <= limit)] ?? NaN,
  };
};

describe("the zones of an error curve", () => {
  it("begin where the error leaves one standard error around its smallest, on both sides", () => {
    const curve = curveOf([8, 4, 2, 1, 0.5, 0.25], [0.9, 0.55, 0.5, 0.52, 0.65, 0.8]);
    expect(errorZones(curve)).toEqual({ overfitsBelow: 1, underfitsAbove: 4 });
    expect(errorZones(curve).underfitsAbove).toBe(curve.oneStandardError);
  });

  it("are not there on a side that stays within one standard error", () => {
    expect(errorZones(curveOf([4, 2, 1], [0.9, 0.5, 0.55]))).toEqual({ overfitsBelow: null, underfitsAbove: 2 });
    expect(errorZones(curveOf([4, 2, 1], [0.55, 0.5, 0.9]))).toEqual({ overfitsBelow: 2, underfitsAbove: null });
  });
});

describe("the error plot", () => {
  const model = modelOf("");
  const fit = fitOf(model, "l1");
  const { min, max } = model.lambdaRange;
  const x = stopScale({ min, max, range: [10, 210] });
  const points = (path: string) => [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, at, value]) => [Number(at), Number(value)] as const);

  it("draws the training error that the engine has, at every sample and at the stop 0", () => {
    const drawn = points(fittedLine((weights) => model.trainingError(weights), fit, { x, y: (error) => 1000 * error, left: 10, right: 210 }));
    expect(drawn[0]?.[1]).toBeCloseTo(1000 * model.trainingError(fit.weightsAt(0)), 1);
    for (const [at, value] of drawn.slice(1, -1)) {
      expect(value).toBeCloseTo(1000 * model.trainingError(fit.weightsAt(x.invert(at))), 0);
    }
  });

  it("draws the band one standard error above and below the curve, and one λ alone across the axis", () => {
    const curve = curveOf([1, 0.1], [0.5, 0.4], 0.05);
    const { line, band } = validationLines(curve, { x: (lambda) => 100 * lambda, y: (error) => 100 * error, left: 0, right: 100 });
    expect(points(line)).toEqual([[100, 50], [10, 40]]);
    expect(points(band)).toEqual([[100, 55], [10, 45], [10, 35], [100, 45]]);
    const alone = validationLines(curveOf([0], [0.5]), { x: () => 0, y: (error) => 100 * error, left: 0, right: 100 });
    expect(points(alone.line)).toEqual([[100, 50], [0, 50]]);
  });

  it("has no cross-validated error beyond the ends of its curve", () => {
    const curve = curveOf([1, 0.1], [0.5, 0.4]);
    expect(validatedAt(curve, 0)).toBeNull();
    expect(validatedAt(curve, 2)).toBeNull();
    expect(validatedAt(curve, 0.1)?.mean).toBe(0.4);
    expect(validatedAt(curve, Math.sqrt(0.1))?.mean).toBeCloseTo(0.45, 12);
    expect(validatedAt(curveOf([0], [0.7]), 5)?.mean).toBe(0.7);
    expect(validatedAt(null, 1)).toBeNull();
  });

  it("holds all curves, cutting off only what is far above the error without features", () => {
    const tame = errorDomain(model, [curveOf([1, 0.1], [1.1, 0.4], 0.05), null]);
    expect(tame.low).toBeLessThan(0.35);
    expect(tame.high).toBeGreaterThan(1.15);
    const wild = errorDomain(model, [curveOf([1, 0.1], [0.5, 40], 1), null]);
    expect(wild.high).toBeLessThan(2);
    expect(highestOf(curveOf([1, 0.1], [0.5, 40], 1))).toBe(41);
  });
});
