import { runInSlices, watched } from "../compute/slices";
import type { LeastSquares } from "../regression/least-squares";
import { finish, type Steps } from "../regression/steps";
import { halfCount, halfSamples, type Half } from "./half-samples";
import type { Model } from "./model";
import type { BlockSpec } from "./spec/block-spec";

/** The halves of one model, computed while nothing else is to do and shared by all views of all blocks that ask for the same. */
export interface Resampling {
  /** Null while they are not all there. */
  halves(): readonly Half[] | null;
  /** How many halves are done. */
  done(): number;
  /** Begins; with `now` it ends before it returns, if that takes no longer than a reader would wait. */
  want(options?: { readonly now: boolean }): void;
  /** Listeners hear of every few halves and of the end. The work rests while nobody listens. */
  subscribe(listener: () => void): () => void;
}

/** More features than this make a single fit a pause that is felt, and more rows than a screen holds. */
export const mostFeatures = 80;
/** Fewer rows leave halves in which chance decides everything. */
const fewestRows = 20;
/** Multiplications that paper is kept waiting for. */
const atOnce = 1e8;

const known = new WeakMap<LeastSquares, Map<string, Resampling>>();

/** Null where the rows are not known, are too few to halve, or the features too many. */
export function resamplingOf({ problem, features, mix }: Model, { penalties, standardize, seed }: BlockSpec): Resampling | null {
  if (problem === undefined || features.length > mostFeatures || problem.y.length < fewestRows) return null;
  const key = JSON.stringify([penalties, mix, standardize, seed]);
  const all = known.get(problem) ?? new Map<string, Resampling>();
  known.set(problem, all);
  const resampling = all.get(key) ?? createResampling(halfSamples({ problem, penalties, mix, standardize, seed }), halfCount * (problem.y.length * features.length ** 2 + 20 * features.length ** 3));
  all.set(key, resampling);
  return resampling;
}

function createResampling(steps: Steps<Half[]>, cost: number): Resampling {
  const listeners = new Set<() => void>();
  let result: readonly Half[] | null = null;
  let share = 0;
  let running = false;
  let told = 0;
  const tell = () => {
    told = performance.now();
    for (const listener of [...listeners]) listener();
  };
  const counted = watched(steps, (done) => (share = done));
  const pause = () => {
    // Progress is for people: a few times a second.
    if (performance.now() - told > 200) tell();
    return new Promise<void>((resolve) => window.setTimeout(resolve, 0));
  };
  const run = async () => {
    running = true;
    const halves = await runInSlices(counted, { now: () => performance.now(), pause, stopped: () => listeners.size === 0 || result !== null });
    running = false;
    if (halves !== null) {
      result = halves;
      tell();
    }
  };
  return {
    halves: () => result,
    done: () => (result === null ? Math.floor(share * halfCount) : halfCount),
    want({ now } = { now: false }) {
      if (result !== null) return;
      if (now && cost <= atOnce) result = finish(counted);
      else if (!now && !running) void run();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
