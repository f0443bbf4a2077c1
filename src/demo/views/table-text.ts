import { formatNumber } from "../../plot/number-format";
import type { PenaltyName } from "../../regression/note-objective";
import type { ErrorCurve } from "../curves";
import { formatLambda } from "../format-lambda";
import type { Solution } from "../frames";
import type { Scene } from "../scene";
import { validatedAt } from "./error-cursor";
import { candidateOf, differenceOf } from "./judge";
import type { Figure } from "./table-cells";
import { conditionWith, keptNames, sizeFigures } from "./table-figures";

export interface FigureContext {
  readonly scene: Scene;
  readonly solution: Solution;
  readonly curveOf: (penalty: PenaltyName) => ErrorCurve | null;
  readonly curvatures: { readonly smallest: number; readonly largest: number } | null;
  /** The weights without a penalty. */
  readonly free: Float64Array;
}

/** As many names as stand in a cell. */
const mostNames = 4;

/** A figure in words, at the λ of its penalty; empty where it cannot be computed. */
export function figureText(context: FigureContext, figure: Exclude<Figure, "gap">): string {
  const { scene: { words: { table: say }, model }, solution: { lambda, weights, kept, error, penalty, fit }, curveOf, curvatures, free } = context;
  const total = model.features.length;
  switch (figure) {
    case "product":
      return say.product({ lambda: formatLambda(lambda), size: formatNumber(penalty), product: formatNumber(lambda * penalty) });
    case "zeros":
      return say.zeros(total - kept, total);
    case "sizes": {
      const { largest, median } = sizeFigures(weights);
      if (model.endless && (lambda === 0 || fit.penalty === "none")) return say.sizes("∞", "∞");
      return say.sizes(formatNumber(largest), formatNumber(median));
    }
    case "kept":
      return say.kept({ kept, total, ...keptNames(model.features, weights, mostNames) });
    case "errors": {
      const validated = validatedAt(curveOf(fit.penalty), lambda);
      return validated === null
        ? say.training(formatNumber(error))
        : say.errors({ training: formatNumber(error), mean: formatNumber(validated.mean), standardError: formatNumber(validated.standardError) });
    }
    case "overfit": {
      const validated = validatedAt(curveOf(fit.penalty), lambda);
      const none = validatedAt(curveOf(fit.penalty), model.lambdaRange.min);
      if (validated === null || none === null) return "";
      if (fit.penalty === "none") return say.gapFree(formatNumber(validated.mean - error));
      return say.gapOfErrors({ gap: formatNumber(validated.mean - error), free: formatNumber(none.mean - model.trainingError(fit.weightsAt(model.lambdaRange.min))) });
    }
    case "against":
      return againstText(context);
    case "condition":
      if (curvatures === null) return "";
      if (fit.penalty === "none") return say.conditionFree(formatNumber(conditionWith(curvatures, 0)));
      return say.condition(formatNumber(conditionWith(curvatures, 0)), formatNumber(conditionWith(curvatures, lambda)));
    case "squares":
      return say.squares(model.endless ? "∞" : formatNumber(sizeFigures(free).sumOfSquares), formatNumber(sizeFigures(weights).sumOfSquares));
    case "pieces":
      // Straight pieces there are only of the squared error.
      return model.loss !== "squared" ? "" : say.pieces(fit.knots.length);
  }
}

/** Cross-validated error against the best other penalty, each at its own best λ. */
function againstText({ scene: { words: { table: say, penalties }, model }, solution, curveOf }: FigureContext): string {
  const candidates = model.fits.flatMap((fit) => {
    const curve = curveOf(fit.penalty);
    return curve === null ? [] : [candidateOf(fit, curve)];
  });
  const own = candidates.find(({ penalty }) => penalty === solution.fit.penalty);
  const other = candidates.filter((candidate) => candidate !== own).sort((a, b) => a.error - b.error)[0];
  if (own === undefined || other === undefined) return "";
  const { difference, standardError, clear } = differenceOf(own, other);
  const result = clear ? (difference < 0 ? "better" : "worse") : "same";
  return say.against[result]({ own: formatNumber(own.error), other: penalties[other.penalty], error: formatNumber(other.error), standardError: formatNumber(standardError) });
}

export function gapText({ words: { table: say } }: Scene, gap: number): string {
  return say.gap(formatNumber(gap, 2));
}
