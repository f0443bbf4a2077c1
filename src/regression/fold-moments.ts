import { blockedGram } from "../math/kernels/gram";
import { column } from "../math/products";
import type { Matrix } from "../math/matrix";
import { type Folds, rowsOf } from "./folds";
import type { Moments, Scaling } from "./least-squares";
import { standardDesign } from "./standard-design";

/** The sums of squares and products of [1, x, y] over the rows of each fold: all that training on the others and testing on these takes. */
export interface FoldMoments {
  /**
   * The problem of all rows but the fold's (of all rows where there is no such fold), features centred (and scaled) there; undefined
   * where the fold holds nearly all variation of a column, so that subtracting it leaves too few digits.
   */
  trainedWithout(fold: number): { moments: Moments; scaling: Scaling } | undefined;
  /** Mean squared error of the fold's rows with weights as trained; undefined where it is too small to be a difference of sums. */
  heldOutError(fold: number, weights: Float64Array, scaling: Scaling): number | undefined;
}

/** The sums of squares and products of [1, x − means, y − targetMean] over the rows of each fold. */
export interface FoldSums {
  /** For each fold (p+2)×(p+2). */
  readonly sums: readonly Float64Array[];
  /** p; near those of all rows, so that what is subtracted is small. */
  readonly means: Float64Array;
  readonly targetMean: number;
}

/** A difference below this share of what it is taken from has fewer than ten digits. */
const leastShare = 1e-6;

export function foldMoments({ x, y, folds, standardize }: { x: Matrix; y: Float64Array; folds: Folds; standardize: boolean }): FoldMoments {
  const design = standardDesign(x, { standardize: false, intercept: true });
  const target = standardDesign({ values: y, rows: y.length, columns: 1 }, { standardize: false, intercept: true });
  const all = [...design.columns, target.columns[0]!];
  const sums = Array.from({ length: folds.count }, (_, fold) => sumsOf(all, rowsOf(folds, fold, "held out")));
  // All sums are of values centred over all rows: what is subtracted is small.
  return momentsOfSums({ sums, means: design.means, targetMean: target.means[0]! }, { standardize });
}

/** With `rowsAreGone` there is nothing to fall back on: what has too few digits to be a difference of sums counts as 0. */
export function momentsOfSums({ sums, means: origin, targetMean: targetOrigin }: FoldSums, { standardize, rowsAreGone = false }: { standardize: boolean; rowsAreGone?: boolean }): FoldMoments {
  const p = origin.length;
  const q = p + 2;
  const total = new Float64Array(q * q);
  /** The form of a residual, and where it is not zero. */
  const form = new Float64Array(q);
  const positions = new Int32Array(q);
  for (const sum of sums) sum.forEach((value, at) => (total[at]! += value));

  return {
    trainedWithout(fold) {
      const own = sums[fold];
      const rest = own === undefined ? total : total.map((value, at) => value - own[at]!);
      const n = rest[0]!;
      const mean = (a: number) => rest[a]! / n;
      const product = (a: number, b: number) => rest[a * q + b]! / n - mean(a) * mean(b);
      const scales = new Float64Array(p).fill(1);
      for (let a = 1; a < q; a++) {
        const variance = product(a, a);
        const isKnown = variance * n > leastShare * total[a * q + a]!;
        if (total[a * q + a]! > 0 && !isKnown && !rowsAreGone) return undefined;
        if (a <= p && (standardize || (rowsAreGone && !isKnown))) scales[a - 1] = isKnown ? Math.sqrt(variance) : 0;
      }
      const inverse = scales.map((scale) => (scale > 0 ? 1 / scale : 0));
      const values = new Float64Array(p * p);
      const correlations = new Float64Array(p);
      for (let i = 0; i < p; i++) {
        for (let j = 0; j <= i; j++) values[i * p + j] = values[j * p + i] = product(i + 1, j + 1) * inverse[i]! * inverse[j]!;
        correlations[i] = product(i + 1, q - 1) * inverse[i]!;
      }
      const means = Float64Array.from(origin, (value, j) => value + mean(j + 1));
      const moments: Moments = { gram: { values, rows: p, columns: p }, correlations, meanSquare: product(q - 1, q - 1) };
      return { moments, scaling: { means, scales, targetMean: targetOrigin + mean(q - 1), targetScale: 1 } };
    },
    heldOutError(fold, weights, { means, scales, targetMean }) {
      const own = sums[fold]!;
      // The residual is form·[1, x, y], in values centred over all rows.
      form[0] = targetOrigin - targetMean;
      form[q - 1] = 1;
      let used = 1;
      for (let j = 0; j < p; j++) {
        const weight = scales[j]! > 0 ? weights[j]! / scales[j]! : 0;
        if (weight === 0) continue;
        form[j + 1] = -weight;
        form[0] += weight * (means[j]! - origin[j]!);
        positions[used++] = j + 1;
      }
      positions[used++] = q - 1;
      let error = 0;
      let size = 0;
      for (let a = 0; a < used; a++) {
        const row = positions[a]! * q;
        const left = form[positions[a]!]!;
        const diagonal = left * left * own[row + positions[a]!]!;
        let crossed = 0;
        for (let b = 0; b < a; b++) crossed += form[positions[b]!]! * own[row + positions[b]!]!;
        error += diagonal + 2 * left * crossed;
        size += diagonal;
      }
      return error > leastShare * size ? error / own[0]! : rowsAreGone ? 0 : undefined;
    },
  };
}

/** q×q, the products of the columns [1, all…] over some rows. */
function sumsOf(all: readonly Float64Array[], rows: readonly number[]): Float64Array {
  const height = rows.length;
  const values = new Float64Array(height * (all.length + 1)).fill(1, 0, height);
  const gathered: Matrix = { values, rows: height, columns: all.length + 1 };
  all.forEach((source, j) => {
    const to = column(gathered, j + 1);
    for (let i = 0; i < height; i++) to[i] = source[rows[i]!]!;
  });
  return blockedGram(gathered).values;
}
