import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { formatNumber, roundSignificant } from "../../src/plot/number-format";

const random = createRandom(11);
const values = Array.from({ length: 2000 }, () => (random() < 0.5 ? -1 : 1) * 10 ** (20 * random() - 10));
const readBack = (text: string) => Number(text.replaceAll("−", "-"));

describe("a number as people write it", () => {
  it.each([
    [0, "0"], [-0, "0"], [1, "1"], [-1, "−1"], [0.5, "0.5"], [0.123456, "0.123"], [-0.6, "−0.6"], [12.345, "12.3"], [1234.5, "1230"],
    [0.01234, "0.012"], [0.00099, "0.00099"], [0.0001, "0.0001"], [0.00005, "5e−5"], [-0.0000123, "−1.2e−5"], [999999, "1e6"], [1234567, "1.23e6"],
    [NaN, "–"], [Infinity, "∞"], [-Infinity, "−∞"],
  ])("%d reads %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it("reads back as the number, to half a unit of its last digit", () => {
    for (const value of values) {
      const digits = Math.abs(value) < 0.0995 ? 2 : 3;
      expect(Math.abs(readBack(formatNumber(value)) / value - 1)).toBeLessThanOrEqual(0.5 * 10 ** (1 - digits) * (1 + 1e-9));
      expect(readBack(formatNumber(value, 12)) / value).toBeCloseTo(1, 9);
    }
  });

  it("has a real minus, no plus, no zeros at its end, and stays short", () => {
    for (const value of values) {
      const text = formatNumber(value);
      expect(text).not.toMatch(/[-+]/);
      expect(text.startsWith("−")).toBe(value < 0);
      expect(text).not.toMatch(/\.\d*0(e|$)|\.$/);
      expect(text.length).toBeLessThanOrEqual(9);
    }
  });

  it("only an exact zero reads 0: a tiny weight is not hidden", () => {
    for (const value of [1e-9, -1e-12, 5e-324]) expect(formatNumber(value)).not.toBe("0");
  });

  it("grows with its value", () => {
    const ascending = [...values].sort((a, b) => a - b).map((value) => readBack(formatNumber(value)));
    ascending.forEach((shown, i) => expect(shown).toBeGreaterThanOrEqual(ascending[i - 1] ?? -Infinity));
  });
});

describe("rounding to significant digits", () => {
  it("keeps three unless told otherwise, and does it only once", () => {
    expect([0.123456, 98765, -0.0012349, 0].map((value) => roundSignificant(value))).toEqual([0.123, 98800, -0.00123, 0]);
    expect(roundSignificant(1.23456, 5)).toBe(1.2346);
    for (const value of values) expect(roundSignificant(roundSignificant(value))).toBe(roundSignificant(value));
  });

  it("leaves infinities and NaN as they are", () => {
    for (const value of [Infinity, -Infinity, NaN]) expect(roundSignificant(value)).toBe(value);
  });
});
