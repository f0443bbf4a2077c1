import type { CheckedProblem } from "../regression/problem";
import { jobCost } from "./job-cost";
import type { JobHost } from "./job-host";
import { checkedJob, type Job, type Results, stepsOf, type StreamJob } from "./job";
import { runInSlices, watched } from "./slices";
import { abortError, createStop, follow, type Stop, type StopSignal } from "./stop";
import { streamHere, streamThere } from "./stream";
import { throughWorker } from "./through-worker";
import { LostWorker, workerThread } from "./worker-thread";

export interface RunOptions {
  readonly signal?: StopSignal | undefined;
  /** Gets the share of the work that is done, ascending, 1 at the end. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** A job ends the one before it with the same key: only the newest answer is wanted. */
  readonly key?: string | undefined;
}

export interface JobRunner {
  /**
   * Does a short job here, in slices of time, and a long one in a worker, one after another; where there is no worker, here too.
   * @throws RangeError or TypeError that names the argument; an Error named "AbortError" where the job was stopped.
   */
  run<T extends Job | StreamJob>(job: T, options?: RunOptions): Promise<Results[T["kind"]]>;
  /** Stops everything; later jobs are refused with an AbortError. */
  close(): void;
}

type Task = { readonly stream: StreamJob } | { readonly job: Job; readonly problem: CheckedProblem };
type OnProgress = RunOptions["onProgress"];

/** In milliseconds: a worker's start and the way there and back take half of it, and below it slices are hardly felt. */
const worthAWorker = 100;
const isShort = (task: Task) => !("stream" in task) && jobCost(task.job, task.problem) < worthAWorker;

export function jobRunner(host: JobHost): JobRunner {
  const thread = workerThread(host);
  const live = new Set<Stop>();
  const newest = new Map<string, Stop>();
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();

  async function here(task: Task, stop: Stop, onProgress: OnProgress): Promise<unknown> {
    if (stop.stopped) throw abortError();
    const slices = { now: () => host.now(), pause: () => host.pause(), stopped: () => stop.stopped };
    if ("stream" in task) return streamHere(task.stream, slices, onProgress);
    const result = await runInSlices(watched(stepsOf(task.job), (share) => onProgress?.(share)), slices);
    if (stop.stopped) throw abortError();
    onProgress?.(1);
    return result;
  }

  async function there(task: Task, stop: Stop, onProgress: OnProgress): Promise<unknown> {
    if (stop.stopped) throw abortError();
    const release = stop.onStop(() => thread.end());
    try {
      if (await thread.wake()) {
        return await ("stream" in task ? streamThere(task.stream, thread, stop, onProgress) : throughWorker(task, thread, onProgress));
      }
    } catch (error) {
      if (!(error instanceof LostWorker)) throw error;
    } finally {
      release();
      // A stopped one has ended the thread, which may work for another by now.
      if (!stop.stopped) thread.rest();
    }
    return here(task, stop, onProgress);
  }

  /** After those that wait already. A stopped one does not hold up the others, whatever it is waiting for. */
  function queued(work: () => Promise<unknown>, stopped: Promise<never>): Promise<unknown> {
    const result = queue.then(work);
    queue = Promise.race([result, stopped]).catch(() => undefined);
    return result;
  }

  async function supervised(job: Job | StreamJob, { signal, onProgress, key }: RunOptions): Promise<unknown> {
    if (closed) throw abortError();
    const stop = createStop();
    const unfollow = follow(signal, stop);
    if (key !== undefined) {
      newest.get(key)?.stop();
      newest.set(key, stop);
    }
    live.add(stop);
    const stopped = new Promise<never>((_, reject) => stop.onStop(() => reject(abortError())));
    stopped.catch(() => undefined);
    try {
      if (stop.stopped) throw abortError();
      const task: Task = job.kind === "stream" ? { stream: job } : checkedJob(job);
      let told = 0;
      // A job that is begun anew after its worker died does not go back.
      const heard = (share: number) => {
        if (stop.stopped || share <= told) return;
        told = share;
        onProgress?.(share);
      };
      const work = isShort(task) ? here(task, stop, heard) : queued(() => there(task, stop, heard), stopped);
      return await Promise.race([work, stopped]);
    } finally {
      unfollow();
      live.delete(stop);
      if (key !== undefined && newest.get(key) === stop) newest.delete(key);
    }
  }

  return {
    run: <T extends Job | StreamJob>(job: T, options: RunOptions = {}) => supervised(job, options) as Promise<Results[T["kind"]]>,
    close() {
      closed = true;
      for (const stop of [...live]) stop.stop();
      thread.end();
    },
  };
}
