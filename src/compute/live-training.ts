import type { JobHost } from "./job-host";
import { runInSlices } from "./slices";
import { abortError } from "./stop";
import { roundSteps, type TrainedNetwork, type TrainingRound } from "./training-round";
import { LostWorker, workerThread } from "./worker-thread";

/** Trains networks round by round; between rounds nothing runs, so that whoever asks sets the pace. */
export interface LiveTraining {
  /** One round, in a worker of its own or, where there is none, here in slices of time. Rejects with an AbortError once ended. */
  run(round: TrainingRound): Promise<TrainedNetwork[]>;
  /** Ends the round that runs, at once, and the worker with it. A later round starts another. */
  end(): void;
}

export function liveTraining(host: JobHost): LiveTraining {
  const thread = workerThread(host);
  let ends = 0;

  async function here(round: TrainingRound, begun: number): Promise<TrainedNetwork[]> {
    const result = await runInSlices(roundSteps(round), { now: () => host.now(), pause: () => host.pause(), stopped: () => ends !== begun });
    if (result === null || ends !== begun) throw abortError();
    return result;
  }
  return {
    async run(round) {
      const begun = ends;
      try {
        const awake = await thread.wake();
        if (ends !== begun) throw abortError();
        if (awake) {
          const outcome = await thread.ask({ type: "train", round });
          if (outcome.kind === "trained") return [...outcome.networks];
        }
      } catch (error) {
        if (!(error instanceof LostWorker)) throw error;
      } finally {
        if (ends === begun) thread.rest();
      }
      return here(round, begun);
    },
    end() {
      ends += 1;
      thread.end();
    },
  };
}
