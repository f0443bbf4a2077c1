import { describe, expect, it } from "vitest";
import type { PenaltyFit } from "../../src/demo/model";
import { penaltyFit } from "../../src/demo/penalty-fit";
import { pairLoss } from "../../src/demo/views/pair-loss";
import { createRandom } from "../../src/math/random";
import { reachOf } from "../../src/plot/ball-outline";
import { valueOf } from "../../src/plot/quadratic-form";
import type { Moments } from "../../src/regression/least-squares";
import { randomPair } from "./model-of";

const draws = 1000;
const around = 720;
const mixOf = (fit: PenaltyFit, mix: number) => (fit.penalty === "l1" ? 1 : fit.penalty === "l2" ? 0 : mix);

/** The point with penalty `size` in the direction of an angle: ρ·t·(|cos|+|sin|) + (1−ρ)t² = size. */
function onEdge(rho: number, size: number, angle: number): [number, number] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // Measured along the direction the ball reaches as far as one whose ρ is that much larger.
  const linear = rho * (Math.abs(cos) + Math.abs(sin));
  const t = (2 * size) / (linear + Math.sqrt(linear * linear + 4 * (1 - rho) * size));
  return [t * cos, t * sin];
}

/** Least loss on the edge of the ball: all angles are looked at, then the best place is narrowed down by golden sections. */
function bestOnBall(moments: Moments, rho: number, size: number): [number, number] {
  const { form, centre } = pairLoss(moments, [0, 1]);
  const [a, b] = centre([0, 0]);
  const loss = (angle: number) => {
    const [x, y] = onEdge(rho, size, angle);
    return valueOf(form, x - a, y - b);
  };
  const step = (2 * Math.PI) / around;
  let best = 0;
  for (let k = 1; k < around; k += 1) if (loss(k * step) < loss(best * step)) best = k;
  let [low, high] = [(best - 1) * step, (best + 1) * step];
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let i = 0; i < 60; i += 1) {
    const [one, other] = [high - golden * (high - low), low + golden * (high - low)];
    if (loss(one) < loss(other)) high = other;
    else low = one;
  }
  return onEdge(rho, size, (low + high) / 2);
}

describe("the solution of a penalty with two features", () => {
  it.each(["l1", "l2", "elastic-net"] as const)(`with %s is the least loss on the ball of its own size (${draws} ellipses, all angles)`, (penalty) => {
    const random = createRandom(1);
    let zeros = 0;
    let worst = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const moments = randomPair(random);
      const mix = 0.05 + 0.9 * random();
      const fit = penaltyFit(moments, penalty, mix);
      const largest = fit.lambdaMax < Infinity ? fit.lambdaMax : 5;
      const weights = fit.weightsAt(largest * (0.02 + 0.96 * random()));
      const [a, b] = bestOnBall(moments, mixOf(fit, mix), fit.penaltyOf(weights));
      worst = Math.max(worst, Math.abs(a - (weights[0] as number)), Math.abs(b - (weights[1] as number)));
      if (weights.includes(0)) zeros += 1;
    }
    expect(worst).toBeLessThan(1e-6);
    // Corners of the diamond are met often, the smooth disc has none.
    if (penalty === "l2") expect(zeros).toBe(0);
    else expect(zeros).toBeGreaterThan(draws / 20);
  });

  it("no point of a grid inside the ball has less loss", () => {
    const random = createRandom(2);
    for (let draw = 0; draw < 100; draw += 1) {
      const moments = randomPair(random);
      const { form, centre } = pairLoss(moments, [0, 1]);
      const [a, b] = centre([0, 0]);
      for (const penalty of ["l1", "l2", "elastic-net"] as const) {
        const fit = penaltyFit(moments, penalty, 0.4);
        const weights = fit.weightsAt(0.1 + random());
        const least = valueOf(form, (weights[0] as number) - a, (weights[1] as number) - b);
        const size = fit.penaltyOf(weights);
        const reach = reachOf(mixOf(fit, 0.4), size);
        for (let i = 0; i <= 400; i += 1) {
          const point = Float64Array.of(reach * (2 * (i % 20) - 19) / 19, reach * (2 * Math.floor(i / 20) - 19) / 19);
          if (fit.penaltyOf(point) <= size) expect(valueOf(form, (point[0] as number) - a, (point[1] as number) - b)).toBeGreaterThan(least - 1e-10);
        }
      }
    }
  });
});

describe("a penalty in the scale of the note", () => {
  const identity = (correlations: number[]): Moments => ({
    gram: { values: Float64Array.of(1, 0, 0, 1), rows: 2, columns: 2 },
    correlations: Float64Array.from(correlations),
    meanSquare: 1,
  });
  const moments = identity([0.7, -0.2]);

  it("on orthonormal features: L1 takes λ/2 away, L2 divides by 1 + λ, the elastic net does both", () => {
    for (const lambda of [0, 0.1, 0.3, 0.6, 2]) {
      const soft = (c: number, by: number) => Math.sign(c) * Math.max(0, Math.abs(c) - by);
      const expected = {
        none: (c: number) => c,
        l1: (c: number) => soft(c, lambda / 2),
        l2: (c: number) => c / (1 + lambda),
        "elastic-net": (c: number) => soft(c, (0.4 * lambda) / 2) / (1 + 0.6 * lambda),
      };
      for (const penalty of ["none", "l1", "l2", "elastic-net"] as const) {
        const weights = penaltyFit(moments, penalty, 0.4).weightsAt(lambda);
        [0.7, -0.2].forEach((c, j) => expect(weights[j]).toBeCloseTo(expected[penalty](c), 12));
      }
    }
  });

  it("has its largest λ where the last weight goes: 2·max|c| for L1, 2·max|c|/ρ for the elastic net", () => {
    expect(penaltyFit(moments, "l1", 0.4).lambdaMax).toBeCloseTo(1.4, 12);
    expect(penaltyFit(moments, "elastic-net", 0.4).lambdaMax).toBeCloseTo(3.5, 12);
    for (const penalty of ["none", "l2"] as const) expect(penaltyFit(moments, penalty, 0.4).lambdaMax).toBe(Infinity);
  });

  it("has the value that its formula writes", () => {
    const weights = Float64Array.of(0.5, -2, 0);
    const valueWith = (penalty: PenaltyFit["penalty"]) => penaltyFit(moments, penalty, 0.4).penaltyOf(weights);
    expect(valueWith("none")).toBe(0);
    expect(valueWith("l1")).toBe(2.5);
    expect(valueWith("l2")).toBe(4.25);
    expect(valueWith("elastic-net")).toBeCloseTo(0.4 * 2.5 + 0.6 * 4.25, 12);
  });

  it("refuses a negative λ", () => {
    for (const penalty of ["l1", "l2", "elastic-net"] as const) expect(() => penaltyFit(moments, penalty, 0.4).weightsAt(-0.1)).toThrow(RangeError);
  });
});
