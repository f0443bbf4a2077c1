import { describe, expect, it } from "vitest";
import { vectorsOf } from "../../src/math/vector";

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
