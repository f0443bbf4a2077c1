import { describe, expect, it } from "vitest";
import { geometryBounds } from "../../../src/demo/views/geometry-bounds";
import { pairLoss } from "../../../src/demo/views/pair-loss";
import { weightDomain } from "../../../src/demo/views/weight-domain";
import { zeroPoints } from "../../../src/demo/views/zero-points";
import { fitOf, modelOf } from "../model-of";

const all = "penalties: [none, l1, l2, elastic-net]";
const model = modelOf(all);
const lambdas = [0, ...Array.from({ length: 400 }, (_, i) => model.lambdaRange.min * 1000 ** (i / 399))];

describe("the points at which weights become zero", () => {
  it.each(["l1", "elastic-net"] as const)("with %s: a weight just below, exactly none just above", (penalty) => {
    const fit = fitOf(model, penalty);
    for (const { feature, lambda } of zeroPoints(fit)) {
      expect(fit.weightsAt(lambda * (1 - 1e-6))[feature]).not.toBe(0);
      expect(fit.weightsAt(lambda * (1 + 1e-6))[feature]).toBe(0);
    }
  });

  it.each(["l1", "elastic-net"] as const)("with %s are all there are: every feature has as many as a walk along λ finds", (penalty) => {
    const fit = fitOf(model, penalty);
    const walk = Array.from({ length: 20_001 }, (_, i) => fit.weightsAt(1e-4 * (fit.lambdaMax * 1.01e4) ** (i / 20_000)));
    const points = zeroPoints(fit);
    model.features.forEach((_, feature) => {
      const walked = walk.filter((weights, i) => weights[feature] === 0 && i > 0 && walk[i - 1]?.[feature] !== 0).length;
      expect(points.filter((point) => point.feature === feature)).toHaveLength(walked);
    });
    expect(points.length).toBeGreaterThanOrEqual(10);
  });

  it("the last feature of L1 goes at its largest λ", () => {
    const fit = fitOf(model, "l1");
    const last = zeroPoints(fit).reduce((latest, point) => (point.lambda > latest.lambda ? point : latest));
    expect(last.lambda).toBe(fit.lambdaMax);
    expect(model.features[last.feature]).toBe("bmi");
  });

  it("L2 and no penalty have none", () => {
    expect(zeroPoints(fitOf(model, "l2"))).toEqual([]);
    expect(zeroPoints(fitOf(model, "none"))).toEqual([]);
  });
});

describe("the scale of the weights", () => {
  it("holds 0 and every weight of every penalty at every λ, and no more", () => {
    const [low, high] = weightDomain(model);
    let [least, most] = [0, 0];
    for (const fit of model.fits) {
      for (const lambda of lambdas) {
        const weights = fit.weightsAt(lambda);
        [least, most] = [Math.min(least, ...weights), Math.max(most, ...weights)];
      }
    }
    const room = 0.002 * (high - low);
    expect(Math.abs(low - least)).toBeLessThan(room);
    expect(Math.abs(high - most)).toBeLessThan(room);
  });

  it("sees a corner, however narrow, at its knot", () => {
    const knot = 0.0517;
    const weightsAt = (lambda: number) => Float64Array.of(Math.max(0, 1 - 1e4 * Math.abs(lambda - knot)));
    const fit = { ...fitOf(model, "l1"), knots: Float64Array.of(knot), weightsAt };
    expect(weightDomain({ ...model, fits: [fit] })).toEqual([0, 1]);
  });

  it("is some scale where all weights are 0", () => {
    const flat = { ...model, fits: model.fits.map((fit) => ({ ...fit, weightsAt: () => new Float64Array(10) })) };
    expect(weightDomain(flat)).toEqual([-1, 1]);
  });
});

describe("the bounds of a geometry panel", () => {
  it.each([[0, 1], [2, 8], [4, 5]] as const)("hold 0, all solutions and all centres of features %i and %i, with room around", (first, second) => {
    const { left, right, bottom, top } = geometryBounds(model, [first, second], false);
    const loss = pairLoss(model.moments, [first, second]);
    const size = Math.max(right - left, top - bottom);
    const inside = (a: number, b: number) => Math.min(a - left, right - a, b - bottom, top - b);
    expect(inside(0, 0)).toBeGreaterThan(0.15 * size);
    for (const fit of model.fits) {
      for (const lambda of lambdas) {
        const weights = fit.weightsAt(lambda);
        expect(inside(weights[first] as number, weights[second] as number)).toBeGreaterThan(0.04 * size);
        expect(inside(...loss.centre(weights))).toBeGreaterThan(0.04 * size);
      }
    }
  });

  it("stay put where the optimum can be moved", () => {
    const two = modelOf("data: two");
    const other = modelOf("data: two\npenalties: [l2]\nlambda: 3");
    expect(geometryBounds(two, [0, 1], true)).toEqual(geometryBounds(other, [0, 1], true));
    const { left, right, bottom, top } = geometryBounds(two, [0, 1], true);
    const [a = 0, b = 0] = fitOf(modelOf(`data: two\n${all}`), "none").weightsAt(0);
    expect(a > left && a < right && b > bottom && b < top).toBe(true);
  });

  it("have a size where nothing can be fitted", () => {
    const moments = { gram: { values: new Float64Array(4), rows: 2, columns: 2 }, correlations: new Float64Array(2), meanSquare: 1 };
    const nothing = { ...modelOf("data: two"), moments, fits: [] };
    const { left, right, bottom, top } = geometryBounds(nothing, [0, 1], false);
    expect(right - left).toBeGreaterThan(0);
    expect(top - bottom).toBeGreaterThan(0);
  });
});
