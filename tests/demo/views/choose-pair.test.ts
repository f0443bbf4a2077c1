import { describe, expect, it } from "vitest";
import { choosePair, pairOf } from "../../../src/demo/views/choose-pair";
import { fitOf, modelOf } from "../model-of";

const largest = (weights: Float64Array, among: (index: number) => boolean) =>
  [...weights.keys()].filter(among).reduce((best, j) => (Math.abs(weights[j] ?? 0) > Math.abs(weights[best] ?? 0) ? j : best));

describe("the pair that geometry draws", () => {
  it("is the largest weight that L1 keeps beside the one it drops although L2 gives it most", () => {
    const model = modelOf("lambda: 0.2");
    const [l1, l2] = [fitOf(model, "l1").weightsAt(0.2), fitOf(model, "l2").weightsAt(0.2)];
    const pair = choosePair(model) as readonly [number, number];
    expect(l1[pair[0]]).not.toBe(0);
    expect(l1[pair[1]]).toBe(0);
    expect(pair).toEqual([largest(l1, (j) => l1[j] !== 0), largest(l2, (j) => l1[j] === 0)]);
    expect(pair.map((j) => model.features[j])).toEqual(["bmi", "sex"]);
  });

  it.each(["penalties: [l2]", "penalties: [l1, l2]\nlambda: 0", "penalties: [l1, l2]\nlambda: 9"])("is the two largest weights without a penalty for %j", (text) => {
    const model = modelOf(text);
    const free = model.fits[0]?.weightsAt(0) as Float64Array;
    const first = largest(free, () => true);
    expect(choosePair(model)).toEqual([first, largest(free, (j) => j !== first)]);
  });

  it("is the only pair of two features, and none for one", () => {
    expect(choosePair(modelOf("data: two"))).toEqual([0, 1]);
    expect(choosePair(modelOf("features: [bmi]"))).toBeNull();
  });

  it("does not change while λ moves: it belongs to the λ of the block", () => {
    const model = modelOf("lambda: 0.2");
    const before = choosePair(model);
    model.fits.forEach((fit) => fit.weightsAt(0.9));
    expect(choosePair(model)).toEqual(before);
  });
});

describe("a pair chosen by name", () => {
  const model = modelOf("features: [age, bmi, bp]");

  it("is drawn in the order of its names", () => {
    expect(pairOf(model, ["bp", "age"])).toEqual([2, 0]);
  });

  it("gives way to the chosen one where a name is gone or stands twice", () => {
    for (const named of [["bmi", "s5"], ["bmi", "bmi"], null] as const) expect(pairOf(model, named)).toEqual(choosePair(model));
  });
});
