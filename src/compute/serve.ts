import { checkProblem } from "../regression/problem";
import { hasMoments } from "../regression/regression";
import { finish } from "../regression/steps";
import { momentSums, type MomentSums } from "../regression/streamed-moments";
import { type Job, stepsOf } from "./job";
import type { Message, Outcome, Request } from "./messages";
import { buffersOf, packFits } from "./packed";
import { roundSteps } from "./training-round";

type Post = (message: Message, transfer: ArrayBufferLike[]) => void;

/** More often nobody sees a bar move, and every message wakes the other thread. */
const stepsOfProgress = 100;

/** The worker's side of the conversation: what to do with each request. */
export function serve(post: Post): (request: Request) => void {
  let sums: MomentSums | undefined;
  const answer = (request: Request): { outcome: Outcome; transfer?: ArrayBufferLike[] } => {
    switch (request.type) {
      case "job":
        return outcomeOf(request.job, progressTo(post));
      case "train":
        return { outcome: { kind: "trained", networks: finish(roundSteps(request.round)) } };
      case "begin":
        sums = momentSums(request.columns);
        return { outcome: { kind: "taken" } };
      case "rows":
        sums?.add(request);
        return { outcome: { kind: "taken" } };
      case "end": {
        const moments = (sums ?? momentSums(1)).moments(request.options);
        sums = undefined;
        return { outcome: { kind: "moments", moments } };
      }
    }
  };
  post({ type: "ready" }, []);
  return (request) => {
    try {
      const { outcome, transfer = [] } = answer(request);
      post({ type: "done", outcome }, transfer);
    } catch (error) {
      sums = undefined;
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      post({ type: "failed", name, message }, []);
    }
  };
}

function outcomeOf(job: Job, onProgress: (share: number) => void): { outcome: Outcome; transfer?: ArrayBufferLike[] } {
  switch (job.kind) {
    case "fit": {
      const fits = packFits([finish(stepsOf(job), { onProgress })], { certified: true });
      return { outcome: { kind: "fit", fits }, transfer: buffersOf(fits) };
    }
    case "path": {
      const { fits, lambdaMax } = finish(stepsOf(job), { onProgress });
      const certified = !hasMoments(checkProblem(job.request));
      const path = { ...packFits(fits, { certified }), lambdaMax };
      return { outcome: { kind: "path", path }, transfer: buffersOf(path) };
    }
    case "crossValidate":
      return { outcome: { kind: "crossValidate", curve: finish(stepsOf(job), { onProgress }) } };
  }
}

function progressTo(post: Post): (share: number) => void {
  let told = -1;
  return (share) => {
    const step = Math.floor(share * stepsOfProgress);
    if (step > told) post({ type: "progress", share }, []);
    told = Math.max(told, step);
  };
}
