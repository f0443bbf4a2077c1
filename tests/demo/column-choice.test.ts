import { describe, expect, it } from "vitest";
import { builtIn } from "../../src/data/built-in";
import { rawTable } from "../../src/data/raw-table";
import { readTable } from "../../src/data/read-table";
import { chooseTarget, featureEntries, targetEntries, targetEntry, toggleFeature, withColumns, type ColumnChoice } from "../../src/demo/column-choice";
import { parseSpec } from "../../src/demo/spec/parse-spec";
import { buildModel } from "../../src/demo/build-model";

const days = Array.from({ length: 60 }, (_, day) => day);
const weather = ["sun", "rain", "snow"];
const diary = readTable(rawTable("diary", ["no", "sleep", "weather", "tags", "mood"], days.map((day) => [String(day + 1), String(6 + (day % 4)), weather[day % 3] ?? "", "a", String(3 + (day % 5) / 2)])));

/** What a block on this table fits. */
function fitted(choice: ColumnChoice | null) {
  const parsed = parseSpec("data: this", () => ({ data: "this" }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const built = buildModel(withColumns(parsed.spec, choice), undefined, diary);
  if (!built.ok) throw new Error(JSON.stringify(built.problem));
  return built.model;
}

describe("the columns of a block", () => {
  it("offer the values of a column of text together, and leave out what names a row until it is asked for", () => {
    const model = fitted(null);
    expect(targetEntry(model)).toBe("mood");
    expect(featureEntries(model)).toEqual([{ name: "no", isFeature: false }, { name: "sleep", isFeature: true }, { name: "weather", isFeature: true }]);
    expect(targetEntries(model)).toEqual(["sleep", "weather", "mood"]);
  });

  it("are one more or one less by a press, and never none", () => {
    const without = toggleFeature(fitted(null), "weather");
    expect(without).toEqual({ target: "mood", features: ["sleep"] });
    expect(fitted(without).columns).toEqual(["sleep"]);
    expect(toggleFeature(fitted(without), "sleep")).toBeNull();
    const withNumbers = toggleFeature(fitted(without), "no");
    expect(fitted(withNumbers).columns).toEqual(["no", "sleep"]);
    expect(toggleFeature(fitted(withNumbers), "weather")).toEqual({ target: "mood", features: ["no", "sleep", "weather"] });
  });

  it("predict another one from all that are left, or from those that were chosen before", () => {
    expect(chooseTarget(null, "sleep", undefined)).toEqual({ target: "sleep", features: null });
    expect(fitted(chooseTarget(null, "sleep", undefined)).columns).toEqual(["weather = rain", "weather = snow", "weather = sun", "mood"]);
    expect(chooseTarget(null, "sleep", ["sleep", "weather"])).toEqual({ target: "sleep", features: ["weather"] });
    expect(chooseTarget({ target: "mood", features: ["sleep"] }, "sleep", undefined)).toEqual({ target: "sleep", features: null });
  });

  it("of built-in data are all there", () => {
    const table = builtIn("diabetes");
    const model = { table, target: "progression", columns: ["bmi", "s5"] };
    expect(featureEntries(model).map(({ name }) => name)).toEqual(["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"]);
    expect(featureEntries(model).filter(({ isFeature }) => isFeature).map(({ name }) => name)).toEqual(["bmi", "s5"]);
    expect(targetEntries(model)).toContain("progression");
  });
});
