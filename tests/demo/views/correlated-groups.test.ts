import { describe, expect, it } from "vitest";
import { correlatedGroups, pairToWatch } from "../../../src/demo/views/correlated-groups";
import { stabilityRows } from "../../../src/demo/views/stability-rows";
import { modelOf } from "../model-of";

const matrix = (rows: number[][]) => ({ values: Float64Array.from(rows.flat()), rows: rows.length, columns: rows.length });

describe("features that go together", () => {
  it("are grouped from |r| = 1/√2 on, through a third one too, whatever their scale and sign", () => {
    const gram = matrix([[4, 0, -1.6, 0, 0], [0, 1, 0, 0.1, 0], [-1.6, 0, 1, 0, 0.75], [0, 0.1, 0, 1, 0], [0, 0, 0.75, 0, 1]]);
    const groups = correlatedGroups(gram);
    expect(groups.map(({ features }) => features)).toEqual([[0, 2, 4], [1], [3]]);
    expect(groups[0]?.correlation).toBeCloseTo(0.8, 12);
    expect(pairToWatch({ gram, correlations: new Float64Array(5) })).toEqual({ pair: [0, 2], correlation: expect.closeTo(0.8, 12) as number });
  });

  it("are none where nothing varies together, and a constant column goes with nothing", () => {
    expect(correlatedGroups(matrix([[1, 0], [0, 0]])).map(({ features }) => features)).toEqual([[0], [1]]);
    expect(pairToWatch({ gram: matrix([[1]]), correlations: Float64Array.of(1) })).toBeNull();
  });

  it("are watched in the group that goes most with the target, else the two of all that go together most", () => {
    const gram = matrix([[1, 0.99, 0, 0], [0.99, 1, 0, 0], [0, 0, 1, -0.8], [0, 0, -0.8, 1]]);
    expect(pairToWatch({ gram, correlations: Float64Array.of(0.1, 0.1, 0.05, -0.6) })?.pair).toEqual([2, 3]);
    expect(pairToWatch({ gram: matrix([[1, 0.1, 0.3], [0.1, 1, 0], [0.3, 0, 1]]), correlations: new Float64Array(3) })?.pair).toEqual([0, 2]);
  });

  it("of the diabetes data are the two cholesterols and the two that hold HDL, and stand beside each other", () => {
    const model = modelOf("");
    const groups = correlatedGroups(model.moments.gram);
    const names = (features: readonly number[]) => features.map((feature) => model.features[feature]);
    expect(groups.filter(({ features }) => features.length > 1).map(({ features }) => names(features))).toEqual([["s1", "s2"], ["s3", "s4"]]);
    const rows = stabilityRows(model, groups);
    expect(names(rows.map(({ feature }) => feature)).slice(0, 4)).toEqual(["s1", "s2", "s3", "s4"]);
    expect(new Set(rows.map(({ feature }) => feature)).size).toBe(10);
  });
});
