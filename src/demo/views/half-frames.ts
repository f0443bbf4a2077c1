import type { Frame } from "../frames";
import type { Half } from "../half-samples";
import { emptyHalfWeights, halfWeightsAt, type HalfWeights } from "../half-weights";
import type { Scene } from "../scene";

/** All halves at the λ of a frame, computed once for all panels, and the one half that is shown by itself. */
export interface HalfFrames {
  /** Of the penalty at `index`; null while there are no halves. */
  at(index: number, frame?: Frame): HalfWeights | null;
  half(): number;
  seed(): number;
  /** Shows the next half. */
  next(): void;
  onHalf(listener: () => void): () => void;
}

export function createHalfFrames({ model, frames }: Scene, halves: readonly Half[] | null): HalfFrames {
  const computed = model.fits.map(() => ({ lambda: NaN, values: halves && emptyHalfWeights(model.features.length, halves.length) }));
  const listeners = new Set<() => void>();
  let half = 0;
  return {
    at(index, frame = frames.now()) {
      const own = computed[index];
      const solution = frame.solutions[index];
      if (own?.values == null || halves === null || solution === undefined) return null;
      if (own.lambda !== solution.lambda) halfWeightsAt(halves, solution.fit.penalty, solution.lambda, own.values);
      own.lambda = solution.lambda;
      return own.values;
    },
    half: () => half,
    seed: () => halves?.[half]?.seed ?? 0,
    next() {
      half = (half + 1) % Math.max(1, halves?.length ?? 1);
      for (const listener of listeners) listener();
    },
    onHalf(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
