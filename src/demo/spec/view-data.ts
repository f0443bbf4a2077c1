import { type BuiltInName, classificationNames } from "../../data/built-in";
import type { ViewName } from "../views/view";

/** The data that show best what a view is for, where a block names none: its first view chooses. */
const made: Readonly<Partial<Record<ViewName, BuiltInName>>> = { fit: "curve", threshold: "orthonormal", interpret: "wide", stability: "correlated" };

/** What is drawn where a block names no views: of classes, how well they are told apart rather than contours. */
export function viewsFor({ data, loss }: { readonly data?: BuiltInName; readonly loss?: string }): ViewName[] {
  const hasClasses = loss === undefined ? classificationNames.some((name) => name === data) : loss !== "squared";
  return hasClasses ? ["weights", "path", "error"] : ["geometry", "weights", "path"];
}

export function dataFor(views: readonly ViewName[]): BuiltInName {
  const [first] = views;
  return (first === undefined ? undefined : made[first]) ?? "diabetes";
}
