import { describe, expect, it } from "vitest";
import { nearestName, typingDistance } from "../../src/data/nearest-name";

const distance = (a: string, b: string) => typingDistance([...a], [...b]);

describe("the typing distance", () => {
  it("counts one for a letter left out, put in, replaced, or swapped with its neighbour", () => {
    expect(distance("lamda", "lambda")).toBe(1);
    expect(distance("lambdda", "lambda")).toBe(1);
    expect(distance("lambta", "lambda")).toBe(1);
    expect(distance("veiws", "views")).toBe(1);
    expect(distance("", "abc")).toBe(3);
    expect(distance("라소", "라쏘")).toBe(1);
  });

  it("is 0 only between equals and the same in both directions", () => {
    for (const [a, b] of [["kitten", "sitting"], ["path", "paths"], ["", "a"]] as const) {
      expect(distance(a, b)).toBe(distance(b, a));
      expect(distance(a, b)).toBeGreaterThan(0);
      expect(distance(a, a)).toBe(0);
    }
  });
});

describe("the nearest name", () => {
  const names = ["data", "target", "features", "penalties", "lambda", "mix", "views", "l1", "l2"];

  it("is the one that was probably meant", () => {
    for (const [written, meant] of [["lamda", "lambda"], ["LAMBDA", "lambda"], ["penalteis", "penalties"], ["feat", "features"], ["l3", "l1"]] as const) {
      expect(nearestName(written, names)).toBe(meant);
    }
  });

  it("is none where nothing is near", () => {
    for (const written of ["", " ", "colour", "zz", "q", "x".repeat(10_000)]) expect(nearestName(written, names)).toBeUndefined();
  });
});
