import { readBreastCancer } from "./breast-cancer";
import { drawCorrelated } from "./correlated";
import { drawCurve } from "./curve";
import diabetesText from "./diabetes.csv";
import { readDigits } from "./digits";
import { readNumericCsv } from "./numeric-csv";
import { drawOrthonormal } from "./orthonormal";
import { drawSparse } from "./sparse";
import type { Table } from "./table";
import { drawTwo } from "./two";
import { drawWide } from "./wide";

/** The data that come with the plugin and have a number to predict, in the order in which they are offered. */
export const regressionNames = ["diabetes", "two", "sparse", "correlated", "wide", "curve", "orthonormal"] as const;
/** Those that have a class to predict. */
export const classificationNames = ["breast-cancer", "digits"] as const;
/** All of them; the last column of each is its target. */
export const builtInNames = [...regressionNames, ...classificationNames] as const;
export type BuiltInName = (typeof builtInNames)[number];

const makers: Record<BuiltInName, () => Table> = {
  /** 442 patients, ten measurements, disease progression after one year: Efron, Hastie, Johnstone, Tibshirani 2004. */
  diabetes: () => readNumericCsv("diabetes", diabetesText),
  two: drawTwo,
  sparse: drawSparse,
  correlated: drawCorrelated,
  wide: drawWide,
  curve: drawCurve,
  orthonormal: drawOrthonormal,
  "breast-cancer": readBreastCancer,
  digits: readDigits,
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
