import type { LossName, PenaltyName } from "../../regression/note-objective";

/** What a program in another language has to solve: the block's own problem, each penalty at its own λ. */
export interface ExportedProblem {
  /** Name of the file that *Copy data* is saved as. */
  readonly file: string;
  readonly features: readonly string[];
  readonly target: string;
  readonly loss: LossName;
  /** How many classes the target has; only the softmax looks at it. */
  readonly classes?: number;
  /** Whether features are brought to standard deviation 1; they are centred in any case. */
  readonly standardize: boolean;
  /** Whether a column is the same in every row: it must not be divided by its deviation. */
  readonly hasConstant: boolean;
  /** What the target is divided by; absent: by its own standard deviation. Only the squared loss looks at it. */
  readonly targetScale?: number;
  /** ρ of the note's elastic-net formula. */
  readonly mix: number;
  readonly penalties: readonly ExportedPenalty[];
}

export interface ExportedPenalty {
  readonly penalty: PenaltyName;
  /** λ of the note's formula, ≥ 0. */
  readonly lambda: number;
}

/** What a program prints above the weights of a penalty: in ASCII, since not every console prints λ. */
export function titleOf({ penalty, lambda }: ExportedPenalty, mix: number): string {
  switch (penalty) {
    case "none":
      return "no penalty";
    case "l1":
      return `L1, lambda = ${lambda}`;
    case "l2":
      return `L2, lambda = ${lambda}`;
    case "elastic-net":
      return `elastic net, lambda = ${lambda}, rho = ${mix}`;
  }
}

/** The elastic net at its ends, and everything at λ = 0, is a simpler penalty: other programs solve that one better. */
export function simplest({ penalty, lambda }: ExportedPenalty, mix: number): PenaltyName {
  if (lambda === 0) return "none";
  if (penalty !== "elastic-net") return penalty;
  return mix === 1 ? "l1" : mix === 0 ? "l2" : "elastic-net";
}

/** The comment at the head of a program, without the marks of a comment. */
export function headOf({ file, loss, standardize }: ExportedProblem): string[] {
  const measured = loss === "squared" ? "MSE" : "mean cross-entropy";
  const target = loss === "squared" ? " and a standardized target" : "";
  return [
    `Reads ${file}, the data of the block, from the folder that this is run in.`,
    `Minimizes ${measured} + lambda * penalty on ${standardize ? "standardized" : "centered"} features${target}; the intercept is not penalized.`,
    "Penalties: L1 is sum |w|, L2 is sum w^2, elastic net is rho * sum |w| + (1 - rho) * sum w^2.",
  ];
}
