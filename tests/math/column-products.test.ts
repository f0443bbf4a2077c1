import { describe, expect, it } from "vitest";
import { addCombination } from "../../src/math/column-combination";
import { innerProducts } from "../../src/math/inner-products";
import { createRandom, normal } from "../../src/math/random";

const random = createRandom(9);
const vector = (length: number) => Float64Array.from({ length }, () => normal(random));

describe.each([0, 1, 3, 4, 5, 9])("with %d columns", (count) => {
  const columns = Array.from({ length: count }, () => vector(7));

  it("inner products are those of the definition", () => {
    const other = vector(7);
    const out = new Float64Array(count);
    innerProducts(other, columns, { out });
    columns.forEach((column, j) => expect(out[j]).toBeCloseTo(column.reduce((sum, value, i) => sum + value * other[i]!, 0), 13));
  });

  it("a combination is added to what is there", () => {
    const weights = vector(count);
    const target = vector(7);
    const expected = target.map((value, i) => columns.reduce((sum, column, j) => sum + weights[j]! * column[i]!, value));
    addCombination(target, weights, columns);
    expected.forEach((value, i) => expect(target[i]).toBeCloseTo(value, 13));
  });
});

it("inner products of a range leave the rest of the output alone", () => {
  const columns = Array.from({ length: 8 }, () => Float64Array.of(1, 2));
  const out = new Float64Array(8).fill(-1);
  innerProducts(Float64Array.of(3, 1), columns, { from: 2, count: 5, out });
  expect(Array.from(out)).toEqual([-1, -1, 5, 5, 5, 5, 5, -1]);
});
