import type { LossFault } from "../classes/prepare-classes";
import type { KeyLines } from "./parse-spec";
import type { SpecProblem } from "./problem";
import { shown } from "./shown";

/** Why a target is not two classes, at the line of the key that asks for them; line 1 where no line is known. */
export function lossProblem({ target, values }: LossFault, lines?: KeyLines): SpecProblem {
  const line = lines?.get("loss") ?? lines?.get("target") ?? lines?.get("data") ?? 1;
  return { line, code: "not-two-classes", params: { target: shown(target), values } };
}
