import { checkLambdaGiven, checkRequest, checkText, objectNamed } from "../compute/arguments";
import type { JobRunner, RunOptions } from "../compute/job-runner";
import type { StopSignal } from "../compute/stop";
import { conceptCard, type ConceptCard } from "../concepts/card";
import type { Resolution } from "../concepts/resolver";
import type { CrossValidationRequest } from "../regression/cross-validation";
import type { Fit } from "../regression/fit";
import type { FitRequest, FittedPath, PathRequest } from "../regression/regression";
import type { ValidationCurve } from "../regression/validation-curve";
import type { CardOpener } from "./cards";
import { languageIn, type Lab } from "./lab";

/** How a computation is watched and ended; an AbortSignal ends it. */
export type Watching = Pick<RunOptions, "signal" | "onProgress">;

/**
 * What other plugins and scripts may use, as `app.plugins.plugins["regularization-lab"].api`; docs/api.md has a sample of each. Bad
 * arguments reject with a RangeError or TypeError that names the argument, a stopped computation with an Error named "AbortError".
 */
export interface Api {
  readonly apiVersion: 1;
  fit(problem: FitRequest, watching?: Watching): Promise<Fit>;
  path(problem: PathRequest, watching?: Watching): Promise<FittedPath>;
  crossValidate(problem: CrossValidationRequest, watching?: Watching): Promise<ValidationCurve>;
  /** What a link names. @throws TypeError */
  resolve(linktext: string): Resolution;
  /** The card of a link, from the library or the vault's own sentences; null where there is none. */
  card(linktext: string, options?: { readonly sourcePath?: string; readonly language?: "en" | "ko" }): Promise<ConceptCard | null>;
}

export function createApi(lab: Lab, { jobs, cards }: { jobs: JobRunner; cards: Pick<CardOpener, "find"> }): Api {
  const resolve = (linktext: unknown): Resolution => {
    checkText("linktext", linktext);
    return lab.library.resolve(linktext);
  };
  return Object.freeze<Api>({
    apiVersion: 1,
    async fit(problem, watching) {
      checkRequest(problem);
      checkLambdaGiven(problem);
      return jobs.run({ kind: "fit", request: problem }, watched(watching));
    },
    async path(problem, watching) {
      checkRequest(problem);
      return jobs.run({ kind: "path", request: problem }, watched(watching));
    },
    async crossValidate(problem, watching) {
      checkRequest(problem);
      return jobs.run({ kind: "crossValidate", request: problem }, watched(watching));
    },
    resolve,
    async card(linktext, options = {}) {
      const resolution = resolve(linktext);
      objectNamed("options", options);
      const { sourcePath = "", language = languageIn(lab) } = options;
      checkText("sourcePath", sourcePath);
      if (language !== "en" && language !== "ko") throw new RangeError(`language: ${String(language)} is not "en" or "ko"`);
      return conceptCard(lab.library, resolution, linktext, language) ?? (await cards.find({ linktext, sourcePath }));
    },
  });
}

function watched(watching: unknown): Watching {
  if (watching === undefined) return {};
  const { signal, onProgress } = objectNamed("watching", watching);
  if (onProgress !== undefined && typeof onProgress !== "function") throw new TypeError("onProgress: is not a function");
  if (signal !== undefined && !isSignal(signal)) throw new TypeError("signal: is not an AbortSignal");
  return { signal, onProgress } as Watching;
}

function isSignal(value: unknown): value is StopSignal {
  return typeof value === "object" && value !== null && "aborted" in value && "addEventListener" in value;
}
