/** What is used of an AbortSignal; the pure rooms are compiled without the browser's types. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** Ends one job, by whoever wants it ended first. */
export interface Stop {
  readonly stopped: boolean;
  stop(): void;
  /** Calls back once when it is stopped, at once where it is already; the result takes the callback away. */
  onStop(callback: () => void): () => void;
}

export function createStop(): Stop {
  let stopped = false;
  const callbacks = new Set<() => void>();
  return {
    get stopped() {
      return stopped;
    },
    stop() {
      if (stopped) return;
      stopped = true;
      for (const callback of callbacks) callback();
      callbacks.clear();
    },
    onStop(callback) {
      if (stopped) callback();
      else callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
  };
}

/** Hands the signal's abort on; the result lets go of the signal. */
export function follow(signal: StopSignal | undefined, stop: Stop): () => void {
  if (signal === undefined) return () => undefined;
  const onAbort = () => stop.stop();
  if (signal.aborted) stop.stop();
  else signal.addEventListener("abort", onAbort);
  return () => signal.removeEventListener("abort", onAbort);
}

export function abortError(): Error {
  return Object.assign(new Error("The computation was stopped"), { name: "AbortError" });
}
