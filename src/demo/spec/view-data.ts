import type { BuiltInName } from "../../data/built-in";
import type { ViewName } from "../views/view";

/** The data that show best what a view is for, where a block names none: its first view chooses. */
const made: Readonly<Partial<Record<ViewName, BuiltInName>>> = { fit: "curve", threshold: "orthonormal", interpret: "wide", stability: "correlated" };

export function dataFor(views: readonly ViewName[]): BuiltInName {
  const [first] = views;
  return (first === undefined ? undefined : made[first]) ?? "diabetes";
}
