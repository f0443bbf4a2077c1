import type { PenaltyFit } from "../model";
import { penaltyValue } from "../penalty-fit";
import { classKnots, classLambdaMax, classWeightsAt, type ClassPathOf } from "./class-path";
import type { ClassProblem } from "./class-problem";
import { classPathOf } from "./known-paths";

/** The solutions of one penalty for classes, in the note's scale: mean cross-entropy + λ·penalty(w). */
export function classFit(problem: ClassProblem, asked: ClassPathOf): PenaltyFit {
  const { penalty, mix } = asked;
  const path = classPathOf(problem, asked);
  const lambdaMax = classLambdaMax(problem, penalty, mix);
  return {
    penalty,
    lambdaMax,
    knots: classKnots(path),
    weightsAt(lambda, out: Float64Array = new Float64Array(path.free.length)) {
      return lambda >= lambdaMax ? out.fill(0) : classWeightsAt(path, penalty === "none" ? 0 : lambda, out);
    },
    penaltyOf: (weights) => penaltyValue(weights, penalty, mix),
  };
}
