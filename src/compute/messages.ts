import type { Rows, StreamedMoments } from "../regression/streamed-moments";
import type { ValidationCurve } from "../regression/validation-curve";
import type { Job, StreamJob } from "./job";
import type { PackedFits, PackedPath } from "./packed";
import type { TrainedNetwork, TrainingRound } from "./training-round";

/** One request at a time; each gets one answer. A stream is a `begin`, a `rows` for each chunk, and an `end`. */
export type Request =
  | { readonly type: "job"; readonly job: Job }
  | { readonly type: "begin"; readonly columns: number }
  | ({ readonly type: "rows" } & Rows)
  | { readonly type: "train"; readonly round: TrainingRound }
  | { readonly type: "end"; readonly options: Pick<StreamJob["request"], "standardize" | "intercept"> };

export type Outcome =
  | { readonly kind: "fit"; readonly fits: PackedFits }
  | { readonly kind: "path"; readonly path: PackedPath }
  | { readonly kind: "crossValidate"; readonly curve: ValidationCurve }
  | { readonly kind: "trained"; readonly networks: readonly TrainedNetwork[] }
  | { readonly kind: "taken" }
  | { readonly kind: "moments"; readonly moments: StreamedMoments };

/** What a worker says: `ready` once, when it has started; then `progress` before the answer, which is `done` or `failed`. */
export type Message =
  | { readonly type: "ready" }
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "done"; readonly outcome: Outcome }
  | { readonly type: "failed"; readonly name: string; readonly message: string };

export type Answer = Extract<Message, { type: "done" | "failed" }>;

/** The error that a worker reports, of the class that it had there. */
export function errorOf({ name, message }: Extract<Message, { type: "failed" }>): Error {
  if (name === "RangeError") return new RangeError(message);
  return name === "TypeError" ? new TypeError(message) : Object.assign(new Error(message), { name });
}
