import { describe, expect, it } from "vitest";
import { type Kernels, strideOf } from "../../../src/math/kernels/kernels";
import { createRandom, type Random } from "../../../src/math/random";
import { gaussians, inKind, kinds, put, putPanel, putSevens } from "./support";

/** Sizes that leave every remainder of a tile, none and one among them. */
const sizes = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 31, 64, 67];

interface Shape {
  rows: number;
  columns: number;
  count: number;
}

function shapes(random: Random): Shape[] {
  const draw = () => sizes[Math.floor(random() * sizes.length)]!;
  const drawn = Array.from({ length: 60 }, () => ({ rows: draw(), columns: draw(), count: Math.floor(random() * 6) }));
  return [...drawn, { rows: 1337, columns: 11, count: 3 }, { rows: 0, columns: 0, count: 0 }, { rows: 5, columns: 0, count: 2 }];
}

function columnsOf(random: Random, rows: number, columns: number): Float64Array[] {
  return Array.from({ length: columns }, () => gaussians(random, rows));
}

const plainDot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** Largest difference as a share of the largest value. */
function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let [largest, apart] = [1e-300, 0];
  for (let i = 0; i < a.length; i++) {
    if (Number.isNaN(a[i]) || Number.isNaN(b[i])) return NaN;
    largest = Math.max(largest, Math.abs(b[i]!));
    apart = Math.max(apart, Math.abs(a[i]! - b[i]!));
  }
  return apart / largest;
}

