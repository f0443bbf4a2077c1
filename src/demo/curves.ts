import { runInSlices } from "../compute/slices";
import { knownCurve, type SummedProblem, validate, validationCost, type Validation } from "../compute/validation";
import type { LeastSquares } from "../regression/least-squares";
import type { PenaltyName } from "../regression/note-objective";
import { finish } from "../regression/steps";
import type { ValidationCurve } from "../regression/validation-curve";
import type { LambdaRange } from "./slider-range";

/** Cross-validated error of one penalty against λ of the note's formula, as a share of the target's variance. */
export type ErrorCurve = ValidationCurve;

/** The error curves of a model's penalties; they come when they have been computed. */
export interface Curves {
  /** Null while it is not there. */
  of(penalty: PenaltyName): ErrorCurve | null;
  /**
   * Begins to compute those that are not there; what takes no time is there at once. Listeners hear of each that comes. With
   * `quickOnly` nothing is begun that takes time. Resolves when no more will come.
   */
  want(options?: { readonly quickOnly: boolean }): Promise<void>;
  subscribe(listener: () => void): () => void;
  stop(): void;
}

/** For models whose rows are not known: there is nothing to cross-validate. */
export const noCurves: Curves = { of: () => null, want: () => Promise.resolve(), subscribe: () => () => undefined, stop: () => undefined };

export interface CurvesOf {
  readonly problem: LeastSquares | SummedProblem;
  readonly penalties: readonly PenaltyName[];
  readonly mix: number;
  readonly folds: number;
  /** Whether folds are stretches of neighbouring rows. */
  readonly blocks: boolean;
  readonly seed: number;
  readonly standardize: boolean;
  readonly lambdaRange: LambdaRange;
}

/** λ of a curve: dense enough that a straight line between two is the curve. */
const count = 80;
/** Multiplications that are over within a few milliseconds. */
const atOnce = 2e6;

export function createCurves({ problem, penalties, mix, folds, blocks, seed, standardize, lambdaRange: { min, max } }: CurvesOf): Curves {
  const lambdas = Float64Array.from({ length: count }, (_, i) => max * (min / max) ** (i / (count - 1)));
  const listeners = new Set<() => void>();
  let running: Promise<void> | null = null;
  let stopped = false;
  const validation = (penalty: PenaltyName): Validation => ({ penalty, mix, folds, blocks, seed, standardize, lambdas });
  const missing = () => penalties.filter((penalty) => knownCurve(problem, validation(penalty)) === undefined);
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const pause = () => new Promise<void>((resolve) => window.setTimeout(resolve, 0));

  async function computeRest(): Promise<void> {
    for (const penalty of missing()) {
      const curve = await runInSlices(validate(problem, validation(penalty)), { now: () => performance.now(), pause, stopped: () => stopped });
      if (curve !== null && !stopped) tell();
    }
    running = null;
  }
  return {
    of: (penalty) => knownCurve(problem, validation(penalty)) ?? null,
    want({ quickOnly } = { quickOnly: false }) {
      if (running !== null) return running;
      if (missing().length === 0) return Promise.resolve();
      if (validationCost(problem, folds) <= atOnce) {
        for (const penalty of missing()) finish(validate(problem, validation(penalty)));
        tell();
      } else if (!quickOnly) {
        stopped = false;
        running = computeRest();
      }
      return running ?? Promise.resolve();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
    },
  };
}

/** Mean and standard error at any λ, linear in log λ between the two nearest of the curve. */
export function errorAt({ lambdas, mean, standardError }: ErrorCurve, lambda: number): { mean: number; standardError: number } {
  let after = lambdas.findIndex((value) => value <= lambda);
  if (after < 0) after = lambdas.length - 1;
  const before = Math.max(0, after - 1);
  const [high = 1, low = 1] = [lambdas[before], lambdas[after]];
  const share = before === after || lambda <= low ? 1 : Math.min(1, Math.log(high / lambda) / Math.log(high / low));
  const between = (values: Float64Array) => (values[before] ?? NaN) * (1 - share) + (values[after] ?? NaN) * share;
  return { mean: between(mean), standardError: between(standardError) };
}
