import { describe, expect, it } from "vitest";
import { memory } from "../../src/math/vector";

describe("vectors cut from pieces of memory", () => {
  it.each([0, 1, 10, 500, 513, 5000])("are zeros of their length and share no value (%d)", (length) => {
    const vector = memory();
    const vectors = Array.from({ length: 450 }, () => vector(length));
    vectors.forEach((vector, i) => {
      expect(vector).toHaveLength(length);
      expect(vector.every((value) => value === 0)).toBe(true);
      vector.fill(i + 1);
    });
    for (const [i, vector] of vectors.entries()) expect(vector.every((value) => value === i + 1)).toBe(true);
  });

  it("fill the room that was asked for, whatever their lengths, before there is another piece", () => {
    const vector = memory(5007);
    const [first, none, second] = [vector(7), vector(0), vector(5000)];
    expect([...first, ...none, ...second].every((value) => value === 0)).toBe(true);
    first.fill(1);
    second.fill(2);
    expect(first.buffer).toBe(second.buffer);
    expect(first.buffer.byteLength).toBe(8 * 5007);
    expect(first.every((value) => value === 1)).toBe(true);
    expect(vector(1).buffer).not.toBe(first.buffer);
  });

  it("leave what is left of a piece to short ones where a long one does not fit", () => {
    const vector = memory(10);
    const [first, long, second] = [vector(4), vector(5000), vector(6)];
    expect(long.buffer.byteLength).toBe(8 * 5000);
    expect(second.buffer).toBe(first.buffer);
  });
});
