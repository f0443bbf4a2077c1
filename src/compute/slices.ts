import type { Steps } from "../regression/steps";

export interface SliceOptions {
  /** Milliseconds, from any start. */
  readonly now: () => number;
  /** Lets others have the thread for a moment. */
  readonly pause: () => Promise<void>;
  /** Once true, the work is left where it is. */
  readonly stopped: () => boolean;
}

/** In milliseconds: half a frame, so that a page that is being used stays smooth. */
const slice = 8;

/** The same steps; `tell` hears of the share that is done after each. */
export function* watched<T>(steps: Steps<T>, tell: (share: number) => void): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    tell(step.value);
    yield step.value;
  }
}

/** Runs the steps to their end with pauses in between; null where it was stopped. */
export async function runInSlices<T>(steps: Steps<T>, { now, pause, stopped }: SliceOptions): Promise<T | null> {
  let until = now() + slice;
  while (!stopped()) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (now() < until) continue;
    await pause();
    until = now() + slice;
  }
  return null;
}
