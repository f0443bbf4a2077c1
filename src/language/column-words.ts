/** How a data set's columns are said: each by its name, or by a rule where there are many. */
export interface ColumnWords {
  readonly columns: Readonly<Record<string, string>>;
  readonly column?: (name: string) => string;
}

/** What a column of built-in data holds, in words; undefined where nothing is known of it. */
export function describeColumn({ columns, column }: ColumnWords, name: string): string | undefined {
  return Object.hasOwn(columns, name) ? columns[name] : column?.(name);
}

/** `mean_radius`, `radius_error` or `worst_radius` of the breast-cancer data, taken apart. */
export function readMeasurement(name: string): { statistic: "mean" | "error" | "worst"; measured: string } {
  const first = /^(mean|worst)_(.*)$/.exec(name);
  if (first) return { statistic: first[1] === "mean" ? "mean" : "worst", measured: first[2] ?? "" };
  return { statistic: "error", measured: name.replace(/_error$/, "") };
}

/** The number in a column's name: 37 in `g037`. */
export function numberIn(name: string): number {
  return Number(/\d+/.exec(name)?.[0] ?? NaN);
}
