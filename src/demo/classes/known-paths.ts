import type { JobRunner } from "../../compute/job-runner";
import type { StopSignal } from "../../compute/stop";
import { engineScale } from "../../regression/note-objective";
import { type ClassPath, type ClassPathOf, classPathSteps, solveClassPath } from "./class-path";
import type { ClassProblem } from "./class-problem";

/** Paths live as long as the problem that they were solved for. */
const known = new WeakMap<ClassProblem, Map<string, ClassPath>>();

export function isKnown(problem: ClassProblem, asked: ClassPathOf): boolean {
  return known.get(problem)?.has(keyOf(problem, asked)) ?? false;
}

/** The path of one penalty: the known one, or solved at once. */
export function classPathOf(problem: ClassProblem, asked: ClassPathOf): ClassPath {
  return known.get(problem)?.get(keyOf(problem, asked)) ?? remember(problem, asked, solveClassPath(problem, asked));
}

/** Solves for a path where long work is done, so that it is known afterwards. @throws an Error named "AbortError" where it is stopped. */
export async function learnClassPath(problem: ClassProblem, asked: ClassPathOf, { jobs, signal }: { jobs: JobRunner; signal: StopSignal }): Promise<void> {
  if (isKnown(problem, asked)) return;
  const steps = classPathSteps(problem, asked);
  let step = steps.next();
  while (step.done !== true) step = steps.next(await jobs.run({ kind: "path", request: step.value }, { signal }));
  remember(problem, asked, step.value);
}

function remember(problem: ClassProblem, asked: ClassPathOf, path: ClassPath): ClassPath {
  const paths = known.get(problem) ?? new Map<string, ClassPath>();
  known.set(problem, paths.set(keyOf(problem, asked), path));
  return path;
}

function keyOf({ loss }: ClassProblem, { penalty, mix, range: { min, max, initial } }: ClassPathOf): string {
  const { l1Ratio } = engineScale({ loss, penalty, lambda: 1, mix });
  return [penalty === "none", l1Ratio, min, max, initial].join(" ");
}
