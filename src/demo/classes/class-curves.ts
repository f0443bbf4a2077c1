import type { JobRunner } from "../../compute/job-runner";
import { engineScale, noteLambda, type PenaltyName } from "../../regression/note-objective";
import type { Curves, CurvesOf, ErrorCurve } from "../curves";
import { type ClassProblem, manyWeights } from "./class-problem";

export type ClassCurvesOf = Omit<CurvesOf, "problem"> & {
  readonly problem: ClassProblem;
  /** Whether each fold brings its features to one scale. */
  readonly standardize: boolean;
  readonly jobs: JobRunner;
};

/** λ of a curve: every one is solved for in every fold, and between two the mean loss hardly bends. Duality gaps are below what is shown of an error. */
const fine = { count: 40, tolerance: 1e-6 };
const coarse = { count: 20, tolerance: 1e-4 };

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
  let running: { stop: AbortController; done: Promise<void> } | null = null;

  async function computeRest(signal: AbortSignal): Promise<void> {
    for (const penalty of missing()) {
      own.set(keyOf(penalty), await validated(asked, penalty, signal));
      for (const listener of [...listeners]) listener();
    }
  }
  return {
    of: (penalty) => own.get(keyOf(penalty)) ?? null,
    want({ quickOnly } = { quickOnly: false }) {
      if (running !== null) return running.done;
      if (quickOnly || missing().length === 0) return Promise.resolve();
      const stop = new AbortController();
      // Stopped, or without a fold that could be left out: the curve does not come.
      const done = computeRest(stop.signal).catch(() => undefined).finally(() => {
        if (running?.stop === stop) running = null;
      });
      running = { stop, done };
      return done;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      running?.stop.abort();
      running = null;
    },
  };

  async function validated({ problem: { design, labels, loss, names, weights } }: ClassCurvesOf, penalty: PenaltyName, signal: AbortSignal): Promise<ErrorCurve> {
    const note = { loss, penalty, mix };
    const { count, tolerance } = weights > manyWeights ? coarse : fine;
    const { l1Ratio } = engineScale({ ...note, lambda: 1 });
    const grid = penalty === "none" ? [0] : Array.from({ length: count }, (_, i) => engineScale({ ...note, lambda: max * (min / max) ** (i / (count - 1)) }).lambda);
    const curve = await jobs.run({
      kind: "crossValidate",
      request: { x: design.x, y: labels, loss, l1Ratio, standardize, tolerance, lambdas: grid, folds: foldsFor(labels, { folds, blocks, classes: names.length }), seed },
    }, { signal });
    const noteOf = (lambda: number) => noteLambda({ ...note, lambda });
    return { ...curve, lambdas: curve.lambdas.map(noteOf), best: noteOf(curve.best), oneStandardError: noteOf(curve.oneStandardError) };
  }
}

/** Stretches of neighbouring rows where rows are dated and no class has all of its own in one; else as many folds as every class has rows for. */
function foldsFor(labels: Float64Array, { folds, blocks, classes }: { folds: number; blocks: boolean; classes: number }): number | number[] {
  const fold = Array.from(labels, (_, row) => Math.floor((row * folds) / labels.length));
  const isSpread = (label: number) => new Set(fold.filter((_, row) => labels[row] === label)).size > 1;
  return blocks && Array.from({ length: classes }, (_, label) => label).every(isSpread) ? fold : Math.min(folds, labels.length);
}
