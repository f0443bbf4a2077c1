import { symmetricEigen } from "../math/symmetric-eigen";
import { times } from "../math/products";
import { dot, maxAbs } from "../math/vector";
import { explainable } from "./certificate";
import { fitFrom, type FitSource } from "./fit";
import { checkFiniteLambda } from "./lambda";
import { type GridChoice, lambdaGrid } from "./lambda-grid";
import { interceptFrom, originalCoefficients } from "./original-units";
import type { FittedPath } from "./regression";
import { smallestRatio } from "./solver";
import { squaredPath } from "./squared-solver";
import type { StreamedMoments } from "./streamed-moments";

export type StreamedPathRequest = GridChoice & {
  /** ρ: 1 lasso (default), 0 ridge. */
  readonly l1Ratio?: number;
};

/** The squared-loss path of rows that are no longer there. @throws RangeError that names the argument. */
export function streamedPath(moments: StreamedMoments, request: StreamedPathRequest = {}): FittedPath {
  const { l1Ratio = 1 } = request;
  if (!(l1Ratio >= 0 && l1Ratio <= 1)) throw new RangeError(`l1Ratio: ${l1Ratio} is not a number from 0 to 1`);
  const top = maxAbs(moments.correlations) / Math.max(l1Ratio, smallestRatio);
  const lambdas = lambdaGrid(request, { top, wide: moments.gram.columns > moments.rows });
  const path = squaredPath(moments, l1Ratio);
  const source: FitSource = {
    weights: (lambda) => path.coefficientsAt(lambda),
    coefficients: (weights) => originalCoefficients(weights, moments.scaling),
    intercept: interceptFrom(moments.scaling),
    certify: (weights, lambda) => momentsCertificate(moments, weights, { lambda, l1Ratio }),
  };
  const fitAt = (lambda: number) => fitFrom(source, lambda);
  const fits = Array.from(lambdas, fitAt);
  return {
    lambdas,
    fits,
    lambdaMax: path.lambdaMax,
    at(lambda) {
      checkFiniteLambda(lambda);
      return fits[lambdas.indexOf(lambda)] ?? fitAt(lambda);
    },
    coefficientsAt: (lambda, out) => path.coefficientsAt(lambda, out),
  };
}

/** Objective and duality gap as `certificate` has them, from the moments alone: the residuals' size is a difference of sums, and columns that products cannot tell apart count as one. */
function momentsCertificate(moments: StreamedMoments, weights: Float64Array, { lambda, l1Ratio }: { lambda: number; l1Ratio: number }) {
  const { gram, correlations, meanSquare } = moments;
  const l1 = lambda * l1Ratio;
  const l2 = lambda - l1;
  const fitted = times(gram, weights);
  const explained = correlations.map((value, j) => value - fitted[j]!);
  const gradient = explained.map((value, j) => value - l2 * weights[j]!);
  const residual = Math.max(0, meanSquare - dot(weights, correlations) - dot(weights, explained));
  const twiceSmooth = residual + l2 * dot(weights, weights);
  const objective = twiceSmooth / 2 + l1 * weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
  if (l1 === 0) return { objective, dualityGap: l2 > 0 ? dot(gradient, gradient) / (2 * l2) : explainable(symmetricEigen(gram), gradient) };
  const scale = Math.min(1, l1 / maxAbs(gradient));
  const slack = weights.reduce((sum, weight, j) => sum + (l1 * Math.abs(weight) - scale * weight * gradient[j]!), 0);
  return { objective, dualityGap: 0.5 * (1 - scale) ** 2 * twiceSmooth + Math.max(0, slack) };
}
