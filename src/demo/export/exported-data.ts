import { designOf } from "../../data/design";
import type { LeastSquares } from "../../regression/least-squares";
import { toOriginalUnits } from "../../regression/original-units";
import type { Frame } from "../frames";
import type { Model } from "../model";
import type { Scene } from "../scene";
import { csvOf, type CsvColumn } from "./csv";
import type { ExportedProblem } from "./exported-problem";
import { fileStem } from "./quoted";

type Told = Pick<Scene, "spec" | "model" | "state">;

/** Features, target and their scaling; none where the block shows no rows (the optimum was moved by hand). */
export function fittedRows({ problem, classes }: Pick<Model, "problem" | "classes">): LeastSquares | undefined {
  return problem ?? classes?.design;
}

/** The rows that were fitted, features first, as they were written; null where the block shows no rows (the optimum was moved by hand). */
export function exportedRows({ model, state }: Pick<Scene, "model" | "state">): CsvColumn[] | null {
  const { columns: features, target } = model;
  const problem = fittedRows(model);
  if (problem === undefined) return null;
  const { x, y, scaling } = problem;
  // Made features (powers of a column) and rows held out are not in the table as it was written: back from what was fitted.
  const design = designOf(model.table, { target, features });
  const written = design.ok && design.y.length === model.rows ? design : null;
  const unscaled = (values: ArrayLike<number>, mean: number, scale: number) => Float64Array.from(values, (value) => value * scale + mean);
  const columns = features.map((name, j) => {
    const of = (values: Float64Array) => values.subarray(j * x.rows, (j + 1) * x.rows);
    return { name, cells: written === null ? unscaled(of(x.values), scaling.means[j] ?? 0, scaling.scales[j] ?? 1) : of(written.x.values) };
  });
  const { points } = state.get();
  const moved = points !== null && hasMovedPoints({ model, state }) ? points : null;
  const targets = written !== null && moved === null ? written.y : unscaled(moved ?? y, scaling.targetMean, scaling.targetScale);
  return [...columns, { name: target, cells: targets }];
}

/** Name of the file that the rows are saved as. */
export function dataFile({ dataName }: Model): string {
  return `${fileStem(dataName)}.csv`;
}

/** The problem that the block solves at this frame, for a program in another language; null where there are no rows. */
export function exportedProblem(scene: Told, { solutions }: Frame): ExportedProblem | null {
  const { model, spec } = scene;
  const { columns: features, target, mix, loss, classes } = model;
  const problem = fittedRows(model);
  if (problem === undefined) return null;
  return {
    file: dataFile(model),
    features,
    target,
    loss,
    ...(classes && { classes: classes.names.length }),
    standardize: spec.standardize,
    hasConstant: problem.scaling.scales.some((scale) => scale === 0),
    ...(hasMovedPoints(scene) && { targetScale: problem.scaling.targetScale }),
    mix,
    penalties: solutions.map(({ fit, lambda }) => ({ penalty: fit.penalty, lambda })),
  };
}

/** Every shown penalty's weights at its own λ, as they are and in original units, with the intercepts that go with these. */
export function weightsCsv({ model, words }: Pick<Scene, "model" | "words">, { solutions }: Frame): string {
  const { features, classes } = model;
  const { intercept } = words.menu;
  const interceptNames = classes?.loss === "softmax" ? classes.names.map((name) => `${intercept} → ${name}`) : [intercept];
  const problem = fittedRows(model);
  const columns = solutions.flatMap(({ fit: { penalty }, lambda, weights }): CsvColumn[] => {
    const name = penalty === "none" ? words.penalties.none : `${words.penalties[penalty]}, ${words.lambdaIs(String(lambda))}`;
    const own = { name, cells: [...weights, ...interceptNames.map(() => "")] };
    if (problem === undefined) return [own];
    const p = problem.x.columns;
    // A class has no mean to be predicted from: in its place stands the intercept of its scores.
    const starts = classes?.measures.intercepts(weights) ?? [problem.scaling.targetMean];
    const blocks = interceptNames.map((_, k) => toOriginalUnits(weights.subarray(k * p, (k + 1) * p), problem.scaling));
    const intercepts = blocks.map((block, k) => block.intercept - problem.scaling.targetMean + (starts[k] ?? 0));
    return [own, { name: `${name} (${words.menu.originalUnits})`, cells: [...blocks.flatMap(({ coefficients }) => [...coefficients]), ...intercepts] }];
  });
  return csvOf([{ name: words.menu.feature, cells: [...features, ...interceptNames] }, ...columns]);
}

function hasMovedPoints({ model, state }: Pick<Scene, "model" | "state">): boolean {
  return state.get().points?.length === model.problem?.y.length;
}
