import type { ColumnList } from "../../../src/math/column-lists";
import type { Kernels } from "../../../src/math/kernels/kernels";
import type { NewtonProblem } from "../../../src/regression/newton-state";

/** What a solver has asked of the data, each a pass over n numbers. */
export interface Passes {
  /** Values of the loss and its residuals, by class. */
  evaluations: number;
  /** Row weights of two classes. */
  curvatures: number;
  /** Columns multiplied by a vector, or added to one. */
  columns: number;
}

/** The same problem, which counts. */
export function counted(problem: NewtonProblem): { problem: NewtonProblem; passes: Passes } {
  const { loss, store } = problem;
  const passes: Passes = { evaluations: 0, curvatures: 0, columns: 0 };
  const watched = (list: ColumnList): ColumnList => ({
    get length() {
      return list.length;
    },
    add: (j) => list.add(j),
    clear: () => list.clear(),
    products(vector, range) {
      passes.columns += range.count ?? list.length - (range.from ?? 0);
      list.products(vector, range);
    },
    addTo(target, weights) {
      passes.columns += weights.length;
      list.addTo(target, weights);
    },
  });
  return {
    passes,
    problem: {
      ...problem,
      store: { list: () => watched(store.list()) },
      loss: {
        ...loss,
        evaluate(scores, point) {
          passes.evaluations += loss.blocks;
          loss.evaluate(scores, point);
        },
        curvature(residuals, k, l, out) {
          passes.curvatures++;
          loss.curvature(residuals, k, l, out);
        },
      },
    },
  };
}

/** The same kernels, which count multiplications. */
export function countedKernels(kernels: Kernels): { kernels: Kernels; work: { multiplications: number } } {
  const work = { multiplications: 0 };
  const spend = (count: number) => (work.multiplications += count);
  return {
    work,
    kernels: {
      ...kernels,
      dot(a, b, length) {
        spend(length);
        return kernels.dot(a, b, length);
      },
      axpy(scale, x, y, length) {
        spend(length);
        kernels.axpy(scale, x, y, length);
      },
      times(x, stride, columns, weights, out) {
        spend(stride * columns);
        kernels.times(x, stride, columns, weights, out);
      },
      transposeTimes(x, stride, columns, residuals, count, out) {
        spend(stride * columns * count);
        kernels.transposeTimes(x, stride, columns, residuals, count, out);
      },
      solveLower(lower, size, rhs) {
        spend((size * (size + 1)) / 2);
        kernels.solveLower(lower, size, rhs);
      },
      solveUpper(lower, size, rhs) {
        spend((size * (size + 1)) / 2);
        kernels.solveUpper(lower, size, rhs);
      },
      screen(x, stride, columns, records, residuals, count, residualRecords, out) {
        spend((stride * columns * count) / 4);
        kernels.screen(x, stride, columns, records, residuals, count, residualRecords, out);
      },
    },
  };
}

/** The same numbers, which count how often one of them is read; each `readsOf` begins at 0. */
export function countedReads(numbers: Float64Array): { numbers: Float64Array; readsOf(work: () => void): number } {
  let reads = 0;
  return {
    numbers: new Proxy(numbers, {
      get(target, key) {
        reads++;
        return Reflect.get(target, key) as unknown;
      },
    }),
    readsOf(work) {
      reads = 0;
      work();
      return reads;
    },
  };
}
