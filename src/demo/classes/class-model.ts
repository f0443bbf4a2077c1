import type { JobRunner } from "../../compute/job-runner";
import type { Table } from "../../data/table";
import { truthOf } from "../../data/truth";
import { noCurves } from "../curves";
import type { Model } from "../model";
import type { BlockSpec } from "../spec/block-spec";
import { createClassCurves } from "./class-curves";
import { classFit } from "./class-fit";
import { classPathOf } from "./known-paths";
import { weightNames } from "./class-problem";
import type { PreparedClasses } from "./prepare-classes";

export interface ClassModelOf {
  readonly spec: BlockSpec;
  readonly table: Table;
  /** Where curves are computed; without it there are none. */
  readonly jobs?: JobRunner | undefined;
}

/** What the views of a block with classes draw from. Paths that are not known yet are solved here and now. */
export function classModel({ problem, features, target, rows, lambdaRange, paths, held }: PreparedClasses, { spec, table, jobs }: ClassModelOf): Model {
  const { loss, design, labels, measures, emptyLoss } = problem;
  const { penalties, mix, folds, seed, standardize } = spec;
  return {
    dataName: table.name,
    table,
    truth: loss === "logistic" ? truthOf(table, features) : null,
    rows: labels.length,
    tableRows: rows,
    features: weightNames(problem, features),
    columns: features,
    target,
    loss,
    moments: design,
    classes: problem,
    mix,
    fits: paths.map((asked) => classFit(problem, asked)),
    lambdaRange,
    curves: jobs === undefined ? noCurves : createClassCurves({ problem, penalties, mix, folds, blocks: table.dated ?? false, seed, standardize, lambdaRange, jobs }),
    trainingError: (weights) => measures.loss(weights),
    emptyError: emptyLoss,
    ...(held && { held }),
    endless: paths.some((asked) => classPathOf(problem, asked).separable),
  };
}
