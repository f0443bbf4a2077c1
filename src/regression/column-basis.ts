import { column } from "../math/products";
import type { Matrix } from "../math/matrix";
import { addScaled, dot } from "../math/vector";

/** The columns of X in an orthogonal basis: what is not penalised can be fitted in any basis, and in this one without trouble from columns that nearly depend on others. */
export interface ColumnBasis {
  /** n×r, QᵀQ = n·I. */
  readonly q: Matrix;
  /** r weights for Q → p weights for X with the same scores; 0 for columns that are combinations of those before them. */
  readonly toWeights: (inBasis: Float64Array) => Float64Array;
  /** p products Xᵀv/n of the columns with a vector → its r products Qᵀv/n. */
  readonly toBasis: (products: Float64Array) => Float64Array;
}

/** Columns that differ from a combination of others by less than this share of their length count as one. */
const dependent = 1e-10;

/** Gram–Schmidt, twice for each column, so that Q is orthogonal to rounding (Giraud et al. 2005). What is shorter than `shortest` counts as nothing. O(npr). */
export function columnBasis(x: Matrix, shortest = 0): ColumnBasis {
  const { rows: n, columns: p } = x;
  const basis: Float64Array[] = [];
  const kept: number[] = [];
  /** Upper triangle by columns: R[t] holds what column kept[t] has of each basis vector. */
  const triangle: Float64Array[] = [];
  for (let j = 0; j < p && basis.length < n; j++) {
    const rest = column(x, j).slice();
    const length = Math.sqrt(dot(rest, rest));
    const parts = new Float64Array(basis.length + 1);
    for (let pass = 0; pass < 2; pass++) {
      basis.forEach((direction, t) => {
        const part = dot(direction, rest) / n;
        parts[t]! += part;
        addScaled(rest, -part, direction);
      });
    }
    const left = Math.sqrt(dot(rest, rest));
    if (!(left > Math.max(shortest, dependent * length))) continue;
    const size = left / Math.sqrt(n);
    parts[basis.length] = size;
    triangle.push(parts);
    kept.push(j);
    basis.push(rest.map((value) => value / size));
  }
  const values = new Float64Array(n * basis.length);
  basis.forEach((direction, t) => values.set(direction, t * n));
  return {
    q: { values, rows: n, columns: basis.length },
    toWeights(inBasis) {
      const left = inBasis.slice();
      const weights = new Float64Array(p);
      for (let t = kept.length - 1; t >= 0; t--) {
        const weight = left[t]! / triangle[t]![t]!;
        weights[kept[t]!] = weight;
        for (let s = 0; s < t; s++) left[s]! -= weight * triangle[t]![s]!;
      }
      return weights;
    },
    toBasis(products) {
      const inBasis = new Float64Array(basis.length);
      kept.forEach((j, t) => {
        const parts = triangle[t]!;
        inBasis[t] = (products[j]! - dot(parts.subarray(0, t), inBasis.subarray(0, t))) / parts[t]!;
      });
      return inBasis;
    },
  };
}
