import type { JobRunner } from "../../compute/job-runner";
import type { StopSignal } from "../../compute/stop";
import { withClassTarget } from "../../data/class-target";
import type { Table } from "../../data/table";
import { tableOf } from "../prepare";
import type { BlockSpec } from "../spec/block-spec";
import { isKnown, learnClassPath } from "./known-paths";
import { prepareClasses } from "./prepare-classes";

/** What has to be solved before a block with classes can be drawn. */
export interface UnknownPaths {
  /** Features and penalties of the block that waits. */
  readonly features: number;
  readonly penalties: number;
  /** @throws an Error named "AbortError" where it is stopped. */
  solve(jobs: JobRunner, signal: StopSignal): Promise<void>;
}

/** Null where there is nothing to wait for. */
export function unknownPaths(spec: BlockSpec, table: Table = tableOf(spec)): UnknownPaths | null {
  const prepared = prepareClasses(spec, withClassTarget(table, spec.target));
  if (prepared === null || !prepared.ok) return null;
  const { problem, features, paths } = prepared;
  if (paths.every((asked) => isKnown(problem, asked))) return null;
  return {
    features: features.length,
    penalties: paths.length,
    async solve(jobs, signal) {
      for (const asked of paths) await learnClassPath(problem, asked, { jobs, signal });
    },
  };
}
