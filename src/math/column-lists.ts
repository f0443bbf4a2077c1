import { addCombination } from "./column-combination";
import { innerProducts } from "./inner-products";
import { type Kernels, ownKernels } from "./kernels/kernels";

/** Columns of n numbers, for products with a few of them at a time. */
export interface ColumnStore {
  /** A selection, empty at first. */
  list(): ColumnList;
}

/** Some columns in an order, each as often as it was added. */
export interface ColumnList {
  readonly length: number;
  /** Adds column j. */
  add(j: number): void;
  clear(): void;
  /** out[i] = vector · column for those at `from` to `from` + `count` (all of them if not given). */
  products(vector: Float64Array, range: { from?: number; count?: number; out: Float64Array }): void;
  /** target += Σ weights[i] · column i. */
  addTo(target: Float64Array, weights: ArrayLike<number>): void;
}

/** Numbers from which on moving the columns to the kernels pays, and up to which they are held twice. */
const fewest = 4096;
const most = 2 ** 23;

/** The columns as they stand, which must not change; or copies in the memory of kernels of their own, where those are quicker. */
export function columnStore(columns: readonly Float64Array[]): ColumnStore {
  const numbers = columns.length * (columns[0]?.length ?? 0);
  const kernels = numbers >= fewest && numbers <= most ? ownKernels() : undefined;
  if (kernels?.kind !== "simd") return { list: () => plainList(columns) };
  return kernelStore(kernels, columns);
}

function plainList(columns: readonly Float64Array[]): ColumnList {
  const chosen: Float64Array[] = [];
  return {
    get length() {
      return chosen.length;
    },
    add(j) {
      chosen.push(columns[j]!);
    },
    clear() {
      chosen.length = 0;
    },
    products: (vector, range) => innerProducts(vector, chosen, range),
    addTo: (target, weights) => addCombination(target, weights, chosen),
  };
}

/** Columns that the kernels are given at a time. */
const atATime = 256;

/** All memory is reserved at once: it must not grow under the views. */
function kernelStore(kernels: Kernels, columns: readonly Float64Array[]): ColumnStore {
  const { arena } = kernels;
  const n = columns[0]!.length;
  // The kernels take four rows at a time: the last get zeros beside them.
  const height = 4 * Math.ceil(n / 4);
  const start = arena.reserve(8 * (columns.length * height + height + atATime) + 4 * atATime);
  const vectorAt = start + 8 * columns.length * height;
  const numbersAt = vectorAt + 8 * height;
  const placesAt = numbersAt + 8 * atATime;
  const vector = arena.float64(vectorAt, n);
  const numbers = arena.float64(numbersAt, atATime);
  const places = arena.int32(placesAt, atATime);
  arena.float64(start, (columns.length + 1) * height).fill(0);
  columns.forEach((column, j) => arena.float64(start + 8 * j * height, n).set(column));

  return {
    list() {
      const chosen: number[] = [];
      /** Writes the places of `count` columns, and repeats the last until four can be taken together; returns how many there are then. */
      const place = (from: number, count: number): number => {
        const padded = 4 * Math.ceil(count / 4);
        for (let i = 0; i < padded; i++) places[i] = start + 8 * height * chosen[from + Math.min(i, count - 1)]!;
        return padded;
      };
      return {
        get length() {
          return chosen.length;
        },
        add(j) {
          chosen.push(j);
        },
        clear() {
          chosen.length = 0;
        },
        products(other, { from = 0, count = chosen.length - from, out }) {
          vector.set(other);
          for (let at = from; at < from + count; at += atATime) {
            const taken = Math.min(atATime, from + count - at);
            const padded = place(at, taken);
            numbers.fill(0, 0, padded);
            kernels.listProducts(placesAt, padded, vectorAt, height, numbersAt);
            for (let i = 0; i < taken; i++) out[at + i] = numbers[i]!;
          }
        },
        addTo(target, weights) {
          vector.set(target);
          for (let at = 0; at < chosen.length; at += atATime) {
            const taken = Math.min(atATime, chosen.length - at);
            const padded = place(at, taken);
            for (let i = 0; i < padded; i++) numbers[i] = i < taken ? weights[at + i]! : 0;
            kernels.listTimes(placesAt, padded, numbersAt, height, vectorAt);
          }
          target.set(vector);
        },
      };
    },
  };
}
