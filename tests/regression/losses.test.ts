import { describe, expect, it } from "vitest";
import { columnStore } from "../../src/math/column-lists";
import { createRandom, normal } from "../../src/math/random";
import { createCurvature } from "../../src/regression/curvature";
import { logisticLoss } from "../../src/regression/logistic-loss";
import { copyPoint, emptyPoint, type Loss } from "../../src/regression/loss";
import { softmaxLoss } from "../../src/regression/softmax-loss";
import { squaredLoss } from "../../src/regression/squared-loss";

const random = createRandom(91);
const n = 24;
const labels = Float64Array.from({ length: n }, (_, i) => i % 3);
const halves = labels.map((label) => Math.min(1, label));
const numbers = labels.map(() => 3 + normal(random));

/** Loss of one row by its definition, from the scores of its blocks. */
const definitions: Record<string, (own: number[], i: number) => number> = {
  squared: ([eta = 0], i) => (numbers[i]! - eta) ** 2 / 2,
  logistic: ([eta = 0], i) => Math.log(1 + Math.exp(halves[i] === 1 ? -eta : eta)),
  softmax: (own, i) => Math.log(own.reduce((sum, eta) => sum + Math.exp(eta - own[labels[i]!]!), 0)),
};
const losses: Record<string, Loss> = { squared: squaredLoss(numbers), logistic: logisticLoss(halves), softmax: softmaxLoss(labels, 3) };

function pointAt(loss: Loss, scores: Float64Array) {
  const point = emptyPoint(loss);
  loss.evaluate(scores, point);
  return point;
}

function gaussianScores(loss: Loss, size = 1): Float64Array {
  return Float64Array.from({ length: n * loss.blocks }, () => size * normal(random));
}

it("what gaps are measured against: half the variance, or the loss of a guess among the classes", () => {
  const mean = numbers.reduce((sum, value) => sum + value, 0) / n;
  expect(losses["squared"]!.scale).toBeCloseTo(numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (2 * n), 14);
  expect(losses["squared"]!.emptyIntercepts[0]).toBeCloseTo(mean, 14);
  expect(losses["logistic"]!.scale).toBe(Math.LN2);
  expect(losses["softmax"]!.scale).toBeCloseTo(Math.log(3), 15);
  expect(squaredLoss(new Float64Array(4).fill(7)).scale).toBe(1);
});

it("the softmax loss and its dual have all their digits, however certain a row is, and of whatever", () => {
  for (const own of [0, 1, 2]) {
    const one = softmaxLoss(Float64Array.of(own, (own + 1) % 3, (own + 2) % 3), 3);
    for (const lead of [0, 3, 12, 25, 36, 600, 2000]) {
      // The first row counts; the others are at even odds.
      const scores = Float64Array.of(lead, 0, 0, 0, 0, 0, -1, 0, 0);
      const point = pointAt(one, scores);
      const [likeliest, second, third] = [lead, 0, -1].map((score) => score - lead) as [number, number, number];
      const less = Math.log1p(Math.exp(second) + Math.exp(third));
      const exact = less - [likeliest, second, third][own]!;
      expect(Math.abs((3 * point.value - 2 * Math.log(3)) - exact), `own ${own}, ${lead} ahead`).toBeLessThanOrEqual(5e-13 + 1e-15 * exact);
      const share = 0.7;
      const chances = [likeliest, second, third].map((score) => Math.exp(score - less));
      const mixed = chances.map((chance, k) => share * chance + (k === own ? 1 - share : 0));
      const entropy = mixed.reduce((sum, chance) => sum - (chance > 0 ? chance * Math.log(chance) : 0), 0);
      const even = [(1 - share) + share / 3, share / 3, share / 3].reduce((sum, chance) => sum - chance * Math.log(chance), 0);
      expect(Math.abs(3 * one.dualValue(scores, point, share) - 2 * even - entropy)).toBeLessThanOrEqual(5e-13);
    }
  }
});

it("the logistic loss of a row that is nearly certain has all its digits", () => {
  const one = logisticLoss(Float64Array.of(1));
  for (let margin = 15; margin <= 60; margin += 0.5) {
    const { value, residuals } = pointAt(one, Float64Array.of(margin));
    const exact = Math.log1p(Math.exp(-margin));
    // Where it is one term of a product, what 1 is added to has lost some.
    expect(Math.abs(value / exact - 1), `margin ${margin}`).toBeLessThanOrEqual(margin < 19 ? 1e-7 : 1e-15);
    expect(residuals[0]).toBeCloseTo(1 / (1 + Math.exp(margin)), 15);
  }
});

