/** Gram–Schmidt on columns of equal length: mean 0, variance 1 (with 1/n), no correlation between any two. */
export function orthonormalColumns(draws: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const drawn of draws) {
    const mean = average(drawn);
    let column = drawn.map((value) => value - mean);
    for (const earlier of done) {
      const shared = average(column.map((value, i) => value * (earlier[i] ?? 0)));
      column = column.map((value, i) => value - shared * (earlier[i] ?? 0));
    }
    const deviation = Math.sqrt(average(column.map((value) => value * value)));
    done.push(column.map((value) => value / deviation));
  }
  return done;
}

function average(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
