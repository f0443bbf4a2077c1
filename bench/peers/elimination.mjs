/** The solution of a positive definite system, by elimination; `matrix` is a list of rows. */
export function solved(matrix, right) {
  const size = right.length;
  const rows = matrix.map((row, a) => [...row, right[a]]);
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const share = rows[b][a] / rows[a][a];
      for (let c = a; c <= size; c++) rows[b][c] -= share * rows[a][c];
    }
  }
  const solution = new Float64Array(size);
  for (let a = size - 1; a >= 0; a--) {
    let rest = rows[a][size];
    for (let b = a + 1; b < size; b++) rest -= rows[a][b] * solution[b];
    solution[a] = rest / rows[a][a];
  }
  return solution;
}
