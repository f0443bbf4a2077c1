import type { ColumnList } from "../../../src/math/column-lists";
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
