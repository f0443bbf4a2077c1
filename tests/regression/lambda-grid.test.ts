import { describe, expect, it } from "vitest";
import { checkFiniteLambda, checkLambda } from "../../src/regression/lambda";
import { lambdaGrid } from "../../src/regression/lambda-grid";
import { pieceAt } from "../../src/regression/piece-at";

describe("the λ of a path", () => {
  it("are a hundred down to 1e-4 of the largest, or to 1e-2 for wide data", () => {
    for (const [wide, ratio] of [[false, 1e-4], [true, 1e-2]] as const) {
      const grid = lambdaGrid({}, { top: 7, wide });
      expect(grid).toHaveLength(100);
      expect(grid[0]).toBe(7);
      expect(grid[99]! / 7).toBeCloseTo(ratio, 14);
      for (let l = 1; l < 100; l++) expect(grid[l]! / grid[l - 1]!).toBeCloseTo(ratio ** (1 / 99), 12);
    }
  });

  it("are as many and as far down as is said", () => {
    const shape = { top: 2, wide: false };
    lambdaGrid({ count: 3, minRatio: 0.01 }, shape).forEach((lambda, l) => expect(lambda).toBeCloseTo([2, 0.2, 0.02][l]!, 14));
    expect(Array.from(lambdaGrid({ count: 1 }, shape))).toEqual([2]);
    expect(Array.from(lambdaGrid({ count: 2, minRatio: 0.5 }, { top: 2, wide: true }))).toEqual([2, 1]);
  });

  it("are those that are given, in descending order, in memory of their own", () => {
    const given = [1, 3, 0, 2, 2];
    expect(Array.from(lambdaGrid({ lambdas: given, count: 9, minRatio: 5 }, { top: 1, wide: false }))).toEqual([3, 2, 2, 1, 0]);
    expect(given).toEqual([1, 3, 0, 2, 2]);
    const descending = Float64Array.of(3, 2, 2, 0);
    const grid = lambdaGrid({ lambdas: descending }, { top: 1, wide: false });
    expect(Array.from(grid)).toEqual([3, 2, 2, 0]);
    grid[0] = 9;
    expect(descending[0]).toBe(3);
  });

  it.each([
    [{ lambdas: [] }, "lambdas: there are none"],
    [{ lambdas: [1, -1e-9] }, "lambdas: -1e-9 is not a finite number ≥ 0"],
    [{ lambdas: [Infinity, 1] }, "lambdas: Infinity is not a finite number ≥ 0"],
    [{ lambdas: [1, NaN] }, "lambdas: NaN is not a finite number ≥ 0"],
    [{ count: 0 }, "count: 0 is not a whole number ≥ 1"],
    [{ count: 2.5 }, "count: 2.5 is not a whole number ≥ 1"],
    [{ minRatio: 0 }, "minRatio: 0 is not a number between 0 and 1"],
    [{ minRatio: 1 }, "minRatio: 1 is not a number between 0 and 1"],
    [{ minRatio: NaN }, "minRatio: NaN is not a number between 0 and 1"],
  ])("are refused by name: %o", (choice, message) => {
    expect(() => lambdaGrid(choice, { top: 1, wide: false })).toThrow(new RangeError(message));
  });

  it("may be infinite where only a solution is asked for", () => {
    for (const lambda of [0, 1e-300, Infinity]) expect(() => checkLambda(lambda)).not.toThrow();
    for (const lambda of [-1, NaN]) expect(() => checkLambda(lambda)).toThrow(new RangeError(`lambda: ${lambda} is not a number ≥ 0`));
    expect(() => checkLambda(-2, "at")).toThrow("at: -2");
    for (const lambda of [-1, NaN, Infinity]) expect(() => checkFiniteLambda(lambda)).toThrow(new RangeError(`lambda: ${lambda} is not a finite number ≥ 0`));
    expect(() => checkFiniteLambda(0)).not.toThrow();
  });
});

describe("the piece that holds a λ", () => {
  it("is the last whose upper end is not below it", () => {
    for (const uppers of [[5], [5, 3], [5, 3, 2], [9, 8, 7.5, 3, 2, 2, 1], [9, 8, 7, 6, 5, 4, 3, 2]]) {
      for (let lambda = 0; lambda <= uppers[0]!; lambda += 0.25) {
        const expected = uppers.reduce((last, upper, i) => (upper >= lambda ? i : last), 0);
        expect(pieceAt(Float64Array.from(uppers), lambda), `${lambda} in ${uppers.join()}`).toBe(expected);
      }
    }
  });
});
