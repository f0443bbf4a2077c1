/** Every solution of one penalised problem as λ runs from 0 to ∞, in glmnet's scale: ½·MSE + λ(ρ‖w‖₁ + (1−ρ)/2·‖w‖²). */
export interface Path {
  /** ρ: 1 lasso, 0 ridge. */
  readonly l1Ratio: number;
  /** The smallest λ at which every coefficient is zero; Infinity where there is none (ridge). */
  readonly lambdaMax: number;
  /** λ where the active set changes, descending; empty where none does. */
  readonly knots: Float64Array;
  /** Coefficients (p, standardised units) at any λ ≥ 0, written into `out` and returned. Zeros are exact. */
  coefficientsAt(lambda: number, out?: Float64Array): Float64Array;
}
