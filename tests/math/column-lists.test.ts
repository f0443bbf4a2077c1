import { afterEach, describe, expect, it } from "vitest";
import { columnStore } from "../../src/math/column-lists";
import { preferKernels } from "../../src/math/kernels/kernels";
import { createRandom, normal } from "../../src/math/random";
import { dot } from "../../src/math/vector";
import { kinds } from "./kernels/support";

afterEach(() => preferKernels(undefined));

/** Few numbers stay where they are; many go to the kernels, an odd number of rows and more columns than are taken at a time among them. */
const shapes = [
  { rows: 7, columns: 5 },
  { rows: 1001, columns: 9 },
  { rows: 64, columns: 600 },
];

describe.each(kinds)("a selection of columns with %s kernels", (kind) => {
  describe.each(shapes)("of $rows rows, $columns columns", ({ rows, columns: count }) => {
    const random = createRandom(rows + count);
    const vector = (length: number) => Float64Array.from({ length }, () => normal(random));
    const columns = Array.from({ length: count }, () => vector(rows));
    const chosen = Array.from({ length: count }, () => Math.floor(random() * count));

    function listed() {
      preferKernels(kind);
      const list = columnStore(columns).list();
      for (const j of chosen) list.add(j);
      return list;
    }

    it("has the products of the definition, of all or of a range, and leaves the rest of the output alone", () => {
      const list = listed();
      const other = vector(rows);
      const all = new Float64Array(count);
      list.products(other, { out: all });
      chosen.forEach((j, i) => expect(all[i]).toBeCloseTo(dot(columns[j]!, other), 10));
      const some = new Float64Array(count).fill(-1);
      list.products(other, { from: 1, count: 3, out: some });
      expect(Array.from(some)).toEqual([-1, ...all.slice(1, 4), ...new Array<number>(count - 4).fill(-1)].map((value) => expect.closeTo(value, 10) as number));
    });

    it("adds its combination to what is there", () => {
      const list = listed();
      const weights = vector(count);
      const target = vector(rows);
      const expected = target.map((value, i) => chosen.reduce((sum, j, k) => sum + weights[k]! * columns[j]![i]!, value));
      list.addTo(target, weights);
      expected.forEach((value, i) => expect(target[i]).toBeCloseTo(value, 10));
    });

    it("is empty again when it is cleared, and then adds nothing", () => {
      const list = listed();
      expect(list.length).toBe(count);
      list.clear();
      expect(list.length).toBe(0);
      const target = Float64Array.from({ length: rows }, (_, i) => i);
      list.addTo(target, []);
      expect(Array.from(target)).toEqual(Array.from({ length: rows }, (_, i) => i));
    });
  });
});

it("does not change with the columns that it was made from, nor they with it", () => {
  const columns = [new Float64Array(5000).fill(1)];
  const list = columnStore(columns).list();
  list.add(0);
  const target = new Float64Array(5000);
  list.addTo(target, [3]);
  expect(columns[0]!.every((value) => value === 1)).toBe(true);
  expect(target.every((value) => value === 3)).toBe(true);
});