describe.each(kinds)("%s kernels agree with the plain sums to 1e-10", (kind) => {
  function everyShape(check: (kernels: Kernels, shape: Shape, random: Random) => void): void {
    const random = createRandom(71);
    for (const shape of shapes(random)) inKind(kind, (kernels) => check(kernels, shape, random));
  }

  it("dot and axpy", () => {
    everyShape((kernels, { rows }, random) => {
      const [a, b] = [gaussians(random, rows), gaussians(random, rows)];
      const [x, y] = [put(kernels, a), put(kernels, b)];
      expect(difference([kernels.dot(x, y, rows)], [plainDot(a, b)])).toBeLessThanOrEqual(1e-10);
      kernels.axpy(-0.7, x, y, rows);
      expect(difference(kernels.arena.float64(y, rows), b.map((value, i) => value - 0.7 * a[i]!))).toBeLessThanOrEqual(1e-10);
    });
  });

  it("times, which adds to what is there", () => {
    everyShape((kernels, { rows, columns }, random) => {
      const x = columnsOf(random, rows, columns);
      const weights = gaussians(random, columns);
      const start = gaussians(random, rows);
      const out = putPanel(kernels, [start], rows);
      kernels.times(putPanel(kernels, x, rows), strideOf(rows), columns, put(kernels, weights), out);
      const expected = start.map((value, i) => x.reduce((sum, column, j) => sum + column[i]! * weights[j]!, value));
      expect(difference(kernels.arena.float64(out, rows), expected)).toBeLessThanOrEqual(1e-10);
    });
  });

  it("transposeTimes of several residuals, which writes over what is there and not past it", () => {
    everyShape((kernels, { rows, columns, count }, random) => {
      const x = columnsOf(random, rows, columns);
      const residuals = columnsOf(random, rows, count);
      const out = putSevens(kernels, columns * count + 4);
      kernels.transposeTimes(putPanel(kernels, x, rows), strideOf(rows), columns, putPanel(kernels, residuals, rows), count, out);
      const expected = [...residuals.flatMap((residual) => x.map((column) => plainDot(column, residual))), 7, 7, 7, 7];
      expect(difference(kernels.arena.float64(out, columns * count + 4), expected)).toBeLessThanOrEqual(1e-10);
    });
  });

  it("products with listed columns and their combinations, which add to what is there", () => {
    everyShape((kernels, { rows, columns }, random) => {
      const [length, count] = [4 * Math.ceil(rows / 4), 4 * Math.ceil(columns / 4)];
      const x = columnsOf(random, length, Math.max(1, columns));
      const places = x.map((column) => put(kernels, column));
      const chosen = Array.from({ length: count }, () => Math.floor(random() * x.length));
      const list = kernels.arena.reserve(4 * count);
      kernels.arena.int32(list, count).set(chosen.map((j) => places[j]!));
      const [vector, weights] = [gaussians(random, length), gaussians(random, count)];
      const [at, products] = [put(kernels, vector), putSevens(kernels, count + 4)];
      kernels.listProducts(list, count, at, length, products);
      expect(difference(kernels.arena.float64(products, count + 4), [...chosen.map((j) => 7 + plainDot(x[j]!, vector)), 7, 7, 7, 7])).toBeLessThanOrEqual(1e-10);
      kernels.listTimes(list, count, put(kernels, weights), length, at);
      const expected = vector.map((value, i) => chosen.reduce((sum, j, k) => sum + weights[k]! * x[j]![i]!, value));
      expect(difference(kernels.arena.float64(at, length), expected)).toBeLessThanOrEqual(1e-10);
    });
  });

  it("gram, which adds to the upper triangle", () => {
    everyShape((kernels, { rows, columns }, random) => {
      const x = columnsOf(random, rows, columns);
      const place = putPanel(kernels, x, rows);
      const out = put(kernels, new Float64Array(columns * columns));
      kernels.gram(place, strideOf(rows), columns, out);
      kernels.gram(place, strideOf(rows), columns, out);
      const values = kernels.arena.float64(out, columns * columns);
      const upper = x.flatMap((a, i) => x.flatMap((b, j) => (i <= j ? [[values[i * columns + j]!, 2 * plainDot(a, b)]] : [])));
      expect(difference(upper.map((pair) => pair[0]!), upper.map((pair) => pair[1]!))).toBeLessThanOrEqual(1e-10);
    });
  });

  it("solveLower and solveUpper undo the products with L and its transpose", () => {
    everyShape((kernels, { rows: size }, random) => {
      const lower = gaussians(random, (size * (size + 1)) / 2).map((value) => 0.2 * value);
      const entry = (i: number, j: number) => (i < j ? 0 : lower[(i * (i + 1)) / 2 + j]!);
      for (let i = 0; i < size; i++) lower[(i * (i + 1)) / 2 + i] = 2 + random();
      const solution = gaussians(random, size);
      const place = put(kernels, lower);
      const forward = put(kernels, solution.map((_, i) => solution.reduce((sum, value, j) => sum + entry(i, j) * value, 0)));
      kernels.solveLower(place, size, forward);
      expect(difference(kernels.arena.float64(forward, size), solution)).toBeLessThanOrEqual(1e-10);
      const backward = put(kernels, solution.map((_, i) => solution.reduce((sum, value, j) => sum + entry(j, i) * value, 0)));
      kernels.solveUpper(place, size, backward);
      expect(difference(kernels.arena.float64(backward, size), solution)).toBeLessThanOrEqual(1e-10);
    });
  });

  it("shift, which leaves what lies below", () => {
    everyShape((kernels, { rows, columns }, random) => {
      const even = rows - (rows % 2);
      const x = columnsOf(random, rows, columns);
      const shifts = gaussians(random, columns);
      const [panel, at, sums] = [putPanel(kernels, x, rows), put(kernels, shifts), putSevens(kernels, columns + 2)];
      kernels.shift(panel, even, columns, strideOf(rows), at, sums);
      const expected = x.map((values, j) => values.map((value, i) => (i < even ? value - shifts[j]! : value)));
      const found = kernels.arena.float64(panel, strideOf(rows) * columns);
      expected.forEach((values, j) => {
        const own = found.subarray(j * strideOf(rows), (j + 1) * strideOf(rows));
        expect(own.slice(0, rows)).toEqual(values);
        expect(own.subarray(rows).every((value) => value === 0)).toBe(true);
        const sum = values.subarray(0, even).reduce((total, value) => total + value, 0);
        expect(Math.abs(kernels.arena.float64(sums, columns)[j]! - sum)).toBeLessThanOrEqual(1e-12 * Math.max(1, rows));
      });
      expect(Array.from(kernels.arena.float64(sums + 8 * columns, 2))).toEqual([7, 7]);
    });
  });

  it("quantise as it is told: columns centred and scaled, of which so many numbers count, or as they are; it leaves what lies below", () => {
    everyShape((kernels, { rows, columns }, random) => {
      if (rows === 0) return;
      const length = 4 * Math.ceil(rows / 4);
      const stride = strideOf(rows) + 8;
      const raw = columnsOf(random, rows, columns).map((values) => values.map((value) => 1e6 + 3 * value));
      const residual = gaussians(random, rows);
      const padded = (values: Float64Array, value: number) => Float64Array.from({ length }, (_, i) => values[i] ?? value);
      const target = put(kernels, padded(residual, 0));
      for (const counted of [rows, 0]) {
        const x = put(kernels, Float64Array.from(raw.flatMap((values) => [...padded(values, counted === 0 ? 0 : values[0]!)])));
        const [out, records, products] = [kernels.arena.reserve(2 * stride * columns), putSevens(kernels, 3 * columns + 2), putSevens(kernels, 3 * columns + 2)];
        const integers = kernels.arena.int16(out, stride * columns).fill(7);
        kernels.quantise(x, length, columns, counted, stride, out, records, columns, target, products);
        const [noted, found] = [kernels.arena.float64(records, 3 * columns + 2), kernels.arena.float64(products, 3 * columns + 2)];
        expect([...noted.subarray(3 * columns), ...found.subarray(3 * columns)]).toEqual([7, 7, 7, 7]);
        if (counted === 0) expect(found.subarray(columns).every((value) => value === 7)).toBe(true);
        raw.forEach((values, j) => {
          const mean = values.reduce((sum, value) => sum + (value - values[0]!), 0) / rows;
          const square = values.reduce((sum, value) => sum + (value - values[0]! - mean) ** 2, 0);
          const column = counted === 0 ? values : values.map((value) => (value - values[0]! - mean) / Math.sqrt(square / rows));
          if (counted > 0) {
            expect(difference([found[columns + j]!], [mean])).toBeLessThanOrEqual(1e-10);
            expect(Math.abs(found[2 * columns + j]! - square)).toBeLessThanOrEqual(1e-10 * (square + mean ** 2));
          }
          // One or two numbers are as good as constant.
          if (counted > 0 && rows < 3) return;
          const size = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0));
          expect(Math.abs(found[j]! - column.reduce((sum, value, i) => sum + value * residual[i]!, 0))).toBeLessThanOrEqual(1e-9 * size);
          const own = integers.subarray(stride * j, stride * (j + 1));
          const lost = Math.sqrt(column.reduce((sum, value, i) => sum + (value - noted[j]! * own[i]!) ** 2, 0));
          expect(lost).toBeLessThanOrEqual(noted[columns + j]!);
          expect(noted[columns + j]).toBeLessThanOrEqual(1e-3 * size);
          expect(noted[2 * columns + j]! / size - 1).toBeGreaterThanOrEqual(0);
          expect(noted[2 * columns + j]! / size - 1).toBeLessThanOrEqual(1e-8);
          expect(own.subarray(length).every((value) => value === 7)).toBe(true);
        });
      }
    });
  });
});

