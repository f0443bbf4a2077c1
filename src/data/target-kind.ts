import type { Column } from "./table";

/** The loss that fits a target: numbers, two classes, more classes. */
export type TargetKind = "squared" | "logistic" | "softmax";

export function targetKind({ classes }: Column): TargetKind {
  if (classes === undefined) return "squared";
  return classes.length === 2 ? "logistic" : "softmax";
}
