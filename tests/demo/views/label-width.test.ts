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

  it("keeps what tells the columns of one text column apart, as long as there is room for it", () => {
    const columns = ["weather = sunny", "weather = rainy", "weather = cloudy", "날씨 = 맑음", "날씨 = 흐림"];
    for (const room of [72, 80, 90]) {
      const labels = columns.map((name) => shortened(name, room));
      expect(new Set(labels).size).toBe(columns.length);
      for (const label of labels) expect(labelWidth(label)).toBeLessThanOrEqual(room);
    }
    expect(shortened("weather = sunny", 80)).toBe("wea… = sunny");
    expect(shortened("progression → 2", 80)).toMatch(/^prog.*… → 2$/);
    expect(shortened("weather = sunny", 58)).toBe("… = sunny");
    expect(shortened("weather = sunny", 50)).toBe("weathe…");
    expect(shortened("날씨 = 맑음", 200)).toBe("날씨 = 맑음");
  });

  it("never cuts a letter in two", () => {
    expect(shortened("😀😀😀", 2 * labelWidth("😀"))).toBe("😀…");
  });
});
