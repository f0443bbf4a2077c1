import { describe, expect, it } from "vitest";
import { labelWidth, shortened } from "../../../src/demo/views/label-width";

const names = ["bmi", "total cholesterol / HDL", "체질량지수", "수면 hours", "", "😀😀😀"];

describe("the width of a label", () => {
  it("is counted letter by letter; Hangul takes nearly two Latin ones", () => {
    expect(labelWidth("")).toBe(0);
    expect(labelWidth("bmi")).toBeCloseTo(3 * labelWidth("b"), 12);
    expect(labelWidth("체중") / labelWidth("ab")).toBeGreaterThan(1.7);
    expect(labelWidth("😀")).toBe(labelWidth("체"));
  });

  it("that fits is left alone", () => {
    for (const name of names) expect(shortened(name, labelWidth(name))).toBe(name);
  });

  it("that does not fit is cut to the longest beginning that does, with an ellipsis", () => {
    for (const name of names) {
      for (let room = 7; room < labelWidth(name); room += 3) {
        const short = shortened(name, room);
        const kept = short.slice(0, -1);
        expect(short.endsWith("…")).toBe(true);
        expect(name.startsWith(kept)).toBe(true);
        expect(labelWidth(short)).toBeLessThanOrEqual(room);
        const next = [...name][[...kept].length] ?? "";
        expect(labelWidth(`${kept}${next}…`)).toBeGreaterThan(room);
      }
    }
  });

  it("never cuts a letter in two", () => {
    expect(shortened("😀😀😀", 2 * labelWidth("😀"))).toBe("😀…");
  });
});
