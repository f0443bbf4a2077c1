import type { PenaltyName } from "../../regression/note-objective";
import { headOf, simplest, titleOf, type ExportedPenalty, type ExportedProblem } from "./exported-problem";
import { standardizeInPython, tableInPython, showInPython } from "./python";
import { quoted } from "./quoted";

/** A Python program that fits the problem with scikit-learn and prints the weights. */
export function scikitLearnCode(problem: ExportedProblem): string {
  const { loss, mix, penalties } = problem;
  const models = penalties.map((penalty) => ({ title: titleOf(penalty, mix), ...modelOf(penalty, problem) }));
  const classes = [...new Set(models.map(({ name }) => name))].sort();
  const adapts = models.some(({ call }) => call.includes("**elastic"));
  return [
    ...headOf(problem).map((line) => `# ${line}`),
    "import csv",
    "",
    "import numpy as np",
    ...(adapts ? ["import sklearn"] : []),
    `from sklearn.linear_model import ${classes.join(", ")}`,
    "",
    ...tableInPython(problem, "np.array(rows, dtype=float)"),
    ...(loss === "squared" ? [] : ["classes, y = np.unique(y, return_inverse=True)"]),
    "",
    ...standardizeInPython(problem, { module: "np", columns: "axis=0", deviation: "" }),
    "",
    ...(adapts ? elasticByVersion : []),
    "models = {",
    ...models.map(({ title, call }) => `    ${quoted(title)}: ${call},`),
    "}",
    ...showInPython(problem),
    "for name, model in models.items():",
    "    model.fit(X, y)",
    `    ${resultOf(problem)}`,
    "",
  ].join("\n");
}

const elasticByVersion = [
  "# From version 1.8 on, l1_ratio alone says which penalty is meant.",
  'version = tuple(int(part) for part in sklearn.__version__.split(".")[:2])',
  'elastic = {} if version >= (1, 8) else {"penalty": "elasticnet"}',
  "",
];

/** Adding 0 makes −0 a 0. */
function resultOf({ loss, classes }: ExportedProblem): string {
  if (loss === "squared") return "show(name, model.coef_ + 0.0)";
  if (loss === "logistic") return "show(name, model.coef_[0] + 0.0, model.intercept_[0])";
  if (classes === 2) return "show(name, np.vstack([-model.coef_, model.coef_]) / 2 + 0.0, np.hstack([-model.intercept_, model.intercept_]) / 2)";
  return "show(name, model.coef_ + 0.0, model.intercept_)";
}

interface Call {
  readonly name: string;
  readonly call: string;
}

function modelOf(penalty: ExportedPenalty, { loss, mix, classes }: ExportedProblem): Call {
  const kind = simplest(penalty, mix);
  if (loss === "squared") return squaredModel(kind, penalty.lambda, mix);
  // Of two classes scikit-learn fits one row of weights, their difference: half of Σw² over both rows is what it sees.
  const squares = loss === "softmax" && classes === 2 ? 0.5 : 1;
  return classModel(kind, { lambda: penalty.lambda, mix, squares });
}

/** Lasso and ElasticNet halve the MSE, Ridge has the sum of squares in its place. */
function squaredModel(kind: PenaltyName, lambda: number, mix: number): Call {
  const descent = "fit_intercept=False, tol=1e-12, max_iter=1_000_000";
  switch (kind) {
    case "none":
      return { name: "LinearRegression", call: "LinearRegression(fit_intercept=False)" };
    case "l1":
      return { name: "Lasso", call: `Lasso(alpha=${lambda} / 2, ${descent})` };
    case "l2":
      return { name: "Ridge", call: `Ridge(alpha=n * ${lambda}, fit_intercept=False, solver="svd")` };
    case "elastic-net":
      return { name: "ElasticNet", call: `ElasticNet(alpha=${lambda} * (1 - ${mix} / 2), l1_ratio=${mix} / (2 - ${mix}), ${descent})` };
  }
}

interface Strength {
  readonly lambda: number;
  readonly mix: number;
  /** What Σw² counts. */
  readonly squares: number;
}

/** C multiplies the sum of the losses, and half of the sum of squares is added to it. liblinear would penalise the intercept; lbfgs stops early. */
function classModel(kind: PenaltyName, { lambda, mix, squares }: Strength): Call {
  const smooth = 'solver="saga", tol=1e-10, max_iter=100_000';
  const sharp = `**elastic, ${smooth}`;
  const name = "LogisticRegression";
  switch (kind) {
    case "none":
      return { name, call: `${name}(C=np.inf, ${smooth})` };
    case "l1":
      return { name, call: `${name}(C=1 / (n * ${lambda}), l1_ratio=1, ${sharp})` };
    case "l2":
      return { name, call: `${name}(C=1 / (${2 * squares} * n * ${lambda}), ${smooth})` };
    case "elastic-net": {
      const all = squares === 1 ? `(2 - ${mix})` : `(${mix} + ${2 * squares} * (1 - ${mix}))`;
      return { name, call: `${name}(C=1 / (n * ${lambda} * ${all}), l1_ratio=${mix} / ${all}, ${sharp})` };
    }
  }
}
