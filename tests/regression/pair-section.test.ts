import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { logisticSection, type PairSection, softmaxSection } from "../../src/regression/pair-section";
import { classesOf } from "./support/classes";
import { at, autoregressive } from "./support/designs";

const random = createRandom(101);
const [n, p] = [40, 4];
const x = autoregressive(random, n, p, 0.4);
const three = classesOf(random, x, 3, 1);
const two = three.map((label) => Math.min(1, label));

/** Value and derivatives of any function of two numbers, by differences. */
function differences(value: (a: number, b: number) => number, a: number, b: number) {
  const h = 1e-4;
  const [up, down, right, left] = [value(a, b + h), value(a, b - h), value(a + h, b), value(a - h, b)];
  const here = value(a, b);
  return {
    value: here,
    da: (right - left) / (2 * h),
    db: (up - down) / (2 * h),
    aa: (right - 2 * here + left) / h ** 2,
    bb: (up - 2 * here + down) / h ** 2,
    ab: (value(a + h, b + h) - value(a + h, b - h) - value(a - h, b + h) + value(a - h, b - h)) / (4 * h ** 2),
  };
}

function expectDerivatives(section: PairSection, value: (a: number, b: number) => number): void {
  for (const [a, b] of [[0, 0], [0.7, -0.4], [-1.5, 2], [3, 3]] as const) {
    const found = { ...section.look(a, b) };
    const expected = differences(value, a, b);
    expect(Math.abs(found.value - expected.value)).toBeLessThanOrEqual(1e-12);
    for (const name of ["da", "db"] as const) expect(Math.abs(found[name] - expected[name])).toBeLessThanOrEqual(1e-7);
    for (const name of ["aa", "ab", "bb"] as const) expect(Math.abs(found[name] - expected[name])).toBeLessThanOrEqual(1e-6);
  }
}

describe("the log-loss of two classes over two weights", () => {
  const held = Float64Array.of(0.4, 9, -0.6, 9);
  const pair = [1, 3] as const;
  const score = (i: number, a: number, b: number) => 0.4 * at(x, i, 0) - 0.6 * at(x, i, 2) + a * at(x, i, 1) + b * at(x, i, 3);
  const lossAt = (intercept: number, a: number, b: number) => two.reduce((sum, label, i) => sum + Math.log1p(Math.exp((label === 1 ? -1 : 1) * (score(i, a, b) + intercept))), 0) / n;
  /** With the best intercept, by halving the slope's bracket. */
  const bestLoss = (a: number, b: number) => {
    let [low, high] = [-40, 40];
    for (let step = 0; step < 200; step++) {
      const middle = (low + high) / 2;
      const rest = two.reduce((sum, label, i) => sum + label - 1 / (1 + Math.exp(-score(i, a, b) - middle)), 0);
      if (rest > 0) low = middle;
      else high = middle;
    }
    return lossAt((low + high) / 2, a, b);
  };
  const section = logisticSection({ x, labels: two }, pair);

  it("is that with the best intercept, with its slopes and second derivatives; the pair's own held weights do not count", () => {
    section.hold(held);
    expectDerivatives(section, bestLoss);
  });

  it("is found from anywhere, also far out where nothing curves", () => {
    section.hold(held);
    const near = section.look(0.2, 0.1).value;
    for (const far of [400, -400]) expect(Math.abs(section.look(far, far).value - bestLoss(far, far))).toBeLessThanOrEqual(1e-9 * bestLoss(far, far));
    expect(Math.abs(section.look(0.2, 0.1).value - near)).toBeLessThanOrEqual(1e-12);
  });

  it("is held anew: nothing of the weights before is left", () => {
    section.hold(held);
    section.hold(new Float64Array(p));
    const plain = logisticSection({ x, labels: two }, pair);
    plain.hold(new Float64Array(p));
    expect(section.look(1, 1).value).toBeCloseTo(plain.look(1, 1).value, 13);
  });

  it("of many rows loses none of them to its one logarithm", () => {
    const rows = 2000;
    const far = { values: Float64Array.from({ length: 2 * rows }, () => 2 * normal(random)), rows, columns: 2 };
    const labels = Float64Array.from({ length: rows }, (_, i) => i % 2);
    const large = logisticSection({ x: far, labels }, [0, 1]);
    large.hold(new Float64Array(2));
    const { value } = large.look(0, 0);
    expect(Math.abs(value - Math.LN2)).toBeLessThanOrEqual(1e-12);
  });
});

describe("the log-loss of three classes over two weights", () => {
  const held = Float64Array.from({ length: 3 * p }, () => 0.5 * normal(random));
  const intercepts = Float64Array.of(0.3, -0.5, 0.2);
  const lossOf = (weights: Float64Array) =>
    three.reduce((sum, label, i) => {
      const scores = Array.from({ length: 3 }, (_, k) => Array.from({ length: p }, (_j, j) => weights[k * p + j]! * at(x, i, j)).reduce((total, value) => total + value, intercepts[k]!));
      return sum + Math.log(scores.reduce((total, value) => total + Math.exp(value - scores[label]!), 0));
    }, 0) / n;

  it.each([
    ["of one class", [1, 2]],
    ["of two classes and two features", [p + 1, 2 * p + 3]],
    ["of two classes and one feature", [2, 2 * p + 2]],
    ["of the last class first", [2 * p, 0]],
  ] as const)("with weights %s has its value, slopes and second derivatives", (_, pair) => {
    let asked = 0;
    const section = softmaxSection({ x, labels: three }, pair, (weights) => {
      asked++;
      expect(weights).toBe(held);
      return intercepts;
    });
    section.hold(held);
    expect(asked).toBe(1);
    expectDerivatives(section, (a, b) => {
      const weights = held.slice();
      [weights[pair[0]], weights[pair[1]]] = [a, b];
      return lossOf(weights);
    });
    for (const far of [300, -300]) expect(Number.isFinite(section.look(far, -far).value)).toBe(true);
  });
});
