import { afterAll, describe, expect, test } from "vitest";
import { builtIn } from "../../../src/data/built-in";
import type { Column } from "../../../src/data/table";
import { csvOf } from "../../../src/demo/export/csv";
import { titleOf, type ExportedPenalty, type ExportedProblem } from "../../../src/demo/export/exported-problem";
import { glmnetCode } from "../../../src/demo/export/glmnet";
import { pytorchCode } from "../../../src/demo/export/pytorch";
import { scikitLearnCode } from "../../../src/demo/export/scikit-learn";
import { engineScale, type LossName, type PenaltyName } from "../../../src/regression/note-objective";
import { fit } from "../../../src/regression/regression";
import { isThere, run, type LanguageName, type PrintedWeights, type Program } from "./programs";

const { columns } = builtIn("diabetes");
const features = columns.slice(0, -1);
const progression = columns.at(-1) as Column;

/** The same patients with the target cut into classes of equal size. */
function classesOf(count: number): Float64Array {
  const sorted = progression.values.slice().sort();
  const limits = Array.from({ length: count - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / count)] ?? 0);
  return progression.values.map((value) => limits.filter((limit) => value >= limit).length);
}

interface Case {
  readonly name: string;
  readonly features: readonly Column[];
  readonly y: Float64Array;
  readonly problem: ExportedProblem;
}

function caseOf(name: string, loss: LossName, lambdas: Readonly<Partial<Record<PenaltyName, number>>>, own: Partial<ExportedProblem & { used: readonly Column[] }> = {}): Case {
  const { used = features, ...rest } = own;
  const classes = { squared: 0, logistic: 2, softmax: rest.classes ?? 3 }[loss];
  const penalties = Object.entries(lambdas).map(([penalty, lambda]) => ({ penalty: penalty as PenaltyName, lambda }));
  return {
    name,
    features: used,
    y: classes === 0 ? progression.values : classesOf(classes),
    problem: { file: `${name}.csv`, features: used.map((column) => column.name), target: "target", loss, standardize: true, hasConstant: false, mix: 0.4, penalties, ...rest },
  };
}

const odd = [...features.slice(0, 3).map((column, i) => ({ ...column, name: ['키 (cm), "a"\\b', "R'n's", "x y"][i] ?? "" })), { name: "always", values: new Float64Array(442).fill(0.1) }];
const cases = [
  caseOf("squared", "squared", { none: 0.2, l1: 0.2, l2: 0.2, "elastic-net": 0.2 }),
  caseOf("squared-own", "squared", { l1: 0.02, l2: 0.0031, "elastic-net": 0.05 }, { mix: 0.9 }),
  caseOf("squared-large", "squared", { l1: 1.5, l2: 12, "elastic-net": 0 }),
  caseOf("ends", "squared", { l1: 0, "elastic-net": 0.3 }, { mix: 0 }),
  caseOf("other-end", "squared", { "elastic-net": 0.3 }, { mix: 1 }),
  caseOf("own-units", "squared", { l1: 0.2, l2: 0.2, "elastic-net": 0.2 }, { standardize: false, used: features.slice(1, 5) }),
  caseOf("odd-names", "squared", { l1: 0.1, l2: 0.1 }, { used: odd, hasConstant: true, target: '"y", 목표' }),
  caseOf("moved", "squared", { none: 1, l1: 0.1, l2: 0.1, "elastic-net": 0.1 }, { targetScale: 60.5 }),
  caseOf("one", "squared", { l1: 0.1, l2: 0.1 }, { used: features.slice(2, 3) }),
  caseOf("logistic", "logistic", { none: 0, l1: 0.02, l2: 0.03, "elastic-net": 0.05 }),
  caseOf("logistic-one", "logistic", { l1: 0.02, l2: 0.03 }, { used: features.slice(2, 3) }),
  caseOf("softmax", "softmax", { l1: 0.02, l2: 0.03, "elastic-net": 0.01 }),
  caseOf("softmax-four", "softmax", { l2: 0.004, "elastic-net": 0.03 }, { classes: 4 }),
  caseOf("softmax-two", "softmax", { l2: 0.03, "elastic-net": 0.05 }, { classes: 2 }),
];

/** The engine's own solution, in the form that the programs print. */
function solutionOf({ features: used, y, problem: { loss, mix, standardize, targetScale } }: Case, { penalty, lambda }: ExportedPenalty): PrintedWeights[] {
  const rows = y.length;
  const mean = y.reduce((sum, value) => sum + value, 0) / rows;
  const deviation = Math.sqrt(y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows);
  const scale = loss === "squared" ? (targetScale ?? deviation) : 1;
  const x = { values: Float64Array.from(used.flatMap((column) => [...column.values])), rows, columns: used.length };
  const found = fit({ x, y: y.map((value) => value / scale), loss, standardize, tolerance: 1e-14, ...engineScale({ loss, penalty, lambda, mix }) });
  const intercepts = typeof found.intercept === "number" ? [found.intercept] : [...found.intercept];
  return intercepts.map((intercept, k) => {
    const own = (weights: Float64Array) => [...weights.subarray(k * used.length, (k + 1) * used.length)];
    return { standardized: own(found.standardizedCoefficients), original: own(found.coefficients.map((weight) => weight * scale)), intercept: intercept * scale };
  });
}

/** Largest difference: of the weights as they are, of those in original units as a share of the largest, of the intercept as a share of its size. */
function differenceOf(printed: PrintedWeights | undefined, wanted: PrintedWeights): number {
  const apart = (a: readonly number[] | undefined, b: readonly number[]) => {
    if (a?.length !== b.length) return Infinity;
    return Math.max(...b.map((value, j) => Math.abs(value - (a[j] ?? NaN)))) / Math.max(1, ...b.map(Math.abs));
  };
  return Math.max(
    apart(printed?.standardized, wanted.standardized), apart(printed?.original, wanted.original),
    apart(printed && [printed.intercept], [wanted.intercept]),
  );
}

const writers: Record<LanguageName, (problem: ExportedProblem) => string> = { "scikit-learn": scikitLearnCode, glmnet: glmnetCode, pytorch: pytorchCode };

const checked = new Set<string>();
afterAll(() => {
  for (const name of Object.keys(writers)) if (!checked.has(name)) console.log(`Programs for ${name} were not run: it is not installed here.`);
});

describe.each(Object.keys(writers) as LanguageName[])("exported code for %s", (name) => {
  test.skipIf(!isThere(name))("gives the engine's weights to 1e-6 for every loss and penalty, in both units", { timeout: 60_000 }, () => {
    const programs = cases.map(({ problem, features: used, y }): Program => ({
      code: writers[name](problem),
      files: { [problem.file]: csvOf([...used.map((column) => ({ name: column.name, cells: column.values })), { name: problem.target, cells: y }]) },
    }));
    const printed = run(name, programs);
    const differences = cases.flatMap((one, i) => one.problem.penalties.flatMap((penalty) => {
      const title = titleOf(penalty, one.problem.mix);
      const solutions = solutionOf(one, penalty);
      return solutions.map((solution, k): [string, number] =>
        [`${one.name}: ${title} ${k}`, differenceOf(printed[i]?.[solutions.length === 1 ? title : `${title}, class ${k}`], solution)]);
    }));
    expect(differences.length).toBeGreaterThan(40);
    checked.add(name);
    if (process.env.EXPORT_DIFFERENCES) console.log(name, differences);
    expect(differences.filter(([, difference]) => !(difference < 1e-6))).toEqual([]);
  });
});
