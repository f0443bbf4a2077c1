import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { newtonProblem } from "../../src/regression/newton-problem";
import { emptyState, stateAt } from "../../src/regression/newton-state";
import { checkProblem } from "../../src/regression/problem";
import { watchedGradient } from "../../src/regression/watched-gradient";
import { classesOf } from "./support/classes";
import { at, autoregressive, matrix } from "./support/designs";

const random = createRandom(121);
const [n, p] = [40, 6];
const base = autoregressive(random, n, p, 0.5);
/** Column 4 is constant. */
const x = matrix(n, p, (i, j) => (j === 4 ? 1 : at(base, i, j)));
const y = classesOf(random, base, 3, 1);

describe.each([["logistic", 1], ["softmax", 3]] as const)("the gradient of the %s loss", (loss, blocks) => {
  const labels = blocks === 1 ? y.map((label) => Math.min(1, label)) : y;
  const { problem } = newtonProblem(checkProblem({ x, y: labels, loss }));
  const weights = blocks * p;
  const values = Float64Array.from({ length: weights + blocks }, (_, place) => (place % 2 === 0 || place % p === 4 ? 0 : 0.3 * normal(random)));
  const state = stateAt(problem, values);
  /** By the definition: minus the derivatives of the mean loss. */
  const slope = (place: number) => {
    const k = place < weights ? Math.floor(place / p) : place - weights;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += state.point.residuals[k * n + i]! * (place < weights ? problem.design.columns[place % p]![i]! : 1);
    return sum / n;
  };

  it("has every derivative when all are asked for", () => {
    const gradient = watchedGradient(problem, state);
    gradient.updateAll();
    gradient.values.forEach((value, place) => expect(Math.abs(value - slope(place))).toBeLessThanOrEqual(1e-13));
    expect(gradient.size).toBe(0);
  });

  it("watches what is beyond a bound, once, and never a constant column; only these are brought up to date", () => {
    const gradient = watchedGradient(problem, state);
    gradient.updateAll();
    const sizes = Array.from({ length: weights }, (_, place) => Math.abs(slope(place)));
    const bound = [...sizes].sort((a, b) => b - a)[3]!;
    const beyond = sizes.filter((size) => size > bound).length;
    expect(gradient.watch(bound)).toBe(true);
    expect(gradient.size).toBe(beyond);
    expect(gradient.watch(bound)).toBe(false);
    expect(gradient.watch(Infinity)).toBe(false);
    gradient.values.fill(7);
    gradient.update();
    gradient.values.forEach((value, place) => {
      if (place >= weights || sizes[place]! > bound) expect(Math.abs(value - slope(place))).toBeLessThanOrEqual(1e-13);
      else expect(value).toBe(7);
    });
    gradient.updateAll();
    expect(gradient.watch(-1)).toBe(true);
    expect(gradient.size).toBe(blocks * (p - 1));
  });

  it("watches whole blocks", () => {
    const gradient = watchedGradient(problem, state);
    gradient.watchBlocks(1);
    expect(gradient.size).toBe(p - 1);
    gradient.watchBlocks(blocks);
    expect(gradient.size).toBe(blocks * (p - 1));
  });

  it.each([{ l1: 0, l2: 0 }, { l1: 0.05, l2: 0 }, { l1: 0.02, l2: 0.1 }, { l1: 0, l2: 0.1 }])("is inspected for what violates its condition ($l1, $l2)", ({ l1, l2 }) => {
    const gradient = watchedGradient(problem, state);
    gradient.watchBlocks(blocks);
    gradient.update();
    const { violation, members, cost } = gradient.inspect({ l1, l2 });
    const off = (place: number) => {
      if (place >= weights) return Math.abs(slope(place));
      const own = slope(place) - l2 * values[place]!;
      return values[place] === 0 ? Math.max(0, Math.abs(own) - l1) : Math.abs(own - l1 * Math.sign(values[place]!));
    };
    const places = Array.from({ length: weights + blocks }, (_, place) => place).filter((place) => place >= weights || place % p !== 4);
    expect(violation).toBeCloseTo(Math.max(...places.map(off)), 12);
    // The last class's intercept is pinned: all may move together without effect.
    const free = Math.max(1, blocks - 1);
    const wanted = places.filter((place) => (place >= weights ? place - weights < free : values[place] !== 0 || off(place) > 0 || l1 === 0));
    expect([...members].sort((a, b) => a - b)).toEqual(wanted);
    expect(cost).toBeGreaterThan(0);
  });

  it("costs nothing where nothing is off", () => {
    const empty = emptyState(problem);
    const gradient = watchedGradient(problem, empty);
    gradient.watchBlocks(blocks);
    gradient.update();
    const { violation, cost, members } = gradient.inspect({ l1: 10, l2: 0 });
    expect(violation).toBeLessThanOrEqual(1e-15);
    expect(cost).toBeLessThanOrEqual(1e-14);
    expect(members).toHaveLength(Math.max(1, blocks - 1));
  });
});

it("without an intercept there is none to look at", () => {
  const { problem } = newtonProblem(checkProblem({ x, y: y.map((label) => Math.min(1, label)), loss: "logistic", intercept: false }));
  const gradient = watchedGradient(problem, emptyState(problem));
  gradient.updateAll();
  expect(gradient.values[p]).toBe(0);
  gradient.watchBlocks(1);
  expect(gradient.inspect({ l1: 0, l2: 0 }).members).toEqual([0, 1, 2, 3, 5]);
});
