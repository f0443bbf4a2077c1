import type { Design } from "../../data/design";
import { meanError } from "../../regression/held-out-error";
import { checkProblem } from "../../regression/problem";
import { type HeldOut, rowsOf, scaledAs } from "../held-out";
import type { ClassProblem } from "./class-problem";

/** What fits of `problem` make of the held rows; a row of a class that no fitted row has is not counted. Undefined where none is left. */
export function classHeldOut(held: Design, { design, loss, values, measures }: ClassProblem): HeldOut | undefined {
  const known = Array.from(held.y.keys()).filter((row) => values.includes(held.y[row] ?? NaN));
  if (known.length === 0) return undefined;
  const { x, y } = rowsOf(held, known);
  const labels = y.map((value) => values.indexOf(value));
  const rows = { ...checkProblem({ x: scaledAs(x, design.scaling), y, loss: "squared" }), y: labels, loss, blocks: loss === "softmax" ? values.length : 1 };
  return {
    rows: known.length,
    error(weights) {
      const intercepts = measures.intercepts(weights);
      return meanError(rows, { intercept: loss === "softmax" ? intercepts : (intercepts[0] ?? 0), coefficients: weights });
    },
  };
}
