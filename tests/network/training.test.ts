import { describe, expect, it, test } from "vitest";
import { accuracy } from "../../src/network/accuracy";
import { type Examples, lossAndGradient } from "../../src/network/gradient";
import { shares, workspaceFor } from "../../src/network/forward";
import { initialParameters } from "../../src/network/initialise";
import { type Architecture, checkArchitecture } from "../../src/network/layer";
import { filtersOf, isDead } from "../../src/network/layout";
import { type OptimizerName, optimizerNames } from "../../src/network/optimizer";
import { networkPenalties, type Penalty } from "../../src/network/penalty";
import { storageOf } from "../../src/network/storage";
import { beginTraining, createTrainer, type Training } from "../../src/network/training";
import { weightSizes } from "../../src/network/weight-sizes";
import { drawExamples, networks } from "./sample-networks";

const architecture = networks["filters before a dense layer"] as Architecture;
const examples = drawExamples(60, 1);
const usualRate = { sgd: 0.05, momentum: 0.01, adam: 0.01 };

interface Run {
  name?: OptimizerName;
  rate?: number;
  steps?: number;
  from?: Training;
  data?: Examples;
}

function trained(penalty: Partial<Penalty>, { name = "adam", rate = usualRate[name], steps = 200, from, data = examples }: Run = {}): Training {
  const trainer = createTrainer(architecture, { examples: data, batch: 10 });
  const full = { kind: "none", lambda: 0, mix: 0.5, ...penalty } as const;
  let state: Training = from ? { ...from, penalty: full } : beginTraining({ architecture, penalty: full, optimizer: { name, rate }, seed: 7 });
  for (let step = 0; step < steps; step += 1) state = trainer.step(state);
  return state;
}

describe("training", () => {
  it.each(optimizerNames)("learns the examples with %s", (name) => {
    expect(accuracy(architecture, trained({}, { name, steps: 600 }).parameters, examples)).toBeGreaterThan(0.9);
  });

  test("is the same for the same seed, and another for another", () => {
    expect(trained({}).parameters).toEqual(trained({}).parameters);
    expect(initialParameters(architecture, 1)).not.toEqual(initialParameters(architecture, 2));
  });

  test("by plain gradient descent, L2 in the loss and weight decay of twice its λ are one step", () => {
    const [inLoss, apart] = [trained({ kind: "l2", lambda: 0.1 }, { name: "sgd", steps: 50 }), trained({ kind: "decay", lambda: 0.2 }, { name: "sgd", steps: 50 })];
    inLoss.parameters.forEach((value, j) => expect(apart.parameters[j]).toBeCloseTo(value, 12));
  });

  test("with λ = 0 every penalty trains the unpenalised network", () => {
    const { parameters } = trained({});
    for (const kind of networkPenalties) expect(trained({ kind, lambda: 0 }).parameters).toEqual(parameters);
  });

  it.each(optimizerNames)("with %s, L1 gives exact zeros, group L1 whole filters of them, and L2 none", (name) => {
    const sizes = (penalty: Partial<Penalty>) => weightSizes(architecture, trained(penalty, { name, steps: 400 }).parameters);
    expect(sizes({ kind: "l1", lambda: 0.02 }).zero).toBeGreaterThan(20);
    expect(sizes({ kind: "elastic", lambda: 0.05 }).zero).toBeGreaterThan(20);
    expect(sizes({ kind: "l2", lambda: 0.05 }).zero).toBe(0);
    expect(sizes({ kind: "decay", lambda: 0.05 }).zero).toBe(0);
    const { parameters } = trained({ kind: "group", lambda: 0.1 }, { name, steps: 400 });
    const dead = filtersOf(architecture).filter((filter) => isDead(parameters, filter));
    expect(dead.length).toBeGreaterThan(0);
    expect(weightSizes(architecture, parameters).zero).toBe(9 * dead.length);
  });

  it.each([["sgd", 0.2], ["momentum", 0.02], ["adam", 0.01]] as const)("with %s L1 comes to where its optimality conditions hold: every slope at most λ, and λ against the sign of each weight that is left", (name, rate) => {
    const dense: Architecture = [{ kind: "dense", inputs: 36, outputs: 3 }];
    const trainer = createTrainer(dense, { examples, batch: 60 });
    let state = beginTraining({ architecture: dense, penalty: { kind: "l1", lambda: 0.05, mix: 1 }, optimizer: { name, rate }, seed: 1 });
    for (let step = 0; step < 3000; step += 1) state = trainer.step(state);
    const gradient = new Float64Array(state.parameters.length);
    lossAndGradient(workspaceFor(dense), state.parameters, examples, Array.from({ length: 60 }, (_, i) => i), gradient);
    for (let j = 0; j < 108; j += 1) {
      const weight = state.parameters[j] ?? NaN;
      if (weight === 0) expect(Math.abs(gradient[j] ?? NaN)).toBeLessThanOrEqual(0.05 + 1e-6);
      else expect(gradient[j]).toBeCloseTo(-0.05 * Math.sign(weight), 6);
    }
    expect(weightSizes(dense, state.parameters).zero).toBeGreaterThan(30);
  });

  test("goes on from the same weights when λ changes, and filters come back when it falls", () => {
    const strong = trained({ kind: "group", lambda: 0.3 }, { steps: 300 });
    const dead = filtersOf(architecture).filter((filter) => isDead(strong.parameters, filter));
    expect(dead.length).toBeGreaterThan(0);
    const weak = trained({ kind: "group", lambda: 0 }, { from: strong, steps: 20 });
    expect(dead.some((filter) => !isDead(weak.parameters, filter))).toBe(true);
  });
});

