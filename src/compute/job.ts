import { type CrossValidationRequest, crossValidationSteps } from "../regression/cross-validation";
import type { Fit } from "../regression/fit";
import { checkFiniteLambda } from "../regression/lambda";
import { type CheckedProblem, checkProblem } from "../regression/problem";
import { fit, type FitRequest, type FittedPath, type PathRequest, pathSteps } from "../regression/regression";
import type { Rows } from "../regression/streamed-moments";
import type { StreamedPathRequest } from "../regression/streamed-path";
import type { Steps } from "../regression/steps";
import type { ValidationCurve } from "../regression/validation-curve";

/** One computation as plain data, so that it can be done elsewhere. */
export type Job = FitJob | PathJob | ValidationJob;
export interface FitJob {
  readonly kind: "fit";
  readonly request: FitRequest;
}
export interface PathJob {
  readonly kind: "path";
  readonly request: PathRequest;
}
export interface ValidationJob {
  readonly kind: "crossValidate";
  readonly request: CrossValidationRequest;
}

/** A squared-loss path over more rows than memory holds. */
export interface StreamJob {
  readonly kind: "stream";
  readonly request: StreamedPathRequest & { readonly standardize?: boolean; readonly intercept?: boolean };
  /** p. */
  readonly columns: number;
  /** n, where known: progress is a share of it. */
  readonly rows?: number;
  /** The rows, a chunk at a time, from the first again at each call; their buffers are given away. */
  chunks(): AsyncIterable<Rows>;
}

export interface Results {
  fit: Fit;
  path: FittedPath;
  crossValidate: ValidationCurve;
  stream: FittedPath;
}

/** The job with its data checked and copied, so that nobody changes them while it waits. @throws RangeError or TypeError that names the argument. */
export function checkedJob(job: Job): { job: Job; problem: CheckedProblem } {
  if (job.kind === "fit") checkFiniteLambda(job.request.lambda);
  const checked = checkProblem(job.request);
  const x = checked.x === job.request.x ? { ...checked.x, values: checked.x.values.slice() } : checked.x;
  const y = checked.y === job.request.y ? checked.y.slice() : checked.y;
  const { loss, l1Ratio, standardize, intercept, tolerance } = checked;
  const own = { ...job, request: { ...job.request, x, y, loss, l1Ratio, standardize, intercept, tolerance } } as Job;
  return { job: own, problem: { ...checked, x, y } };
}

export function stepsOf<T extends Job>(job: T): Steps<Results[T["kind"]]>;
export function stepsOf(job: Job): Steps<Fit | FittedPath | ValidationCurve> {
  if (job.kind === "path") return pathSteps(job.request);
  return job.kind === "fit" ? fitSteps(job.request) : crossValidationSteps(job.request);
}

/** A single λ has no place to pause at but before it. */
function* fitSteps(request: FitRequest): Steps<Fit> {
  yield 0;
  return fit(request);
}
