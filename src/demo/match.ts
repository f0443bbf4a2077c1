import type { Model, PenaltyFit } from "./model";

/** What "side by side" holds equal: the note's λ, the training error of the first penalty, or each penalty at its own cross-validated λ. */
export const matches = ["lambda", "fit", "best", "1se"] as const;
export type Match = (typeof matches)[number];

/** Whether each penalty stands at a λ of its own that cross-validation chose. */
export function isTuned(match: Match): match is "best" | "1se" {
  return match === "best" || match === "1se";
}

/** Halvings of the logarithm of the slider's range; more than the digits that λ is shown with. */
const halvings = 40;

/** Each penalty's λ, in the order of the model's fits, where the slider stands at `lambda`. A penalty that is not tuned yet stands there too. */
export function matchedLambdas(model: Model, match: Match, lambda: number): number[] {
  const { fits, curves } = model;
  if (match === "lambda") return fits.map(() => lambda);
  if (match !== "fit") {
    return fits.map(({ penalty }) => {
      const curve = curves.of(penalty);
      return curve === null ? lambda : match === "best" ? curve.best : curve.oneStandardError;
    });
  }
  const [first] = fits;
  if (first === undefined) return [];
  const wanted = model.trainingError(first.weightsAt(lambda));
  return fits.map((fit) => (fit === first ? lambda : lambdaWithError(model, fit, wanted)));
}

/** The λ at which the training error, which never falls as λ grows, is `wanted`; the end of the slider where it stays below. */
function lambdaWithError(model: Model, fit: PenaltyFit, wanted: number): number {
  const { min, max } = model.lambdaRange;
  const weights = new Float64Array(model.features.length);
  const errorAt = (lambda: number) => model.trainingError(fit.weightsAt(lambda, weights));
  if (fit.penalty === "none" || errorAt(0) >= wanted) return 0;
  // A penalty may need far more λ than another for the same error.
  const far = max * (max / min);
  if (errorAt(far) <= wanted) return far;
  let [low, high] = [errorAt(min) > wanted ? min * (min / max) : min, far];
  for (let i = 0; i < halvings; i += 1) {
    const middle = Math.sqrt(low * high);
    if (errorAt(middle) > wanted) high = middle;
    else low = middle;
  }
  return Math.sqrt(low * high);
}
