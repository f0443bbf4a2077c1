import { describe, expect, it } from "vitest";
import { createRandom, normal } from "../../src/math/random";
import { elasticNetPath } from "../../src/regression/elastic-net-path";
import { engineScale, type LossName, noteLambda, type PenaltyName } from "../../src/regression/note-objective";
import { leastSquares } from "../../src/regression/standardize";
import { gaussian, targetOf } from "./support/designs";

const losses: LossName[] = ["squared", "logistic", "softmax"];
const penalties: PenaltyName[] = ["none", "l1", "l2", "elastic-net"];
const cases = losses.flatMap((loss) => penalties.map((penalty) => ({ loss, penalty })));
const mixes = [0, 0.25, 0.5, 1];

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The penalty as the note writes it. */
function notePenalty(penalty: PenaltyName, mix: number, w: readonly number[]): number {
  const l1 = sum(w.map(Math.abs));
  const l2 = sum(w.map((weight) => weight * weight));
  return { none: 0, l1, l2, "elastic-net": mix * l1 + (1 - mix) * l2 }[penalty];
}

describe("the note's λ and the engine's", () => {
  it.each(cases)("minimise the same function for $loss loss and $penalty", ({ loss, penalty }) => {
    const random = createRandom(3);
    // The engine halves the MSE and takes the mean log-loss as it is.
    const noteLosses = loss === "squared" ? 2 : 1;
    for (const mix of mixes) {
      for (let draw = 0; draw < 10; draw++) {
        const w = Array.from({ length: 5 }, () => normal(random));
        const lambda = 3 * random();
        const scale = engineScale({ loss, penalty, lambda, mix });
        const engine = scale.lambda * (scale.l1Ratio * sum(w.map(Math.abs)) + ((1 - scale.l1Ratio) / 2) * sum(w.map((weight) => weight ** 2)));
        expect(noteLosses * engine).toBeCloseTo(lambda * notePenalty(penalty, mix, w), 12);
      }
    }
  });

  it.each(cases)("turn back into each other for $loss loss and $penalty", ({ loss, penalty }) => {
    for (const mix of mixes) {
      const note = { loss, penalty, mix };
      const back = noteLambda({ ...note, lambda: engineScale({ ...note, lambda: 0.7 }).lambda });
      expect(back).toBeCloseTo(penalty === "none" ? 0 : 0.7, 14);
    }
  });

  it("are λ/2 for L1 and λ for L2 with MSE, λ and 2λ with log-loss", () => {
    const at = (loss: LossName, penalty: PenaltyName) => engineScale({ loss, penalty, lambda: 0.4, mix: 0.5 });
    expect(at("squared", "l1")).toEqual({ lambda: 0.2, l1Ratio: 1 });
    expect(at("squared", "l2")).toEqual({ lambda: 0.4, l1Ratio: 0 });
    expect(at("logistic", "l1")).toEqual({ lambda: 0.4, l1Ratio: 1 });
    expect(at("softmax", "l2")).toEqual({ lambda: 0.8, l1Ratio: 0 });
  });

  it("for elastic net are λ(1 − ρ/2) with MSE, λ(2 − ρ) with log-loss, and ρ/(2 − ρ)", () => {
    for (const mix of mixes) {
      const squared = engineScale({ loss: "squared", penalty: "elastic-net", lambda: 0.4, mix });
      expect(squared.lambda).toBeCloseTo(0.4 * (1 - mix / 2), 15);
      expect(squared.l1Ratio).toBeCloseTo(mix / (2 - mix), 15);
      expect(engineScale({ loss: "logistic", penalty: "elastic-net", lambda: 0.4, mix }).lambda).toBeCloseTo(0.4 * (2 - mix), 15);
    }
  });
});

describe("the engine's solution", () => {
  const random = createRandom(8);
  const x = gaussian(random, 40, 4);
  const problem = leastSquares(x, targetOf(random, x), { standardizeTarget: true });

  /** MSE + penalty, both by definition. */
  function noteValue(w: readonly number[], penalty: PenaltyName, lambda: number, mix: number): number {
    const { rows: n, values } = problem.x;
    const errors = Array.from(problem.y, (y, i) => y - sum(w.map((weight, j) => weight * (values[j * n + i] as number))));
    return sum(errors.map((error) => error * error)) / n + lambda * notePenalty(penalty, mix, w);
  }

  it.each(penalties)("has a smaller value of the note's formula than any of 2,000 points around it, for %s", (penalty) => {
    for (const mix of [0.2, 0.8]) {
      const lambda = 0.3;
      const scale = engineScale({ loss: "squared", penalty, lambda, mix });
      const w = Array.from(elasticNetPath(problem, scale.l1Ratio).coefficientsAt(scale.lambda));
      const best = noteValue(w, penalty, lambda, mix);
      for (let draw = 0; draw < 1000; draw++) {
        const size = 10 ** (-4 * random());
        const nearby = w.map((weight) => (random() < 0.3 ? 0 : weight) + (random() < 0.5 ? size * normal(random) : 0));
        expect(noteValue(nearby, penalty, lambda, mix)).toBeGreaterThanOrEqual(best - 1e-15);
      }
    }
  });
});
