import type { LeastSquares } from "../../../src/regression/least-squares";

/** ½·mean square of what least squares cannot explain, by reflections of the columns (Golub & Van Loan 2013, §5.3.2): an independent reference that never forms products of columns with each other. The columns must be independent. */
export function leastHalfMeanSquare({ x, y }: Pick<LeastSquares, "x" | "y">): number {
  const { rows: n, columns: p } = x;
  const columns = Array.from({ length: p }, (_, j) => Array.from(x.values.subarray(j * n, (j + 1) * n)));
  const rest = Array.from(y);
  columns.forEach((own, k) => {
    const reflector = own.map((value, i) => (i < k ? 0 : value));
    reflector[k]! += Math.sign(own[k]!) * Math.hypot(...reflector);
    const square = reflector.reduce((sum, value) => sum + value * value, 0);
    for (const other of [...columns.slice(k), rest]) {
      const share = (2 * reflector.reduce((sum, value, i) => sum + value * other[i]!, 0)) / square;
      reflector.forEach((value, i) => (other[i]! -= share * value));
    }
  });
  return rest.slice(p).reduce((sum, value) => sum + value * value, 0) / (2 * n);
}
