import type { Matrix } from "./matrix";
import { addScaled, dot } from "./vector";

/** Column j as a view, not a copy. */
export function column(matrix: Matrix, j: number): Float64Array {
  return matrix.values.subarray(j * matrix.rows, (j + 1) * matrix.rows);
}

/** The columns with these indices, copied. */
export function columnsOf(matrix: Matrix, indices: ArrayLike<number>): Matrix {
  const values = new Float64Array(matrix.rows * indices.length);
  for (let i = 0; i < indices.length; i++) values.set(column(matrix, indices[i]!), i * matrix.rows);
  return { values, rows: matrix.rows, columns: indices.length };
}

/** Rows and columns with these indices of a symmetric matrix, in this order. */
export function principalSubmatrix({ values, rows }: Matrix, indices: ArrayLike<number>): Matrix {
  const k = indices.length;
  const own = new Float64Array(k * k);
  for (let j = 0; j < k; j++) for (let i = 0; i < k; i++) own[j * k + i] = values[indices[j]! * rows + indices[i]!]!;
  return { values: own, rows: k, columns: k };
}

/** XᵀX · scale, p×p and exactly symmetric. */
export function gram(x: Matrix, scale = 1): Matrix {
  const p = x.columns;
  const values = new Float64Array(p * p);
  const columns = Array.from({ length: p }, (_, j) => column(x, j));
  columns.forEach((a, i) => {
    for (let j = i; j < p; j++) {
      const value = dot(a, columns[j]!) * scale;
      values[i * p + j] = value;
      values[j * p + i] = value;
    }
  });
  return { values, rows: p, columns: p };
}

/** Xᵀy · scale, length p. */
export function transposeTimes(x: Matrix, y: Float64Array, scale = 1): Float64Array {
  const products = new Float64Array(x.columns);
  for (let j = 0; j < x.columns; j++) products[j] = dot(column(x, j), y) * scale;
  return products;
}

/** Xw, length n; columns whose weight is zero cost nothing. */
export function times(x: Matrix, weights: Float64Array): Float64Array {
  const result = new Float64Array(x.rows);
  weights.forEach((weight, j) => {
    if (weight !== 0) addScaled(result, weight, column(x, j));
  });
  return result;
}