describe.each(Object.keys(losses))("the %s loss", (name) => {
  const loss = losses[name]!;
  const valueOf = (scores: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += definitions[name]!(Array.from({ length: loss.blocks }, (_, k) => scores[k * n + i]!), i);
    return sum / n;
  };

  it("is the mean over the rows, with minus n times its slopes as residuals", () => {
    for (const size of [0, 1, 5]) {
      const scores = gaussianScores(loss, size);
      const { value, residuals } = pointAt(loss, scores);
      expect(value).toBeCloseTo(valueOf(scores), 12);
      scores.forEach((score, at) => {
        const moved = (by: number) => valueOf(scores.map((own, other) => (other === at ? score + by : own)));
        expect(residuals[at]).toBeCloseTo((-n * (moved(1e-5) - moved(-1e-5))) / 2e-5, 5);
      });
    }
  });

  it("has second derivatives between any two blocks, from the residuals", () => {
    const scores = gaussianScores(loss);
    const { residuals } = pointAt(loss, scores);
    const out = new Float64Array(n);
    for (let k = 0; k < loss.blocks; k++) {
      for (let l = 0; l < loss.blocks; l++) {
        loss.curvature(residuals, k, l, out);
        const ahead = (by: number) => pointAt(loss, scores.map((score, at) => (Math.floor(at / n) === l ? score + by : score))).residuals;
        const [after, before] = [ahead(1e-5), ahead(-1e-5)];
        out.forEach((value, i) => expect(value).toBeCloseTo(-(after[k * n + i]! - before[k * n + i]!) / 2e-5, 6));
      }
    }
  });

  it("has the empty intercepts as its minimum over constant scores, where every block's residuals sum to 0", () => {
    const scores = Float64Array.from({ length: n * loss.blocks }, (_, at) => loss.emptyIntercepts[Math.floor(at / n)]!);
    const { residuals } = pointAt(loss, scores);
    for (let k = 0; k < loss.blocks; k++) expect(residuals.subarray(k * n, (k + 1) * n).reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 11);
    expect(loss.emptyIntercepts.reduce((sum, value) => sum + value, 0)).toBeCloseTo(loss.blocks === 1 ? loss.emptyIntercepts[0]! : 0, 12);
  });

  it("has a dual that bounds it from below for residuals that sum to 0 with any scores, and meets it at its own", () => {
    const scores = gaussianScores(loss, 2);
    const point = pointAt(loss, scores);
    // Fenchel: value(η) ≥ dual(r) + mean of −ηᵀr for every η; equal where r are the residuals at η.
    const product = (eta: Float64Array, r: Float64Array) => eta.reduce((sum, value, at) => sum + value * r[at]!, 0) / n;
    expect(loss.dualValue(scores, point, 1)).toBeCloseTo(point.value + product(scores, point.residuals), 12);
    for (const share of [0.999, 0.5, 1e-3]) {
      const dual = loss.dualValue(scores, point, share);
      const shrunk = point.residuals.map((value) => share * value);
      expect(loss.dualValueNear(shrunk.slice())).toBeCloseTo(dual, 11);
      for (let draw = 0; draw < 20; draw++) {
        const other = gaussianScores(loss, 3);
        expect(pointAt(loss, other).value + product(other, shrunk)).toBeGreaterThanOrEqual(dual - 1e-12);
      }
    }
  });

  it("copies points", () => {
    const [from, to] = [pointAt(loss, gaussianScores(loss)), emptyPoint(loss)];
    expect(to.value).toBeNaN();
    copyPoint(from, to);
    expect(to).toEqual(from);
    expect(to.residuals).not.toBe(from.residuals);
  });
});

