import type { OptimizerName } from "../../network/optimizer";
import type { NetworkPenalty } from "../../network/penalty";

/** Where a gradient step alone leads; `g` holds what the penalty adds to the slope. */
const moved: Record<OptimizerName, (g: string) => string> = {
  sgd: (g) => `w - \\eta ${g}`,
  momentum: (g) => `w - \\eta\\,\\overline{${g}}`,
  adam: () => "w - \\tilde\\eta\\,\\hat m",
};

/** The rule of a step as it is taken: η̃ is the step in the method's own metric, for Adam η/(√v̂ + ε), with
 * momentum η/(1 − β). */
export function networkRule(kind: NetworkPenalty, optimizer: OptimizerName): string {
  const eta = optimizer === "sgd" ? "\\eta" : "\\tilde\\eta";
  const z = moved[optimizer]("g");
  switch (kind) {
    case "none":
      return `w \\leftarrow ${z}`;
    case "l2":
      return `g \\leftarrow g + 2\\lambda w,\\;\\; w \\leftarrow ${z}`;
    case "decay":
      return `w \\leftarrow (1-\\eta\\lambda)\\,${z}`;
    case "l1":
      return `w \\leftarrow S_{${eta}\\lambda}(${z})`;
    case "group":
      return `f \\leftarrow \\mathrm{prox}_{${eta}\\lambda\\sqrt m\\lVert\\cdot\\rVert}(${z.replace("w", "f")})`;
    case "elastic":
      return `g \\leftarrow g + 2\\lambda(1-\\rho)w,\\;\\; w \\leftarrow S_{${eta}\\lambda\\rho}(${z})`;
  }
}
