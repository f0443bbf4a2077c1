import { column, times, transposeTimes } from "../math/products";
import { eigenvalueRounding, type SymmetricEigen, symmetricEigen } from "../math/symmetric-eigen";
import { dot, maxAbs } from "../math/vector";
import { checkLambda } from "./lambda";
import type { LeastSquares } from "./least-squares";
import { doubtAbout } from "./doubt";

/** How far given coefficients can be from the optimum, whoever computed them; everything in the units of the problem. */
export interface Certificate {
  /** ½·MSE + λ(ρ‖w‖₁ + (1−ρ)/2·‖w‖²). */
  readonly objective: number;
  /** ≥ objective − optimum: the distance to a feasible point of the dual problem. */
  readonly dualityGap: number;
  /** The gap as a share of the objective without any weight, ½·yᵀy/n; 0 where the target is constant. */
  readonly relativeGap: number;
  /** Largest violation of the stationarity conditions, in the units of the correlations Xᵀy/n (and of λ). */
  readonly kktResidual: number;
}

/** What a certificate is computed from. */
export type CertifiedProblem = Pick<LeastSquares, "x" | "y" | "gram" | "meanSquare">;

export interface PenaltyStrength {
  readonly lambda: number;
  readonly l1Ratio: number;
}

/**
 * Computed from the data (X and the residuals), not from the solver's moments. The dual point:
 * - with an L1 part, the residual of the augmented lasso (rows √(nλ(1−ρ))·I under X, zeros under y), scaled until it is feasible;
 * - ridge: the residual itself, every point being feasible;
 * - λ = 0: the residual less what the features still explain of it.
 * @throws RangeError for a negative λ and coefficients whose number is not p.
 */
export function certificate(problem: CertifiedProblem, coefficients: Float64Array, strength: PenaltyStrength): Certificate {
  const { x, y, meanSquare } = problem;
  checkLambda(strength.lambda);
  if (coefficients.length !== x.columns) throw new RangeError(`coefficients: ${coefficients.length} for ${x.columns} columns`);
  const l1 = strength.lambda * strength.l1Ratio;
  const l2 = strength.lambda - l1;
  const fitted = times(x, coefficients);
  const residual = y.map((value, i) => value - fitted[i]!);
  const explained = transposeTimes(x, residual, 1 / x.rows);
  /** Negative gradient of the smooth part. */
  const gradient = explained.map((value, j) => value - l2 * coefficients[j]!);
  const norm1 = coefficients.reduce((sum, weight) => sum + Math.abs(weight), 0);
  const norm2 = dot(coefficients, coefficients);
  const twiceSmooth = dot(residual, residual) / x.rows + l2 * norm2;
  const gap = l1 > 0 ? scaledGap({ coefficients, gradient, l1, twiceSmooth }) : l2 > 0 ? dot(gradient, gradient) / (2 * l2) : projectedGap(problem, residual, gradient);
  return {
    objective: twiceSmooth / 2 + l1 * norm1,
    dualityGap: gap,
    relativeGap: meanSquare > 0 ? gap / (meanSquare / 2) : 0,
    kktResidual: stationarity(coefficients, gradient, l1),
  };
}

interface ScaledPoint {
  coefficients: Float64Array;
  gradient: Float64Array;
  l1: number;
  /** ‖r‖²/n of the augmented residual r. */
  twiceSmooth: number;
}

/** P(w) − D(t·r) with t = min(1, λρ/‖g‖∞), written as a sum of terms ≥ 0 so that nothing cancels: ½(1−t)²‖r‖²/n + Σ(λρ|wⱼ| − t·wⱼgⱼ). */
function scaledGap({ coefficients, gradient, l1, twiceSmooth }: ScaledPoint): number {
  const steepest = maxAbs(gradient);
  const scale = steepest > l1 ? l1 / steepest : 1;
  const slack = coefficients.reduce((sum, weight, j) => sum + (l1 * Math.abs(weight) - scale * weight * gradient[j]!), 0);
  return 0.5 * (1 - scale) ** 2 * twiceSmooth + Math.max(0, slack);
}

/** What a least-squares step would still gain. About eigenvalues with few digits the columns are asked. */
function projectedGap({ x, gram }: CertifiedProblem, residual: Float64Array, gradient: Float64Array): number {
  const eigen = symmetricEigen(gram);
  const doubt = doubtAbout(eigen, x);
  return explainable(eigen, gradient, doubt.count) + doubt.explained(residual) / 2;
}

/** ½gᵀG⁺g in the eigenvectors of G from the `first` on. Eigenvalues up to 4·p·ε times the largest count as 0. */
export function explainable({ values, vectors }: SymmetricEigen, gradient: Float64Array, first = 0): number {
  const smallest = eigenvalueRounding(values);
  let sum = 0;
  for (let m = first; m < values.length; m++) if (values[m]! > smallest) sum += dot(column(vectors, m), gradient) ** 2 / (2 * values[m]!);
  return sum;
}

function stationarity(coefficients: Float64Array, gradient: Float64Array, l1: number): number {
  return gradient.reduce((largest, slope, j) => {
    const weight = coefficients[j]!;
    const violation = weight === 0 ? Math.max(0, Math.abs(slope) - l1) : Math.abs(slope - l1 * Math.sign(weight));
    return Math.max(largest, violation);
  }, 0);
}