describe("what is out of measure", () => {
  it.each(networkPenalties.flatMap((kind) => optimizerNames.map((name) => [kind, name] as const)))("%s at λ = 1e6 with %s leaves finite parameters and says whether it led away", (kind, name) => {
    const { parameters, diverged } = trained({ kind, lambda: 1e6 }, { name, steps: 60 });
    expect(parameters.every(Number.isFinite)).toBe(true);
    // The corner of the elastic net may hold at 0 what its square would throw out.
    if (kind !== "elastic") expect(diverged).toBe(kind === "decay" || (kind === "l2" && name !== "adam"));
    expect([...shares(architecture, parameters, new Float64Array(36).fill(1))].every(Number.isFinite)).toBe(true);
  });

  test("steps that are far too large are stopped before they leave the numbers", () => {
    for (const name of optimizerNames) {
      const { parameters } = trained({}, { name, rate: 1e8, steps: 60 });
      expect(parameters.every(Number.isFinite)).toBe(true);
    }
  });

  test("a class without examples is learned around", () => {
    const { parameters, diverged } = trained({}, { data: drawExamples(60, 1, 2) });
    expect(diverged).toBe(false);
    expect(accuracy(architecture, parameters, drawExamples(60, 1, 2))).toBeGreaterThan(0.9);
  });

  test("layers that do not fit together are refused", () => {
    expect(() => checkArchitecture([{ kind: "dense", inputs: 4, outputs: 3 }, { kind: "dense", inputs: 4, outputs: 2 }])).toThrow("layer 1 takes 4");
    expect(() => checkArchitecture([])).toThrow(RangeError);
  });
});

test("a file of a network counts its biases and places, and leaves out dead filters with what they alone lead to", () => {
  const parameters = initialParameters(architecture, 1);
  // 4·9 + 4 and 64·3 + 3 numbers.
  expect(storageOf(architecture, parameters)).toEqual({ dense: 4 * 235, sparse: 6 * 228 + 4 * 7, filters: 4 * 235 + 2 * 4 });
  parameters.fill(0, 0, 9);
  expect(storageOf(architecture, parameters)).toEqual({ dense: 940, sparse: 6 * 219 + 28, filters: 4 * (235 - 10 - 16 * 3) + 2 * 3 });
});
