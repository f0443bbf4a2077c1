// What the Python programs have in common: reading, standardising, printing.
import type { ExportedProblem } from "./exported-problem";
import { quoted, quotedNames } from "./quoted";

/** X, y and n from the file; `table` is the expression that makes numbers of its rows. */
export function tableInPython({ file, features, target }: ExportedProblem, table: string): string[] {
  return [
    `with open(${quoted(file)}, encoding="utf-8-sig", newline="") as opened:`,
    "    header, *rows = csv.reader(opened)",
    `table = ${table}`,
    ...quotedNames(features, { open: "features = [", close: "]" }),
    `target = ${quoted(target)}`,
    "X = table[:, [header.index(name) for name in features]]",
    "y = table[:, header.index(target)]",
    "n = len(y)",
  ];
}

export interface ArrayWords {
  readonly module: "np" | "torch";
  /** The argument that takes something of each column. */
  readonly columns: string;
  /** The argument that makes the standard deviation divide by n. */
  readonly deviation: string;
}

/** X, for the squared loss y too, brought to mean 0 and standard deviation 1 with 1/n. */
export function standardizeInPython({ loss, standardize, hasConstant, targetScale }: ExportedProblem, { module, columns, deviation }: ArrayWords): string[] {
  const each = [columns, deviation].filter(Boolean).join(", ");
  return [
    standardize ? "# Mean 0 and standard deviation 1 (with 1/n)." : "# Mean 0; the columns keep their units.",
    `center = X.mean(${columns})`,
    standardize ? `scale = X.std(${each})` : `scale = ${module}.ones(X.shape[1])`,
    ...(hasConstant && standardize ? [`scale[scale <= 1e-12 * (abs(center) + scale)] = ${module}.inf  # a constant column gets weight 0`] : []),
    "X = (X - center) / scale",
    ...(loss === "squared"
      ? ["y_center = y.mean()", targetScale === undefined ? `y_scale = y.std(${deviation})` : `y_scale = ${targetScale}  # before points were moved`, "y = (y - y_center) / y_scale"]
      : []),
  ];
}

/** A function `show` that prints a penalty's weights, as the penalty sees them and in original units. */
export function showInPython({ loss, features, standardize }: ExportedProblem): string[] {
  const width = Math.min(40, Math.max(10, ...features.map((name) => name.length)) + 2);
  const block = (indent: string, weights: string) => [
    `${indent}for feature, weight, coefficient in zip(features, ${weights}):`,
    `${indent}    print(f"{feature:${width}} {weight:20.12g} {coefficient:20.12g}")`,
  ];
  const heading = `print(f"{'':${width}} {'${standardize ? "standardized" : "weight"}':>20} {'original units':>20}")`;
  const last = (value: string) => `print(f"{'intercept':${width}} {'':20} {${value}:20.12g}")`;
  if (loss === "softmax") {
    return [
      "",
      "",
      "def show(name, weights, intercepts):",
      "    original = weights / scale",
      "    intercepts = intercepts - original @ center",
      "    intercepts = intercepts - intercepts.mean()  # only their differences count",
      "    for label, row, coefficients, intercept in zip(classes, weights, original, intercepts):",
      '        print(f"\\n{name}, class {label:g}")',
      `        ${heading}`,
      ...block("        ", "row, coefficients"),
      `        ${last("intercept")}`,
      "",
      "",
    ];
  }
  const scaled = loss === "squared" ? "weights * y_scale / scale" : "weights / scale";
  const start = loss === "squared" ? "y_center" : "intercept";
  return [
    "",
    "",
    loss === "squared" ? "def show(name, weights):" : "def show(name, weights, intercept):",
    `    original = ${scaled}`,
    `    intercept = ${start} - original @ center`,
    '    print(f"\\n{name}")',
    `    ${heading}`,
    ...block("    ", "weights, original"),
    `    ${last("intercept")}`,
    "",
    "",
  ];
}
