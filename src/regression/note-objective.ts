/**
 * The one place where the note's formulas (MSE + λΣ|w|, MSE + λΣw², MSE + λ(ρΣ|w| + (1−ρ)Σw²), mean cross-entropy in place of
 * MSE for classes) meet the engine's objective: loss + λ(ρ‖w‖₁ + (1−ρ)/2·‖w‖²) with ½·MSE or the mean log-loss (glmnet's scale).
 */
export type PenaltyName = "none" | "l1" | "l2" | "elastic-net";

export type LossName = "squared" | "logistic" | "softmax";

export interface NoteObjective {
  readonly loss: LossName;
  readonly penalty: PenaltyName;
  /** λ of the note's formula, ≥ 0. */
  readonly lambda: number;
  /** ρ of the note's elastic-net formula, 0 to 1; the other penalties do not look at it. */
  readonly mix: number;
}

export interface EngineScale {
  readonly lambda: number;
  /** ρ of the engine's objective: 1 lasso, 0 ridge. */
  readonly l1Ratio: number;
}

/** The λ and ρ with which the engine minimises the note's formula. Without a penalty: λ = 0 and ρ = 0, the least-squares solution of smallest norm. */
export function engineScale({ loss, penalty, lambda, mix }: NoteObjective): EngineScale {
  return { lambda: lambda * factor({ loss, penalty, mix }), l1Ratio: engineRatio(penalty, mix) };
}

/** The λ of the note's formula for the engine's `lambda`: the inverse of `engineScale`. Without a penalty there is none to give back: 0. */
export function noteLambda({ loss, penalty, lambda, mix }: NoteObjective): number {
  return penalty === "none" ? 0 : lambda / factor({ loss, penalty, mix });
}

/** Engine's λ over the note's. Halving the MSE halves its penalty; ½‖w‖² where the note has Σw² doubles it again. */
function factor({ loss, penalty, mix }: Omit<NoteObjective, "lambda">): number {
  const half = loss === "squared" ? 0.5 : 1;
  switch (penalty) {
    case "none":
      return 0;
    case "l1":
      return half;
    case "l2":
      return 2 * half;
    case "elastic-net":
      return half * (2 - mix);
  }
}

function engineRatio(penalty: PenaltyName, mix: number): number {
  switch (penalty) {
    case "none":
    case "l2":
      return 0;
    case "l1":
      return 1;
    case "elastic-net":
      return mix / (2 - mix);
  }
}
