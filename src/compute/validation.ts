import { crossValidateSums, crossValidationSteps } from "../regression/cross-validation";
import type { FoldSums } from "../regression/fold-moments";
import type { LeastSquares } from "../regression/least-squares";
import { engineScale, noteLambda, type PenaltyName } from "../regression/note-objective";
import type { Steps } from "../regression/steps";
import type { ValidationCurve } from "../regression/validation-curve";

/** The cross-validation of one penalty on one problem; λ in the scale of the note's formula. */
export interface Validation {
  readonly penalty: PenaltyName;
  /** ρ of the note's elastic-net formula. */
  readonly mix: number;
  readonly folds: number;
  /** Folds are stretches of neighbouring rows, for rows in the order of their dates: random ones would let each day be told by the next. */
  readonly blocks?: boolean;
  readonly seed: number;
  /** Whether features are brought to one scale inside each fold. */
  readonly standardize: boolean;
  /** Descending, of the note's formula; for "none" not looked at. */
  readonly lambdas: Float64Array;
}

/** A problem of which no row is kept: what there is of its folds are sums. */
export interface SummedProblem {
  /** p. */
  readonly columns: number;
  readonly folds: (choice: Pick<Validation, "folds" | "blocks" | "seed">) => FoldSums;
}

/** Curves live exactly as long as the problem that they were computed for. */
const known = new WeakMap<LeastSquares | SummedProblem, Map<string, ValidationCurve>>();

/** A curve that has been computed before; undefined where none has. */
export function knownCurve(problem: LeastSquares | SummedProblem, validation: Validation): ValidationCurve | undefined {
  return known.get(problem)?.get(keyOf(validation));
}

/** Computes a curve and remembers it: one step a fold. Features are centred, and standardised where that is wanted, inside each fold. */
export function* validate(problem: LeastSquares | SummedProblem, validation: Validation): Steps<ValidationCurve> {
  const { penalty, mix, standardize, lambdas } = validation;
  const note = { loss: "squared", penalty, mix } as const;
  const { l1Ratio } = engineScale({ ...note, lambda: 1 });
  const grid = penalty === "none" ? new Float64Array(1) : lambdas.map((lambda) => engineScale({ ...note, lambda }).lambda);
  const curve = "folds" in problem ? crossValidateSums(problem.folds(validation), { l1Ratio, lambdas: grid, standardize }) : yield* onRows(problem, validation, { l1Ratio, lambdas: grid });
  const inNoteScale = { ...curve, lambdas: curve.lambdas.map((lambda) => noteLambda({ ...note, lambda })), best: noteLambda({ ...note, lambda: curve.best }), oneStandardError: noteLambda({ ...note, lambda: curve.oneStandardError }) };
  const curves = known.get(problem) ?? new Map<string, ValidationCurve>();
  known.set(problem, curves.set(keyOf(validation), inNoteScale));
  return inNoteScale;
}

function onRows({ x, y }: LeastSquares, { folds, blocks = false, seed, standardize }: Validation, scale: { l1Ratio: number; lambdas: Float64Array }): Steps<ValidationCurve> {
  const count = Math.min(folds, y.length);
  return crossValidationSteps({ x, y, ...scale, standardize, folds: blocks ? stretches(y.length, count) : count, seed });
}

/** A rough count of multiplications, to tell what is over before anyone notices from what is not. */
export function validationCost(problem: LeastSquares | SummedProblem, folds: number): number {
  const { rows, columns } = "folds" in problem ? { rows: 0, columns: problem.columns } : problem.x;
  return rows * columns * columns + 4 * folds * columns ** 3;
}

/** The fold of each of n rows. */
function stretches(n: number, count: number): number[] {
  return Array.from({ length: n }, (_, row) => Math.floor((row * count) / n));
}

function keyOf({ penalty, mix, folds, blocks = false, seed, standardize, lambdas }: Validation): string {
  return [penalty, mix, folds, blocks, seed, standardize, lambdas.length, lambdas[0], lambdas.at(-1)].join(" ");
}
