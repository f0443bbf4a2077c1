import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createBlockState } from "../../../src/demo/block-state";
import { parseSpec } from "../../../src/demo/spec/parse-spec";
import { presets } from "../../../src/demo/spec/presets";
import { writeKey } from "../../../src/demo/spec/write-key";
import { writeView } from "../../../src/demo/spec/write-view";

const specOf = (body: string) => {
  const parsed = parseSpec(body, (text) => parse(text) as unknown);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.spec;
};

describe("one key of a fence", () => {
  it.each([
    ["data: two", "data: two\npenalties: [l2]"],
    ["penalties: [l1, l2] # both\ndata: two", "penalties: [l2] # both\ndata: two"],
    ["penalty: lasso\n", "penalty: [l2]\n"],
    ["penalties:\n  - l1\n  - l2\ndata: two", "penalties: [l2]\ndata: two"],
    ["penalties:\n- l1\n- l2", "penalties: [l2]"],
    ["data: two\r\npenalties:\r\n  - l1\r\nseed: 3\r\n", "data: two\r\npenalties: [l2]\r\nseed: 3\r\n"],
    ["penalties:\n  [l1, l2]\ndata: two", "penalties:\n  [l2]\ndata: two"],
    ["{data: two, penalties: [l1, l2], seed: 3}", "{data: two, penalties: [l2], seed: 3}"],
    ["{data: two}", "{penalties: [l2], data: two}"],
  ])("%j becomes %j", (before, after) => {
    expect(writeKey(before, "penalties", "[l2]")).toBe(after);
    expect(specOf(after).penalties).toEqual(["l2"]);
  });
});

describe("the view of a block", () => {
  const changed = (body: string, changes: object) => {
    const spec = specOf(body);
    const state = createBlockState({ lambda: spec.lambda ?? 0.1, match: spec.match });
    state.set(changes);
    return { spec, values: state.get() };
  };

  it("is read back as it was shown, from every preset, and only what was changed is written", () => {
    for (const { body } of presets) {
      const { spec, values } = changed(body, { lambda: 0.35 });
      const written = writeView(body, values, spec);
      expect(specOf(written)).toEqual({ ...spec, lambda: 0.35 });
      expect(writeView(written, values, spec)).toBe(written);
    }
  });

  it("holds the columns that were chosen, in names that are read back", () => {
    const body = "data: diabetes\ntarget: progression # mine";
    const features = ["bmi", "true", "7", "a, b", "weather = sun", "기분"];
    const { spec, values } = changed(body, { columns: { target: "s5", features } });
    const written = writeView(body, values, spec, 0.1);
    expect(written.split("\n").slice(0, 2)).toEqual(["data: diabetes", "target: s5 # mine"]);
    expect(specOf(written)).toMatchObject({ target: "s5", features });
    expect(specOf(written).lambda).toBeUndefined();
    expect(writeView(body, { ...values, columns: { target: "s5", features: null } }, spec, 0.1)).toBe("data: diabetes\ntarget: s5 # mine");
  });

  it("holds what is compared at, the penalties still shown, and the aim", () => {
    const body = "data: diabetes # mine\npenalties: [l1, l2, none]\nviews: [verdict]";
    const { spec, values } = changed(body, { lambda: 0.2, match: "fit", hidden: ["none"], aim: "few" });
    expect(writeView(body, values, spec)).toBe("data: diabetes # mine\npenalties: [l1, l2]\nviews: [verdict]\nlambda: 0.2\nmatch: fit\naim: few");
  });

  it("holds a tuned λ as such", () => {
    const { spec, values } = changed("lambda: 0.3", { match: "1se" });
    expect(writeView("lambda: 0.3", values, spec)).toBe("lambda: 1se");
    expect(specOf("lambda: 1se").match).toBe("1se");
  });
});
