import { describe, expect, it, test } from "vitest";
import type { Architecture } from "../../src/network/layer";
import { filtersOf, layoutOf, parameterCount } from "../../src/network/layout";
import { type NetworkPenalty, penaltyValue } from "../../src/network/penalty";
import { proximalStep, softThreshold } from "../../src/network/proximal-step";

/** Two filters of one pixel by one, and a dense layer: few enough numbers to search through. */
const architecture: Architecture = [{ kind: "convolution", side: 1, channels: 2, filters: 2, size: 1 }, { kind: "dense", inputs: 2, outputs: 2 }];
const z = Float64Array.from([0.5, -0.3, 0.02, 0.04, 0.4, -0.03, 0.7, -0.2, 0.01, 0, 0.3, -0.6]);
const metrics = { "equal steps": z.map(() => 0.2), "unequal steps": z.map((_, j) => 0.05 * (1 + (j % 4))) };

/** What the proximal step is defined to make smallest, its smooth part apart. */
function definition(kind: NetworkPenalty, sizes: Float64Array) {
  const corner = kind === "elastic" ? { kind: "l1" as const, lambda: 0.6 * 0.4, mix: 1 } : { kind, lambda: 0.6, mix: 1 };
  return (w: Float64Array) => penaltyValue(corner, architecture, w) + w.reduce((sum, value, j) => sum + (value - (z[j] ?? 0)) ** 2 / (2 * (sizes[j] ?? NaN)), 0);
}

describe.each(Object.entries(metrics))("the proximal step with %s", (_, sizes) => {
  it.each(["l1", "group", "elastic"] as const)("of %s finds what no search finds better", (kind) => {
    const objective = definition(kind, sizes);
    const w = z.slice();
    proximalStep({ kind, lambda: 0.6, mix: 0.4 }, architecture, w, sizes);
    const reached = objective(w);
    expect(w.some((value) => value === 0)).toBe(true);
    expect(w.some((value) => value !== 0)).toBe(true);
    // Pattern search from many places: the objective is convex, so that none may end lower.
    for (let start = 0; start < 6; start += 1) {
      const at = z.map((value, j) => (start === 0 ? 0 : start === 1 ? value : Math.sin(7 * start + j)));
      for (let step = 0.5; step > 1e-7; step /= 2) {
        for (let better = true; better; ) {
          better = false;
          for (let j = 0; j < at.length; j += 1) {
            for (const move of [step, -step]) {
              const next = Object.assign(at.slice(), { [j]: (at[j] ?? 0) + move });
              if (objective(next) < objective(at)) {
                at.set(next);
                better = true;
              }
            }
          }
        }
      }
      expect(objective(at)).toBeGreaterThanOrEqual(reached - 1e-12);
    }
  });

  test("sets a whole filter to 0 exactly when the pull on it is no stronger than the penalty", () => {
    for (const { start, length, bias } of filtersOf(architecture)) {
      const places = [...Array.from({ length }, (_, k) => start + k), bias];
      const pull = Math.hypot(...places.map((j) => (z[j] ?? 0) / (sizes[j] ?? NaN)));
      for (const factor of [0.999, 1.001]) {
        const w = z.slice();
        proximalStep({ kind: "group", lambda: (factor * pull) / Math.sqrt(length + 1), mix: 1 }, architecture, w, sizes);
        expect(places.every((j) => w[j] === 0)).toBe(factor > 1);
      }
    }
  });
});

test("biases are left alone by L1, and by group L1 those of units that are no filters", () => {
  for (const kind of ["l1", "elastic", "group"] as const) {
    const w = z.slice();
    proximalStep({ kind, lambda: 100, mix: 0.5 }, architecture, w, metrics["equal steps"]);
    const [filters, dense] = layoutOf(architecture);
    if (filters === undefined || dense === undefined) throw new Error("two layers");
    expect([...w.subarray(dense.biases, dense.end)]).toEqual([...z.subarray(dense.biases, dense.end)]);
    if (kind !== "group") expect([...w.subarray(filters.biases, filters.end)]).toEqual([...z.subarray(filters.biases, filters.end)]);
  }
  expect(parameterCount(architecture)).toBe(z.length);
});

test("the soft threshold minimises its definition on a fine grid", () => {
  for (const value of [-1.3, -0.2, 0, 0.1, 0.25, 2]) {
    const cost = (w: number) => 0.5 * (w - value) ** 2 + 0.25 * Math.abs(w);
    const best = softThreshold(value, 0.25);
    for (let w = -3; w <= 3; w += 0.001) expect(cost(w)).toBeGreaterThanOrEqual(cost(best) - 1e-15);
  }
});
