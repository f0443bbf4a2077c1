import { blockedGram } from "../math/kernels/gram";
import type { Matrix } from "../math/matrix";
import { column } from "../math/products";
import { eigenvalueRounding, symmetricEigen } from "../math/symmetric-eigen";
import { addScaled, dot } from "../math/vector";

/** The rows of X in an orthonormal basis of the space they span: r ≤ n columns in place of p. A ridge penalty does not see the difference. */
export interface RowSpace {
  /** n×r, Z with ZZᵀ = XXᵀ and ZᵀZ = diag(squares). */
  readonly z: Matrix;
  /** r, the positive eigenvalues of XXᵀ. */
  readonly squares: Float64Array;
  /** r weights for Z → the p weights of smallest norm for X with the same scores. */
  readonly toWeights: (inSpace: Float64Array) => Float64Array;
}

/** From the n×n matrix XXᵀ = UDUᵀ: Z = U√D, w = XᵀUD^(−½)v. O(n²p + n³). Eigenvalues up to 4·n·ε times the largest count as 0. */
export function rowSpace(x: Matrix): RowSpace {
  const { rows: n, columns: p } = x;
  const { values, vectors } = symmetricEigen(blockedGram(transposed(x)));
  const smallest = eigenvalueRounding(values);
  const kept = Array.from(values.keys()).filter((m) => values[m]! > smallest);
  const z = new Float64Array(n * kept.length);
  kept.forEach((m, at) => addScaled(z.subarray(at * n, (at + 1) * n), Math.sqrt(values[m]!), column(vectors, m)));
  const matrix: Matrix = { values: z, rows: n, columns: kept.length };
  return {
    z: matrix,
    squares: Float64Array.from(kept, (m) => values[m]!),
    toWeights(inSpace) {
      const rowWeights = new Float64Array(n);
      kept.forEach((m, at) => {
        if (inSpace[at] !== 0) addScaled(rowWeights, inSpace[at]! / values[m]!, column(matrix, at));
      });
      return Float64Array.from({ length: p }, (_, j) => dot(column(x, j), rowWeights));
    },
  };
}

function transposed({ values, rows, columns }: Matrix): Matrix {
  const turned = new Float64Array(values.length);
  for (let j = 0; j < columns; j++) for (let i = 0; i < rows; i++) turned[i * columns + j] = values[j * rows + i]!;
  return { values: turned, rows: columns, columns: rows };
}
