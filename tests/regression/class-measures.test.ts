import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { classMeasures } from "../../src/regression/class-measures";
import { checkProblem } from "../../src/regression/problem";
import { fit } from "../../src/regression/regression";
import { classesOf } from "./support/classes";
import { at, autoregressive } from "./support/designs";
import { leastSquares } from "../../src/regression/standardize";

const random = createRandom(103);
const [n, p] = [50, 3];
const x = autoregressive(random, n, p, 0.5);
const three = classesOf(random, x, 3, 1);
const two = three.map((label) => Math.min(1, label));
/** What the weights count in. */
const design = leastSquares(x, two).x;

describe.each([["logistic", two, 1], ["softmax", three, 3]] as const)("of given weights under the %s loss", (loss, y, blocks) => {
  const measures = classMeasures(checkProblem({ x, y, loss }));
  const draw = (size: number) => Float64Array.from({ length: blocks * p }, () => size * normal(random));
  const scores = (weights: Float64Array, intercepts: ArrayLike<number>, i: number) =>
    Array.from({ length: blocks }, (_, k) => Array.from({ length: p }, (_j, j) => weights[k * p + j]! * at(design, i, j)).reduce((sum, value) => sum + value, intercepts[k]!));
  const chances = (weights: Float64Array, intercepts: ArrayLike<number>, i: number) => {
    const own = scores(weights, intercepts, i);
    if (blocks === 1) return [1 / (1 + Math.exp(-own[0]!))];
    const total = own.reduce((sum, value) => sum + Math.exp(value), 0);
    return own.map((value) => Math.exp(value) / total);
  };
  const isOwn = (k: number, i: number) => Number(blocks === 1 ? y[i] === 1 : y[i] === k);

  it.each([0, 0.5, 4])("intercepts predict each class as often as it occurs (size %d)", (size) => {
    for (let round = 0; round < 5; round++) {
      const weights = draw(size);
      const intercepts = measures.intercepts(weights);
      expect(intercepts).toHaveLength(blocks);
      if (blocks > 1) expect(intercepts.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
      for (let k = 0; k < blocks; k++) {
        const rest = Array.from({ length: n }, (_, i) => isOwn(k, i) - chances(weights, intercepts, i)[k]!).reduce((sum, value) => sum + value, 0);
        expect(Math.abs(rest / n)).toBeLessThanOrEqual(1e-12);
      }
    }
  });

  it("loss and slopes are those with these intercepts", () => {
    for (const size of [0, 0.5, 3]) {
      const weights = draw(size);
      const intercepts = measures.intercepts(weights);
      const lossOf = (row: number) => {
        const chance = chances(weights, intercepts, row);
        return -Math.log(blocks === 1 ? (y[row] === 1 ? chance[0]! : 1 - chance[0]!) : chance[y[row]!]!);
      };
      expect(measures.loss(weights)).toBeCloseTo(Array.from({ length: n }, (_, i) => lossOf(i)).reduce((sum, value) => sum + value, 0) / n, 8);
      const out = new Float64Array(blocks * p);
      expect(measures.slopes(weights, out)).toBe(out);
      out.forEach((slope, place) => {
        const [k, j] = [Math.floor(place / p), place % p];
        const expected = Array.from({ length: n }, (_, i) => at(design, i, j) * (isOwn(k, i) - chances(weights, intercepts, i)[k]!)).reduce((sum, value) => sum + value, 0) / n;
        expect(Math.abs(slope - expected)).toBeLessThanOrEqual(1e-12);
      });
    }
  });

  it("objective and gap are those of the fit for its weights, and a bound for any others", () => {
    for (const at of [{ lambda: 0.05, l1Ratio: 1 }, { lambda: 0.02, l1Ratio: 0.4 }, { lambda: 0.1, l1Ratio: 0 }]) {
      const best = fit({ x, y, loss, tolerance: 1e-13, ...at });
      const own = measures.gap(best.standardizedCoefficients, at);
      expect(own.objective).toBeCloseTo(best.objective, 11);
      expect(own.dualityGap).toBeLessThanOrEqual(1e-10);
      const other = measures.gap(draw(0.5), at);
      expect(other.dualityGap).toBeGreaterThanOrEqual(other.objective - best.objective - 1e-12);
      expect(other.objective).toBeGreaterThan(best.objective);
    }
  });

  it("are the same whatever was asked before, however far away", () => {
    const weights = draw(1);
    const first = measures.loss(weights);
    measures.loss(draw(300));
    expect(Math.abs(measures.loss(weights) - first)).toBeLessThanOrEqual(1e-11);
    expect(Number.isFinite(measures.loss(draw(1000)))).toBe(true);
    expect(measures.intercepts(draw(1000)).every(Number.isFinite)).toBe(true);
  });
});

describe("the intercept of two classes", () => {
  /** One feature that is 0 but in the last row. */
  const skewed = (rows: number) => Array.from({ length: rows }, (_, i) => [i === rows - 1 ? 1 : 0]);

  it.each([[400, 0], [400, 1], [-400, 0], [-400, 1], [3000, 0], [-3000, 1], [0, 0], [0, 1]])("is found for a weight of %d, however far it is from 0 (last row: class %d)", (weight, last) => {
    const y = [1, 0, 1, 1, 0, 1, last];
    const [intercept = NaN] = classMeasures(checkProblem({ x: skewed(7), y, loss: "logistic" })).intercepts(Float64Array.of(weight));
    // Standardised: six rows at −1/√6, one at √6.
    const scores = y.map((_, i) => weight * (i === 6 ? Math.sqrt(6) : -1 / Math.sqrt(6)) + intercept);
    const rest = scores.reduce((sum, score, i) => sum + y[i]! - 1 / (1 + Math.exp(-score)), 0);
    // At a score of a thousand the last digit moves a probability by 1e-13.
    expect(Math.abs(rest)).toBeLessThanOrEqual(1e-11);
  });
});
