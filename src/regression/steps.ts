/**
 * A long computation that pauses after each λ or fold with the share of the work that is done, 0 to 1, and returns its result: a
 * worker runs it to the end, the main thread can go on in slices of time.
 */
export type Steps<T> = Generator<number, T, undefined>;

export interface Watch {
  /** Gets the share of the work that is done, ascending, 1 at the end. */
  readonly onProgress?: (share: number) => void;
  /** Asked after each λ or fold; once it says true, the computation throws an Error named "AbortError". */
  readonly shouldStop?: () => boolean;
}

/** Runs the steps to their end. */
export function finish<T>(steps: Steps<T>, { onProgress, shouldStop }: Watch = {}): T {
  for (;;) {
    if (shouldStop?.()) throw Object.assign(new Error("The computation was stopped"), { name: "AbortError" });
    const { done, value } = steps.next();
    if (done) {
      onProgress?.(1);
      return value;
    }
    onProgress?.(value);
  }
}
