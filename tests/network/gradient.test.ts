import { describe, expect, it, test } from "vitest";
import { workspaceFor } from "../../src/network/forward";
import { lossAndGradient } from "../../src/network/gradient";
import { initialParameters } from "../../src/network/initialise";
import type { Architecture } from "../../src/network/layer";
import { filtersOf, layoutOf } from "../../src/network/layout";
import { addSmoothSlope, networkPenalties, penaltyValue } from "../../src/network/penalty";
import { drawExamples, networks } from "./sample-networks";

const examples = drawExamples(9, 4);
const chosen = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Slopes by central differences. */
function differences(parameters: Float64Array, objective: (parameters: Float64Array) => number, step = 1e-5): Float64Array {
  return parameters.map((value, j) => {
    const at = (shifted: number) => objective(Object.assign(parameters.slice(), { [j]: shifted }));
    return (at(value + step) - at(value - step)) / (2 * step);
  });
}

/** Biases away from 0, so that no unit stands at the corner of ReLU. */
function parametersOf(architecture: Architecture): Float64Array {
  const parameters = initialParameters(architecture, 3);
  for (const { biases, end } of layoutOf(architecture)) for (let j = biases; j < end; j += 1) parameters[j] = 0.1 + 0.03 * (j % 5);
  return parameters;
}

const largestDifference = (one: Float64Array, other: Float64Array) => one.reduce((most, value, j) => Math.max(most, Math.abs(value - (other[j] ?? NaN))), 0);

describe("the gradient of the mean cross-entropy", () => {
  it.each(Object.entries(networks))("is that of finite differences to 1e-6 in every parameter of %s", (_, architecture) => {
    const workspace = workspaceFor(architecture);
    const parameters = parametersOf(architecture);
    const gradient = new Float64Array(parameters.length);
    const loss = (at: Float64Array) => lossAndGradient(workspace, at, examples, chosen, new Float64Array(parameters.length));
    lossAndGradient(workspace, parameters, examples, chosen, gradient);
    expect(gradient.some((slope) => Math.abs(slope) > 0.01)).toBe(true);
    expect(largestDifference(gradient, differences(parameters, loss))).toBeLessThan(1e-6);
  });

  it.each(networkPenalties)("with what %s adds where it has a slope is that of finite differences to 1e-6", (kind) => {
    const architecture = networks["filters before a dense layer"] as Architecture;
    const parameters = parametersOf(architecture);
    const penalty = { kind, lambda: 0.3, mix: 0.4 };
    const gradient = new Float64Array(parameters.length);
    addSmoothSlope(penalty, architecture, parameters, gradient);
    // The corner's part, whose slope away from 0 is λρ·sign, or λ√m·f/‖f‖; the proximal step takes it.
    const share = kind === "l1" ? 1 : kind === "elastic" ? 0.4 : 0;
    for (const { weights, biases } of layoutOf(architecture)) for (let j = weights; j < biases; j += 1) gradient[j] = (gradient[j] ?? 0) + 0.3 * share * Math.sign(parameters[j] ?? 0);
    if (kind === "group") {
      for (const { start, length, bias } of filtersOf(architecture)) {
        const places = [...Array.from({ length }, (_, k) => start + k), bias];
        const norm = Math.hypot(...places.map((j) => parameters[j] ?? 0));
        for (const j of places) gradient[j] = (gradient[j] ?? 0) + (0.3 * Math.sqrt(length + 1) * (parameters[j] ?? 0)) / norm;
      }
    }
    expect(largestDifference(gradient, differences(parameters, (at) => penaltyValue(penalty, architecture, at)))).toBeLessThan(1e-6);
  });

  test("reaches a filter that is exactly 0, which can therefore come back", () => {
    const architecture = networks["filters before a dense layer"] as Architecture;
    const parameters = parametersOf(architecture);
    const [filter] = filtersOf(architecture);
    if (filter === undefined) throw new Error("no filter");
    parameters.fill(0, filter.start, filter.start + filter.length);
    parameters[filter.bias] = 0;
    const gradient = new Float64Array(parameters.length);
    lossAndGradient(workspaceFor(architecture), parameters, examples, chosen, gradient);
    expect(gradient.subarray(filter.start, filter.start + filter.length).every((slope) => slope !== 0)).toBe(true);
  });
});
