import { describe, expect, test } from "vitest";
import { classPair } from "../../src/demo/classes/class-pair";
import { choosePair } from "../../src/demo/views/choose-pair";
import { geometryBounds } from "../../src/demo/views/geometry-bounds";
import { classPaths } from "../../src/demo/views/geometry-contours";
import { plane } from "../../src/plot/plane";
import { fitOf, modelOf } from "./model-of";

const model = modelOf("data: breast-cancer\npenalties: [l1, l2, elastic-net]");
const classes = model.classes ?? expect.fail();
const pair = choosePair(model) ?? expect.fail();
const bounds = geometryBounds(model, pair, false);
const penalties = ["l1", "l2", "elastic-net"] as const;

/** All weights, the pair's replaced. */
function withPair(weights: Float64Array, [a, b]: readonly [number, number]): Float64Array {
  const all = weights.slice();
  all[pair[0]] = a;
  all[pair[1]] = b;
  return all;
}

describe.each(penalties)("the loss of two classes along a pair, the others held at the solution of %s", (penalty) => {
  const fit = fitOf(model, penalty);
  const weights = fit.weightsAt(model.lambdaRange.initial);
  const own = [weights[pair[0]] ?? NaN, weights[pair[1]] ?? NaN] as const;
  const loss = classPair(classes, pair);
  loss.hold(weights);
  const reach = 4;
  const least = loss.least(reach);

  test("is the model's own loss with the best intercept", () => {
    const places: readonly (readonly [number, number])[] = [own, [0, 0], [1, -0.5], [-2, 2]];
    for (const place of places) {
      expect(loss.valueAt(...place)).toBeCloseTo(classes.measures.loss(withPair(weights, place)), 9);
    }
  });

  test("is least where its slopes are 0, or at the edge of what is looked at", () => {
    const slopes = classes.measures.slopes(withPair(weights, [least.a, least.b]), new Float64Array(30));
    if (least.isInside) for (const j of pair) expect(Math.abs(slopes[j] ?? NaN)).toBeLessThan(1e-6);
    else expect(Math.hypot(least.a, least.b)).toBeGreaterThanOrEqual(reach);
    expect(least.value).toBeLessThanOrEqual(loss.valueAt(...own));
  });

  test("has the level of a contour at each of its points that is not as far as is looked", () => {
    const level = loss.valueAt(...own);
    const points = loss.contour(least, level, { count: 48, reach });
    let near = 0;
    for (const [a, b] of points) {
      if (Math.hypot(a - least.a, b - least.b) > 0.999 * reach) continue;
      near += 1;
      expect(loss.valueAt(a, b)).toBeCloseTo(level, 4);
    }
    expect(near).toBeGreaterThan(8);
  });

  test("has a contour through the solution that the ball touches there and nowhere passes", () => {
    const share = (a: number, b: number) => fit.penaltyOf(Float64Array.of(a, b));
    const points = loss.contour(least, loss.valueAt(...own), { count: 360, reach });
    const shares = points.map(([a, b]) => share(a, b));
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(share(...own) * (1 - 2e-3));
    expect(Math.min(...shares)).toBeLessThanOrEqual(share(...own) * 1.02);
  });

  test("is drawn in numbers, at every λ", () => {
    const on = plane(bounds, 320, 320);
    for (const lambda of [0, model.lambdaRange.min, model.lambdaRange.initial, model.lambdaRange.max]) {
      const { paths } = classPaths(classPair(classes, pair), fit.weightsAt(lambda), { pair, bounds, on });
      expect(paths).toHaveLength(6);
      for (const path of paths) expect(path).toMatch(/^M-?[\d.]+,-?[\d.]+(L-?[\d.]+,-?[\d.]+)+Z$/);
    }
  });
});

describe.each(["l1", "l2"] as const)("the loss of more than two classes along a pair, the others held at the solution of %s", (penalty) => {
  const model = modelOf("data: digits\nfeatures: [p20, p21, p26, p36, p43]\npenalties: [l1, l2]");
  const classes = model.classes ?? expect.fail();
  const { design: { x }, labels } = classes;
  const p = x.columns;
  const fit = fitOf(model, penalty);
  const weights = fit.weightsAt(model.lambdaRange.initial);
  const intercepts = classes.measures.intercepts(weights);

  /** The mean of −log p̂ of the rows' own classes. */
  const lossOf = (all: Float64Array): number => {
    let sum = 0;
    labels.forEach((label, i) => {
      const scores = [...intercepts].map((intercept, k) => Array.from({ length: p }, (_, j) => (all[k * p + j] ?? NaN) * (x.values[j * x.rows + i] ?? NaN)).reduce((a, b) => a + b, intercept));
      const largest = Math.max(...scores);
      sum += largest + Math.log(scores.reduce((total, score) => total + Math.exp(score - largest), 0)) - (scores[label] ?? NaN);
    });
    return sum / labels.length;
  };

  test.each([
    ["two features of one class", [3 * p, 3 * p + 1]],
    ["two classes of one feature", [2 * p + 4, 7 * p + 4]],
    ["two features of two classes", [9 * p, 4]],
    ["the pair that is drawn first", choosePair(model) ?? expect.fail()],
  ] as const)("is the loss itself with the solution's intercepts, has its slopes, and contours at their level: %s", (_, pair) => {
    const section = classPair(classes, pair);
    section.hold(weights);
    const own = [weights[pair[0]] ?? NaN, weights[pair[1]] ?? NaN] as const;
    expect(section.valueAt(...own)).toBeCloseTo(classes.measures.loss(weights), 7);
    for (const [a, b] of [own, [0, 0], [0.7, -0.4], [-3, 2]] as const) {
      const all = weights.slice();
      all[pair[0]] = a;
      all[pair[1]] = b;
      expect(section.valueAt(a, b)).toBeCloseTo(lossOf(all), 10);
    }
    const reach = 6;
    const least = section.least(reach);
    const step = 1e-3;
    if (least.isInside) for (const [da, db] of [[step, 0], [-step, 0], [0, step], [0, -step]] as const) expect(section.valueAt(least.a + da, least.b + db)).toBeGreaterThan(least.value);
    const level = section.valueAt(...own);
    const near = section.contour(least, level, { count: 24, reach }).filter(([a, b]) => Math.hypot(a - least.a, b - least.b) < 0.999 * reach);
    expect(near.length).toBeGreaterThan(4);
    for (const [a, b] of near) expect(section.valueAt(a, b)).toBeCloseTo(level, 4);
  });
});
