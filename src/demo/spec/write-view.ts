import type { BlockValues } from "../block-state";
import { isTuned } from "../match";
import { yamlText } from "./block-fields";
import type { BlockSpec } from "./block-spec";
import type { SpecKey } from "./keys";
import { writeKey } from "./write-key";
import { writeLambda } from "./write-lambda";

/** The body of a fence that says what a block shows now: λ, what is held equal, the penalties that are not switched off, the aim, the columns. λ where it is `initial` needs no writing. */
export function writeView(fenceBody: string, { lambda, match, hidden, aim, columns }: BlockValues, spec: BlockSpec, initial?: number): string {
  const tuned = isTuned(match);
  const shown = spec.penalties.filter((penalty) => !hidden.includes(penalty));
  const changes: (readonly [SpecKey, string])[] = [
    ...(tuned ? [["lambda", match] as const] : []),
    ...(!tuned && match !== spec.match ? [["match", match] as const] : []),
    ...(shown.length < spec.penalties.length ? [["penalties", `[${shown.join(", ")}]`] as const] : []),
    ...(columns === null ? [] : [["target", yamlText(columns.target)] as const]),
    ...(columns?.features ? [["features", `[${columns.features.map(yamlText).join(", ")}]`] as const] : []),
    ...(aim !== null && aim !== spec.aim ? [["aim", aim] as const] : []),
  ];
  return changes.reduce((body, [key, value]) => writeKey(body, key, value), tuned || lambda === initial ? fenceBody : writeLambda(fenceBody, lambda));
}
