import { deadCount, filtersOf } from "../../network/layout";
import { weightSizes } from "../../network/weight-sizes";
import type { SessionState } from "../deep/session";
import type { Stage } from "../scene";
import { percent } from "./percent";

/** What the panels show, in words. */
export function networkSentence({ words: { network: say } }: Stage, { networks, measured }: SessionState): string {
  if (measured.every((one) => one === null)) return say.untrained;
  return networks.map(({ penalty, architecture, parameters, diverged }, index) => {
    const name = say.penalties[penalty.kind];
    if (diverged) return say.sentenceDiverged(name);
    const { zero, total } = weightSizes(architecture, parameters);
    const filters = filtersOf(architecture);
    const dead = deadCount(parameters, filters);
    return say.sentence({ name, test: percent(measured[index]?.testAccuracy ?? NaN, 1), zero, total, dead, filters: filters.length });
  }).join(" ");
}
