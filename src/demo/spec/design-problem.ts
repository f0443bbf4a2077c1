import type { DesignFault } from "../../data/design";
import type { SpecKey } from "./keys";
import type { KeyLines } from "./parse-spec";
import type { SpecProblem } from "./problem";
import { shown, shownNames } from "./shown";

/** Why the data cannot be fitted as the block asks, at the line of the key that asks for it; line 1 where no line is known. */
export function designProblem(fault: DesignFault, data: string, lines?: KeyLines): SpecProblem {
  const at = (...keys: SpecKey[]) => keys.map((key) => lines?.get(key)).find((line) => line !== undefined) ?? 1;
  switch (fault.code) {
    case "unknown-target":
    case "unknown-feature": {
      const { name, meant, columns } = fault;
      const params = { name: shown(name), columns: shownNames(columns), data, ...(meant === undefined ? {} : { meant: shown(meant) }) };
      return { line: at(fault.code === "unknown-target" ? "target" : "features"), code: fault.code, params };
    }
    case "target-among-features":
    case "duplicate-feature":
      return { line: at("features"), code: fault.code, params: { name: shown(fault.name) } };
    case "constant-target":
      return { line: at("target", "data"), code: fault.code, params: { name: shown(fault.name) } };
    case "no-features":
      return { line: at("features", "data"), code: fault.code, params: { data } };
    case "few-rows":
      return { line: at("data"), code: fault.code, params: { rows: fault.rows, needed: fault.needed } };
  }
}