describe("the twins", () => {
  it("quantise to the same integers and bounds", () => {
    const results = kinds.map((kind) =>
      inKind(kind, (kernels) => {
        const random = createRandom(72);
        const [rows, columns] = [83, 8];
        const stride = strideOf(rows);
        const x = columnsOf(random, rows, columns).map((column, j) => column.map((value) => value * 10 ** (40 * j - 150)));
        const integers = kernels.arena.reserve(2 * stride * columns);
        const records = kernels.arena.reserve(8 * 3 * columns);
        const panel = putPanel(kernels, x, rows);
        kernels.quantise(panel, stride, columns, 0, stride, integers, records, columns, panel, kernels.arena.reserve(8 * columns));
        const out = kernels.arena.reserve(8 * columns * 3);
        const few = kernels.arena.reserve(8 * 3 * 3);
        kernels.arena.float64(few, 9).set(Array.from({ length: 9 }, (_, i) => kernels.arena.float64(records, 3 * columns)[Math.floor(i / 3) * columns + (i % 3)]!));
        kernels.screen(integers, stride, columns, records, integers, 3, few, out);
        return { integers: kernels.arena.int16(integers, stride * columns).slice(), bounds: kernels.arena.float64(out, 3 * columns).slice() };
      }),
    );
    const [simd, scalar] = results as [(typeof results)[0], (typeof results)[0]];
    expect(simd.integers).toEqual(scalar.integers);
    expect(simd.bounds.every((bound, i) => Math.abs(bound - scalar.bounds[i]!) <= 1e-10 * Math.abs(bound))).toBe(true);
  });
});
