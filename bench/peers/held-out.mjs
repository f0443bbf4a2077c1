// The judge of held-out errors: every fold and every row left out by brute force, with code of its own. Errors are relative.
import { solved } from "./elimination.mjs";

/** Largest deviation of a curve of 10-fold errors from the true one; `convention` says how features are scaled and folds averaged. */
export function crossValidationError(problem, curve, convention) {
  const truth = convention === "glmnet" ? foldErrors(problem, { scale: true, bySize: true }) : foldErrors(problem, { scale: false, bySize: false });
  return largestDeviation(curve, truth);
}

/** The same for leave-one-out errors of ridge with the penalty nλ/2·‖w‖² on half the sum of squares. */
export function leaveOneOutError(problem, curve) {
  const { n, lambdas } = problem;
  const truth = new Float64Array(lambdas.length);
  for (let out = 0; out < n; out++) {
    const trained = momentsOf(problem, (i) => i !== out, false);
    lambdas.forEach((lambda, l) => {
      // G and c are means over n − 1 rows.
      const ridge = (lambda * n) / (n - 1);
      const weights = solved(trained.gram.map((row, a) => row.map((value, b) => value + (a === b ? ridge : 0))), trained.correlations);
      truth[l] += meanError(problem, (i) => i === out, trained, weights) / n;
    });
  }
  return largestDeviation(curve, truth);
}

function largestDeviation(curve, truth) {
  if (curve.length !== truth.length) return NaN;
  return curve.reduce((largest, value, l) => Math.max(largest, Math.abs(value / truth[l] - 1)), 0);
}

function foldErrors(problem, { scale, bySize }) {
  const { n, folds, lambdas } = problem;
  const ids = [...new Set(folds)];
  const truth = new Float64Array(lambdas.length);
  for (const id of ids) {
    const trained = momentsOf(problem, (i) => folds[i] !== id, scale);
    const share = bySize ? folds.filter((fold) => fold === id).length / n : 1 / ids.length;
    const weights = new Float64Array(problem.p);
    lambdas.forEach((lambda, l) => {
      descend(trained, lambda, weights);
      truth[l] += share * meanError(problem, (i) => folds[i] === id, trained, weights);
    });
  }
  return truth;
}

function momentsOf({ x, y, n, p }, chosen, scale) {
  const rows = Array.from({ length: n }, (_, i) => i).filter(chosen);
  const mean = (value) => rows.reduce((sum, i) => sum + value(i), 0) / rows.length;
  const means = Array.from({ length: p }, (_, j) => mean((i) => x[j * n + i]));
  const scales = means.map((middle, j) => (scale ? Math.sqrt(mean((i) => (x[j * n + i] - middle) ** 2)) : 1));
  const targetMean = mean((i) => y[i]);
  const feature = (j, i) => (x[j * n + i] - means[j]) / scales[j];
  const gram = means.map((_, a) => means.map((__, b) => (b < a ? 0 : mean((i) => feature(a, i) * feature(b, i)))));
  for (let a = 0; a < p; a++) for (let b = 0; b < a; b++) gram[a][b] = gram[b][a];
  return { means, scales, targetMean, gram, correlations: means.map((_, j) => mean((i) => feature(j, i) * (y[i] - targetMean))) };
}

/** Coordinate descent until nothing moves. */
function descend({ gram, correlations }, lambda, weights) {
  for (let sweep = 0; sweep < 1e6; sweep++) {
    let moved = 0;
    for (let j = 0; j < weights.length; j++) {
      const pull = gram[j].reduce((rest, value, i) => rest - value * weights[i], correlations[j]) + gram[j][j] * weights[j];
      const next = (Math.sign(pull) * Math.max(0, Math.abs(pull) - lambda)) / gram[j][j];
      moved = Math.max(moved, Math.abs(next - weights[j]));
      weights[j] = next;
    }
    if (moved < 1e-15) return;
  }
}

function meanError({ x, y, n, p }, chosen, { means, scales, targetMean }, weights) {
  let [sum, count] = [0, 0];
  for (let i = 0; i < n; i++) {
    if (!chosen(i)) continue;
    let residual = y[i] - targetMean;
    for (let j = 0; j < p; j++) residual -= (weights[j] * (x[j * n + i] - means[j])) / scales[j];
    sum += residual ** 2;
    count += 1;
  }
  return sum / count;
}
