import { builtIn } from "../../../src/data/built-in";
import { type Design, designOf } from "../../../src/data/design";

/** All 442 rows, ten features, raw units. */
export function diabetes(): Design {
  const design = designOf(builtIn("diabetes"));
  if (!design.ok) throw new Error(design.code);
  return design;
}
