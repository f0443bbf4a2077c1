import type { Moments } from "../regression/least-squares";
import { correlation } from "./correlation";
import type { Model } from "./model";

/** From here on a column says the target over again. */
const same = 0.99;
/** From here on two columns are one but for their names. */
const twin = 0.999;
/** An error this small, as a share of the target's variance, is no finding about the world. */
const exact = 0.005;
/** Correlations with time that are seen with the naked eye. */
const clear = 0.5;
const fewestRows = 20;
/** Fewer rows for a column are fitted exactly by chance. */
const rowsPerColumn = 5;

/** Columns that say the target over again, one by one or, where none does, all together. */
export function leakedColumns(model: Model): { columns: readonly string[]; together: boolean } | null {
  const { moments, rows, columns, fits, emptyError } = model;
  if (model.loss !== "squared" || rows < fewestRows) return null;
  const alone = columns.filter((_, j) => Math.abs(withTarget(moments, j)) > same);
  if (alone.length > 0) return { columns: alone, together: false };
  const free = fits[0]?.weightsAt(0);
  const isExact = free !== undefined && rows >= rowsPerColumn * columns.length && model.trainingError(free) < exact * emptyError;
  return isExact ? { columns, together: true } : null;
}

/** The two columns that say most nearly the same, and how many pairs more do. */
export function twinColumns({ moments: { gram }, columns }: Model): { pair: readonly [string, string]; more: number } | null {
  if (columns.length !== gram.columns) return null;
  const pairs: { pair: readonly [string, string]; size: number }[] = [];
  columns.forEach((name, j) => {
    for (let k = j + 1; k < columns.length; k += 1) {
      const size = Math.abs(correlation(gram, j, k));
      if (size > twin) pairs.push({ pair: [name, columns[k] ?? ""], size });
    }
  });
  pairs.sort((a, b) => b.size - a.size);
  return pairs[0] === undefined ? null : { pair: pairs[0].pair, more: pairs.length - 1 };
}

/** How the target of dated rows goes with time, where it clearly does, and the columns that do so, too. */
export function trendOf({ problem, table, columns }: Model): { correlation: number; columns: readonly string[] } | null {
  if (problem === undefined || table.dated !== true || problem.y.length < fewestRows) return null;
  const correlation = withTime(problem.y);
  if (Math.abs(correlation) < clear) return null;
  const { x } = problem;
  return { correlation, columns: columns.filter((_, j) => Math.abs(withTime(x.values.subarray(j * x.rows, (j + 1) * x.rows))) >= clear) };
}

function withTarget({ correlations, gram, meanSquare }: Moments, j: number): number {
  const square = (gram.values[j * gram.rows + j] ?? 0) * meanSquare;
  return square === 0 ? 0 : (correlations[j] ?? 0) / Math.sqrt(square);
}

/** Correlation with the place in the order; `values` have mean 0. */
function withTime(values: Float64Array): number {
  const middle = (values.length - 1) / 2;
  let [product, square, time] = [0, 0, 0];
  values.forEach((value, i) => {
    product += value * (i - middle);
    square += value * value;
    time += (i - middle) ** 2;
  });
  return square === 0 ? 0 : product / Math.sqrt(square * time);
}
