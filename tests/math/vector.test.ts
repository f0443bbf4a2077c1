import { describe, expect, it } from "vitest";
import { stretchOf, vectorsOf } from "../../src/math/vector";

describe("vectors cut from larger pieces", () => {
  it.each([0, 1, 10, 500, 513, 5000])("are zeros of their length and share no value (%d)", (length) => {
    const next = vectorsOf(length);
    const vectors = Array.from({ length: 450 }, next);
    vectors.forEach((vector, i) => {
      expect(vector).toHaveLength(length);
      expect(vector.every((value) => value === 0)).toBe(true);
      vector.fill(i + 1);
    });
    for (const [i, vector] of vectors.entries()) expect(vector.every((value) => value === i + 1)).toBe(true);
  });
});

describe("vectors cut from one stretch", () => {
  it("are zeros, follow one another and fill it", () => {
    const vector = stretchOf(7);
    const [first, none, second] = [vector(3), vector(0), vector(4)];
    expect([[...first], [...none], [...second]]).toEqual([[0, 0, 0], [], [0, 0, 0, 0]]);
    first.fill(1);
    second.fill(2);
    expect([...new Float64Array(first.buffer)]).toEqual([1, 1, 1, 2, 2, 2, 2]);
  });

  it("are no more than it holds", () => {
    const vector = stretchOf(4);
    vector(3);
    expect(() => vector(2)).toThrow(RangeError);
  });
});
