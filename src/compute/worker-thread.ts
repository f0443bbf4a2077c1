import type { JobHost, WorkerPort } from "./job-host";
import { type Answer, errorOf, type Message, type Outcome, type Request } from "./messages";
import { abortError } from "./stop";

/** A worker that is there while it is needed. */
export interface WorkerThread {
  /** Starts it where it does not run. False where workers are refused, which is then remembered. */
  wake(): Promise<boolean>;
  /** One request, one outcome. Rejects with what went wrong in it, with a `LostWorker` where it died or fell silent. */
  ask(request: Request, options?: { transfer?: ArrayBufferLike[]; onProgress?: ((share: number) => void) | undefined }): Promise<Outcome>;
  /** Nothing to do: it ends if that lasts. */
  rest(): void;
  /** Ends it at once, in the middle of whatever it does; what is asked of it rejects with an AbortError. */
  end(): void;
}

/** The worker ended by itself, with its job undone. */
export class LostWorker extends Error {}

/** A start takes some 50 ms, on a slow phone several times that; a worker that is silent for longer is blocked, not slow. */
const longestStart = 2000;
/** In milliseconds. Systems that are short of memory kill workers without a word; one step of a job takes nowhere near as long. */
const longestSilence = 60_000;
/** In milliseconds. Longer than the pauses of someone who tries one thing after another; a worker holds memory that phones miss. */
const longestRest = 3000;

export function workerThread(host: JobHost): WorkerThread {
  let port: WorkerPort | null = null;
  let refused = false;
  let started: ((ready: boolean) => void) | null = null;
  let asked: { settle(answer: Answer): void; reject(reason: Error): void; onProgress: ((share: number) => void) | undefined } | null = null;
  let cancelTimer = (): void => undefined;

  function close(reason: Error): void {
    cancelTimer();
    port?.terminate();
    port = null;
    started?.(false);
    started = null;
    asked?.reject(reason);
    asked = null;
  }
  function hear(message: Message): void {
    if (message.type === "ready") {
      cancelTimer();
      started?.(true);
      started = null;
    } else if (message.type === "progress") {
      if (asked !== null) watch();
      asked?.onProgress?.(message.share);
    } else {
      cancelTimer();
      const waiting = asked;
      asked = null;
      waiting?.settle(message);
    }
  }
  function watch(): void {
    cancelTimer();
    cancelTimer = host.after(longestSilence, () => close(new LostWorker("The worker is silent")));
  }
  function refuse(): void {
    refused = true;
    close(new LostWorker("Workers are refused here"));
  }
  function start(): void {
    let mine: WorkerPort | null = null;
    const isMine = () => port === mine && port !== null;
    mine = host.startWorker({
      message: (message) => {
        if (isMine()) hear(message);
      },
      failure: () => {
        if (!isMine()) return;
        if (started !== null) refuse();
        else close(new LostWorker("The worker ended before it was done"));
      },
    });
    port = mine;
  }

  return {
    async wake() {
      cancelTimer();
      if (refused || port !== null) return !refused;
      return new Promise<boolean>((resolve) => {
        started = resolve;
        try {
          start();
        } catch {
          port = null;
        }
        if (port === null) refuse();
        else cancelTimer = host.after(longestStart, refuse);
      });
    },
    ask(request, { transfer = [], onProgress } = {}) {
      return new Promise((resolve, reject) => {
        if (port === null) {
          reject(new LostWorker("There is no worker"));
          return;
        }
        const settle = (answer: Answer) => (answer.type === "done" ? resolve(answer.outcome) : reject(errorOf(answer)));
        asked = { settle, reject, onProgress };
        watch();
        try {
          port.post(request, transfer);
        } catch {
          // There is not the memory for a copy, most likely.
          close(new LostWorker("The worker could not be given its work"));
        }
      });
    },
    rest() {
      cancelTimer();
      if (port !== null) cancelTimer = host.after(longestRest, () => close(abortError()));
    },
    end: () => close(abortError()),
  };
}
