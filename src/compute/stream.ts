import type { FittedPath } from "../regression/regression";
import { momentSums } from "../regression/streamed-moments";
import { streamedPath } from "../regression/streamed-path";
import type { StreamJob } from "./job";
import type { SliceOptions } from "./slices";
import { abortError, type Stop } from "./stop";
import type { WorkerThread } from "./worker-thread";

type OnProgress = ((share: number) => void) | undefined;

/** The next chunk is asked for when the one before has been taken, so that no more than two are held at any time. */
export async function streamThere(job: StreamJob, thread: WorkerThread, stop: Stop, onProgress: OnProgress): Promise<FittedPath> {
  const tell = progressOf(job, onProgress);
  await thread.ask({ type: "begin", columns: job.columns });
  for await (const { x, y } of job.chunks()) {
    if (stop.stopped) throw abortError();
    const { rows } = x;
    await thread.ask({ type: "rows", x, y }, { transfer: [...new Set([x.values.buffer, y.buffer])] });
    tell(rows);
  }
  if (stop.stopped) throw abortError();
  const outcome = await thread.ask({ type: "end", options: { standardize: job.request.standardize ?? true, intercept: job.request.intercept ?? true } });
  if (outcome.kind !== "moments") throw new Error("The worker gave no moments");
  onProgress?.(1);
  return streamedPath(outcome.moments, job.request);
}

export async function streamHere(job: StreamJob, { pause, stopped }: Pick<SliceOptions, "pause" | "stopped">, onProgress: OnProgress): Promise<FittedPath> {
  const tell = progressOf(job, onProgress);
  const sums = momentSums(job.columns);
  for await (const chunk of job.chunks()) {
    if (stopped()) throw abortError();
    sums.add(chunk);
    tell(chunk.x.rows);
    await pause();
  }
  if (stopped()) throw abortError();
  onProgress?.(1);
  return streamedPath(sums.moments(job.request), job.request);
}

/** Shares of the rows that were announced; none where they were not. */
function progressOf({ rows }: StreamJob, onProgress: OnProgress): (count: number) => void {
  let seen = 0;
  return (count) => {
    seen += count;
    if (rows !== undefined) onProgress?.(Math.min(seen / rows, 1));
  };
}
