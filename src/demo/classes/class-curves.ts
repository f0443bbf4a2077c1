import type { JobRunner } from "../../compute/job-runner";
import { engineScale, noteLambda, type PenaltyName } from "../../regression/note-objective";
import type { Curves, CurvesOf, ErrorCurve } from "../curves";
import type { ClassProblem } from "./class-problem";

export type ClassCurvesOf = Omit<CurvesOf, "problem"> & {
  readonly problem: ClassProblem;
  /** Whether each fold brings its features to one scale. */
  readonly standardize: boolean;
  readonly jobs: JobRunner;
};

/** λ of a curve: every one is solved for in every fold, and between two the mean loss hardly bends. */
const count = 40;
/** A duality gap below what is shown of an error, so that a fold takes half the time. */
const tolerance = 1e-6;

/** Curves live as long as the problem that they were computed for. */
const known = new WeakMap<ClassProblem, Map<string, ErrorCurve>>();

/** Cross-validated mean cross-entropy of each penalty, computed where long work is done. */
export function createClassCurves(asked: ClassCurvesOf): Curves {
  const { problem, penalties, mix, folds, blocks, seed, standardize, lambdaRange: { min, max }, jobs } = asked;
  const own = known.get(problem) ?? new Map<string, ErrorCurve>();
  known.set(problem, own);
  const keyOf = (penalty: PenaltyName) => [penalty, mix, folds, blocks, seed, standardize, min, max].join(" ");
  const missing = () => penalties.filter((penalty) => !own.has(keyOf(penalty)));
  const listeners = new Set<() => void>();
  let running: AbortController | null = null;

  async function computeRest(signal: AbortSignal): Promise<void> {
    for (const penalty of missing()) {
      own.set(keyOf(penalty), await validated(asked, penalty, signal));
      for (const listener of [...listeners]) listener();
    }
  }
  return {
    of: (penalty) => own.get(keyOf(penalty)) ?? null,
    want({ quickOnly } = { quickOnly: false }) {
      if (quickOnly || running !== null || missing().length === 0) return;
      const stop = new AbortController();
      running = stop;
      // Stopped, or without a fold that could be left out: the curve does not come.
      computeRest(stop.signal).catch(() => undefined).finally(() => {
        if (running === stop) running = null;
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      running?.abort();
      running = null;
    },
  };

  async function validated({ problem: { design, labels } }: ClassCurvesOf, penalty: PenaltyName, signal: AbortSignal): Promise<ErrorCurve> {
    const note = { loss: "logistic", penalty, mix } as const;
    const { l1Ratio } = engineScale({ ...note, lambda: 1 });
    const grid = penalty === "none" ? [0] : Array.from({ length: count }, (_, i) => engineScale({ ...note, lambda: max * (min / max) ** (i / (count - 1)) }).lambda);
    const curve = await jobs.run({
      kind: "crossValidate",
      request: { x: design.x, y: labels, loss: "logistic", l1Ratio, standardize, tolerance, lambdas: grid, folds: foldsFor(labels, { folds, blocks }), seed },
    }, { signal });
    const noteOf = (lambda: number) => noteLambda({ ...note, lambda });
    return { ...curve, lambdas: curve.lambdas.map(noteOf), best: noteOf(curve.best), oneStandardError: noteOf(curve.oneStandardError) };
  }
}

/** Stretches of neighbouring rows where rows are dated and no class has all of its own in one; else as many folds as every class has rows for. */
function foldsFor(labels: Float64Array, { folds, blocks }: { folds: number; blocks: boolean }): number | number[] {
  const fold = Array.from(labels, (_, row) => Math.floor((row * folds) / labels.length));
  const spread = (label: number) => new Set(fold.filter((_, row) => labels[row] === label)).size;
  return blocks && spread(0) > 1 && spread(1) > 1 ? fold : Math.min(folds, labels.length);
}
