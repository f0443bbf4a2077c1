import { createArena } from "./arena";
import type { Kernels } from "./kernel-set";
import { quantise, screen } from "./scalar-screening";
import { axpy, dot, gram, listProducts, listTimes, solveLower, shift, solveUpper, times, transposeTimes } from "./scalar-products";

const smallest = 65536;

/** The twin of the WebAssembly kernels, for hosts that refuse those. */
export function createScalarKernels(): Kernels {
  let buffer = new ArrayBuffer(smallest);
  let f64 = new Float64Array(buffer);
  let i16 = new Int16Array(buffer);
  let i32 = new Int32Array(buffer);
  const arena = createArena({
    get buffer() {
      return buffer;
    },
    grow(bytes) {
      const larger = new ArrayBuffer(Math.max(Math.ceil(bytes / smallest) * smallest, Math.ceil(1.5 * (buffer.byteLength / smallest)) * smallest));
      new Uint8Array(larger).set(new Uint8Array(buffer));
      buffer = larger;
      f64 = new Float64Array(buffer);
      i16 = new Int16Array(buffer);
      i32 = new Int32Array(buffer);
    },
  });
  return {
    kind: "scalar",
    arena,
    dot: (a, b, length) => dot(f64, a >>> 3, b >>> 3, length),
    axpy: (scale, x, y, length) => axpy(f64, scale, x >>> 3, y >>> 3, length),
    shift: (x, length, columns, stride, shifts, sums) => shift(f64, { at: x >>> 3, stride, columns }, { length, shifts: shifts >>> 3, sums: sums >>> 3 }),
    times: (x, stride, columns, weights, out) => times(f64, { at: x >>> 3, stride, columns }, weights >>> 3, out >>> 3),
    transposeTimes: (x, stride, columns, residuals, count, out) =>
      transposeTimes(f64, { at: x >>> 3, stride, columns }, { at: residuals >>> 3, stride, columns: count }, out >>> 3),
    listProducts: (list, count, vector, length, out) => listProducts({ f64, i32 }, { list: list >>> 2, count, length }, vector >>> 3, out >>> 3),
    listTimes: (list, count, weights, length, out) => listTimes({ f64, i32 }, { list: list >>> 2, count, length }, weights >>> 3, out >>> 3),
    gram: (x, stride, columns, out) => gram(f64, { at: x >>> 3, stride, columns }, out >>> 3),
    solveLower: (lower, size, rhs) => solveLower(f64, lower >>> 3, size, rhs >>> 3),
    solveUpper: (lower, size, rhs) => solveUpper(f64, lower >>> 3, size, rhs >>> 3),
    quantise: (x, length, columns, rows, stride, out, records, capacity, target, products) =>
      quantise({ f64, i16 }, { at: x >>> 3, length, columns, rows }, target >>> 3, { integers: out >>> 1, stride, records: records >>> 3, capacity, products: products >>> 3 }),
    screen: (x, stride, columns, records, residuals, count, residualRecords, out) =>
      screen(
        { f64, i16 },
        { integers: x >>> 1, stride, count: columns, records: records >>> 3 },
        { integers: residuals >>> 1, stride, count, records: residualRecords >>> 3 },
        out >>> 3,
      ),
  };
}
