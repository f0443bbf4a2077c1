import diabetesText from "./diabetes.csv";
import { readNumericCsv } from "./numeric-csv";
import type { Table } from "./table";
import { drawTwo } from "./two";

/** The data that come with the plugin, in the order in which they are offered. */
export const builtInNames = ["diabetes", "two"] as const;
export type BuiltInName = (typeof builtInNames)[number];

const makers: Record<BuiltInName, () => Table> = {
  /** 442 patients, ten measurements, disease progression after one year: Efron, Hastie, Johnstone, Tibshirani 2004. */
  diabetes: () => readNumericCsv("diabetes", diabetesText),
  two: drawTwo,
};
const made = new Map<BuiltInName, Table>();

/** The named set; read or drawn on first use, the same object afterwards. */
export function builtIn(name: BuiltInName): Table {
  const known = made.get(name);
  if (known) return known;
  const table = makers[name]();
  made.set(name, table);
  return table;
}
