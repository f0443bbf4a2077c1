import type { Fit } from "./fit";
import type { Steps } from "./steps";

/** The solutions of one problem. */
export interface Solver {
  /** The smallest λ at which every coefficient is zero; Infinity for ridge. */
  readonly lambdaMax: number;
  /** Where a path starts: `lambdaMax`, or what it would be at ρ = 1e-3 where ρ is smaller. */
  readonly top: number;
  /** At λ ≥ 0. Iterative solvers are fastest where λ falls from call to call. */
  solve(lambda: number): Fit;
  /** Fits at λ that descend, where that is quicker than one `solve` after the other. */
  readonly along?: (lambdas: Float64Array) => Steps<readonly Fit[]>;
  /** p standardised coefficients at any λ ≥ 0, written into `out` and returned; only where the path is known in closed form. */
  readonly coefficientsAt?: (lambda: number, out?: Float64Array) => Float64Array;
}

/** A path for a smaller ρ starts where one for this ρ would: a ridge has no largest useful λ. glmnet's choice. */
export const smallestRatio = 1e-3;

/** Fits at λ that descend; pauses with the share of them that is done, where anything is left to compute. */
export function* fitsAlong(solver: Solver, lambdas: Float64Array): Steps<readonly Fit[]> {
  if (solver.along) return yield* solver.along(lambdas);
  const fits: Fit[] = [];
  if (solver.coefficientsAt) {
    for (const lambda of lambdas) fits.push(solver.solve(lambda));
    return fits;
  }
  for (const lambda of lambdas) {
    fits.push(solver.solve(lambda));
    yield fits.length / lambdas.length;
  }
  return fits;
}
