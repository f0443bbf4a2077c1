import { wrapListeners } from "./census/listeners";
import { wrapObservers, wrapWorker } from "./census/observers";
import { Ledger, type Left } from "./census/ledger";
import { wrapTimers } from "./census/timers";

export type Counts = Record<"listeners" | "detachedListeners" | "timers" | "intervals" | "frames" | "observers" | "workers", number>;

export interface Census {
  /** What lives now. Listeners count on windows, documents, media queries and nodes in a document; those on other nodes apart. */
  counts(): Counts;
  /** Number of things made until now: give it to `left` to see only what came after. */
  mark(): number;
  /** What is left, with where it was made. */
  left(since?: number): Left[];
  /** Counts for a pop-out window too. */
  follow(win: Window): void;
}

/** To be called before anything else in the page runs. */
export function installCensus(win: Window): Census {
  const ledger = new Ledger();
  const follow = (other: Window) => {
    const realm = other as Window & typeof globalThis;
    wrapListeners(realm, ledger);
    wrapTimers(realm, ledger);
    wrapObservers(realm, ledger);
    wrapWorker(realm, ledger);
  };
  follow(win);
  return {
    counts: () => {
      const counts: Counts = { listeners: 0, detachedListeners: 0, timers: 0, intervals: 0, frames: 0, observers: 0, workers: 0 };
      for (const { kind } of ledger.left(0)) counts[kind] += 1;
      return counts;
    },
    mark: () => ledger.mark(),
    left: (since = 0) => ledger.left(since),
    follow,
  };
}