describe.each(["logistic", "softmax"])("the %s loss where rows are far on one side", (name) => {
  const loss = losses[name]!;
  const classes = name === "logistic" ? halves : labels;
  /** Scores that put every row `lead` ahead for its own class; negative: behind. */
  const ahead = (lead: number) => Float64Array.from({ length: n * loss.blocks }, (_, at) => (loss.blocks === 1 ? (classes[at] === 1 ? lead : -lead) : Math.floor(at / n) === classes[at % n] ? lead : 0));

  it("keeps the digits of a loss that is nearly 0, and of a large one", () => {
    for (const lead of [18, 30, 100, 700]) {
      const others = loss.blocks === 1 ? 1 : 2;
      expect(pointAt(loss, ahead(lead)).value / (others * Math.exp(-lead))).toBeCloseTo(1, 7);
      expect(pointAt(loss, ahead(-lead)).value).toBeCloseTo(loss.blocks === 1 ? lead : lead + Math.log(2), 7);
    }
    expect(pointAt(loss, ahead(1e6)).value).toBe(0);
    expect(pointAt(loss, ahead(-1e6)).value).toBeCloseTo(loss.blocks === 1 ? 1e6 : 1e6 + Math.log(2), 6);
    for (const lead of [1e6, -1e6]) expect(pointAt(loss, ahead(lead)).residuals.every(Number.isFinite)).toBe(true);
  });

  it("has a finite dual there", () => {
    for (const lead of [40, 700, -40, -700]) for (const share of [1, 0.5]) expect(loss.dualValue(ahead(lead), pointAt(loss, ahead(lead)), share)).toBeGreaterThanOrEqual(-1e-9);
  });
});

it("one logarithm for many rows of the logistic loss loses none of them", () => {
  const rows = 5000;
  const loss = logisticLoss(Float64Array.from({ length: rows }, (_, i) => i % 2));
  const scores = Float64Array.from({ length: rows }, () => 3 * normal(random));
  const point = emptyPoint(loss);
  loss.evaluate(scores, point);
  const expected = scores.reduce((sum, score, i) => sum + Math.log1p(Math.exp(i % 2 === 1 ? -score : score)), 0) / rows;
  expect(Math.abs(point.value - expected)).toBeLessThanOrEqual(1e-13 * expected);
});

describe("the curvature between coordinates", () => {
  const p = 3;
  const columns = Array.from({ length: p }, () => Float64Array.from({ length: n }, () => normal(random)));
  const store = columnStore([...columns, new Float64Array(n).fill(1)]);

  it.each(Object.keys(losses))("is XᵀWX/n with the row weights of the %s loss, in whatever order they join", (name) => {
    const loss = losses[name]!;
    const { residuals } = pointAt(loss, gaussianScores(loss));
    const all = Array.from({ length: loss.blocks * (p + 1) }, (_, at) => at);
    const curvature = createCurvature({ loss, columns, store });
    curvature.refresh(residuals, all.filter((at) => at % 2 === 1));
    for (const at of [...all].reverse()) curvature.join(at);
    expect([...curvature.members].sort((a, b) => a - b)).toEqual(all);
    const place = (at: number) => (at < loss.blocks * p ? { block: Math.floor(at / p), own: columns[at % p]! } : { block: at - loss.blocks * p, own: new Float64Array(n).fill(1) });
    const weights = new Float64Array(n);
    curvature.members.forEach((a, row) => {
      expect(curvature.rowOf[a]).toBe(row);
      curvature.members.forEach((b, other) => {
        const [left, right] = [place(a), place(b)];
        loss.curvature(residuals, left.block, right.block, weights);
        const expected = left.own.reduce((sum, value, i) => sum + value * weights[i]! * right.own[i]!, 0) / n;
        expect(Math.abs(curvature.values[row * curvature.stride + other]! - expected)).toBeLessThanOrEqual(1e-11);
      });
    });
  });

  it("forgets the members and weights of older residuals", () => {
    const loss = losses["logistic"]!;
    const [first, second] = [gaussianScores(loss), gaussianScores(loss)].map((scores) => pointAt(loss, scores).residuals);
    const [used, fresh] = [createCurvature({ loss, columns, store }), createCurvature({ loss, columns, store })];
    used.refresh(first!, [0, 1, 2, 3]);
    const { version } = used;
    used.refresh(second!, [1, 3]);
    fresh.refresh(second!, [1, 3]);
    expect(used.version).not.toBe(version);
    expect(used.members).toEqual([1, 3]);
    expect(Array.from(used.rowOf)).toEqual([-1, 0, -1, 1]);
    for (let row = 0; row < 2; row++) for (let other = 0; other < 2; other++) expect(used.values[row * used.stride + other]).toBe(fresh.values[row * fresh.stride + other]);
  });
});
