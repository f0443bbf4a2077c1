import { mostClasses } from "../classes/class-problem";
import type { LossFault } from "../classes/prepare-classes";
import type { KeyLines } from "./parse-spec";
import type { SpecProblem } from "./problem";
import { shown } from "./shown";

/** Why a target is not classes, at the line of the key that asks for them; line 1 where no line is known. */
export function lossProblem({ loss, target, values }: LossFault, lines?: KeyLines): SpecProblem {
  const line = lines?.get("loss") ?? lines?.get("target") ?? lines?.get("data") ?? 1;
  return { line, code: "not-classes", params: { loss, target: shown(target), values, most: mostClasses } };
}
