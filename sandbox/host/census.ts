import { wrapListeners } from "./census/listeners";
import { wrapObservers, wrapWorker } from "./census/observers";
import { Ledger, type Left } from "./census/ledger";
import { wrapTimers } from "./census/timers";

export interface Census {
  /** Number of things made until now: give it to `left` to see only what came after. */
  mark(): number;
  /** What is left, with where it was made. Listeners on windows, documents, media queries and nodes in a document are told from those on other nodes. */
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
    mark: () => ledger.mark(),
    left: (since = 0) => ledger.left(since),
    follow,
  };
}
