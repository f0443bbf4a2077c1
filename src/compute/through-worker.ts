import type { CheckedProblem } from "../regression/problem";
import type { Job } from "./job";
import { unpackFit, unpackPath } from "./packed";
import type { WorkerThread } from "./worker-thread";

/** One job's way there and back. The data are copied: they stay here for the λ that are asked for later. */
export async function throughWorker({ job, problem }: { job: Job; problem: CheckedProblem }, thread: WorkerThread, onProgress?: (share: number) => void): Promise<unknown> {
  const outcome = await thread.ask({ type: "job", job }, { onProgress });
  if (outcome.kind === "fit") return unpackFit(outcome.fits);
  if (outcome.kind === "path") return unpackPath(outcome.path, problem);
  return outcome.kind === "crossValidate" ? outcome.curve : undefined;
}
