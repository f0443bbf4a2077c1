/**
 * A mean loss of n rows that are scored by one number per block: η = b + Xw. Scores and residuals (minus n times the derivative of
 * the loss by η) stand block after block, n numbers each.
 */
export interface Loss {
  readonly rows: number;
  readonly blocks: number;
  /** n class labels; absent where the target is a number. */
  readonly classes?: Float64Array;
  /** The loss that gaps are measured against: of knowing nothing but the number of classes, or the mean of the target. */
  readonly scale: number;
  /** The optimal intercepts without features. */
  readonly emptyIntercepts: Float64Array;
  /** Fills `point` at these scores. */
  evaluate(scores: Float64Array, point: LossPoint): void;
  /** n second derivatives by the scores of blocks k and l, from the residuals alone. */
  curvature(residuals: Float64Array, k: number, l: number, out: Float64Array): void;
  /** Value of the dual objective, −mean loss*(−r), at r = share · residuals of `point`. 0 < share ≤ 1. */
  dualValue(scores: Float64Array, point: LossPoint, share: number): number;
  /** The same at any r, which is brought into the domain of the dual first, in place. */
  dualValueNear(residuals: Float64Array): number;
}

export interface LossPoint {
  /** Mean loss. */
  value: number;
  readonly residuals: Float64Array;
}

export function emptyPoint({ rows, blocks }: Loss): LossPoint {
  return { value: NaN, residuals: new Float64Array(rows * blocks) };
}

export function copyPoint(from: LossPoint, to: LossPoint): void {
  to.value = from.value;
  to.residuals.set(from.residuals);
}
