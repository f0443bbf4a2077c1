import { crossValidationSteps } from "../regression/cross-validation";
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

/** Curves live exactly as long as the problem that they were computed for. */
const known = new WeakMap<LeastSquares, Map<string, ValidationCurve>>();

/** A curve that has been computed before; undefined where none has. */
export function knownCurve(problem: LeastSquares, validation: Validation): ValidationCurve | undefined {
  return known.get(problem)?.get(keyOf(validation));
}

/** Computes a curve and remembers it: one step a fold. Features are centred, and standardised where that is wanted, inside each fold. */
export function* validate(problem: LeastSquares, validation: Validation): Steps<ValidationCurve> {
  const { penalty, mix, blocks = false, seed, standardize, lambdas } = validation;
  const count = Math.min(validation.folds, problem.y.length);
  const note = { loss: "squared", penalty, mix } as const;
  const { l1Ratio } = engineScale({ ...note, lambda: 1 });
  const { x, y } = problem;
  const grid = penalty === "none" ? [0] : lambdas.map((lambda) => engineScale({ ...note, lambda }).lambda);
  const curve = yield* crossValidationSteps({ x, y, l1Ratio, standardize, lambdas: grid, folds: blocks ? stretches(y.length, count) : count, seed });
  const inNoteScale = { ...curve, lambdas: curve.lambdas.map((lambda) => noteLambda({ ...note, lambda })), best: noteLambda({ ...note, lambda: curve.best }), oneStandardError: noteLambda({ ...note, lambda: curve.oneStandardError }) };
  const curves = known.get(problem) ?? new Map<string, ValidationCurve>();
  known.set(problem, curves.set(keyOf(validation), inNoteScale));
  return inNoteScale;
}

/** A rough count of multiplications, to tell what is over before anyone notices from what is not. */
export function validationCost({ x: { rows, columns } }: LeastSquares, folds: number): number {
  return rows * columns * columns + 4 * folds * columns ** 3;
}

/** The fold of each of n rows. */
function stretches(n: number, count: number): number[] {
  return Array.from({ length: n }, (_, row) => Math.floor((row * count) / n));
}

function keyOf({ penalty, mix, folds, blocks = false, seed, standardize, lambdas }: Validation): string {
  return [penalty, mix, folds, blocks, seed, standardize, lambdas.length, lambdas[0], lambdas.at(-1)].join(" ");
}
