// The judge of all solvers: the largest duality gap over the λ of a path, as a share of the objective without any weight. It shares
// no code with the engine and uses only the files: x (mean 0 in every column), y, λ and the coefficients.
import { solved } from "./elimination.mjs";

/** `coefficients`: for each λ and class the intercept and p weights. `l1Ratio`: 1 lasso, 0 ridge. */
export function largestGap(problem, coefficients, l1Ratio) {
  const { p, count, classes, lambdas } = problem;
  const width = classes * (p + 1);
  if (coefficients.length !== count * width) return NaN;
  const gapAt = problem.loss === "squared" ? squaredGap : classGap;
  const empty = problem.loss === "squared" ? halfMeanSquare(problem.y) : entropyOfShares(indicators(problem));
  let largest = 0;
  for (let l = 0; l < count; l++) {
    const gap = gapAt(problem, coefficients.subarray(l * width, (l + 1) * width), { l1: lambdas[l] * l1Ratio, l2: lambdas[l] * (1 - l1Ratio) });
    if (Number.isNaN(gap)) return NaN;
    largest = Math.max(largest, gap / empty);
  }
  return largest;
}

/** P(w, b) − D(t·r), r the centred residual (of the problem augmented by √(nλ₂)·I), as a sum of terms ≥ 0. For ridge every r is feasible. */
function squaredGap({ x, y, n, p }, [intercept, ...weights], { l1, l2 }) {
  const residual = y.map((value) => value - intercept);
  addProduct(residual, x, weights, -1);
  const mean = average(residual);
  for (let i = 0; i < n; i++) residual[i] -= mean;
  const gradient = transposed(x, residual, p).map((value, j) => value - l2 * weights[j]);
  if (l1 === 0) return mean ** 2 / 2 + gradient.reduce((sum, value) => sum + value * value, 0) / (2 * l2);
  const scale = Math.min(1, l1 / largestOf(gradient));
  const squares = residual.reduce((sum, value) => sum + value * value, 0) / n + l2 * weights.reduce((sum, value) => sum + value * value, 0);
  const slack = weights.reduce((sum, value, j) => sum + l1 * Math.abs(value) - scale * value * gradient[j], 0);
  return mean ** 2 / 2 + (1 - scale) ** 2 * (squares / 2) + slack;
}

/**
 * Mean log-loss, L1 only. The dual point is t·(Y − P), P the probabilities with the intercepts at which every class has its share
 * (so that each column of Y − P sums to 0); D is the mean entropy of Y − t(Y − P). With two classes the scores are (0, η).
 */
function classGap(problem, values, { l1 }) {
  const { x, n, p, classes } = problem;
  const truth = indicators(problem);
  const scores = truth.map(() => new Float64Array(n));
  let norm = 0;
  for (let k = 0; k < classes; k++) {
    const [intercept, ...weights] = values.subarray(k * (p + 1), (k + 1) * (p + 1));
    const block = scores[classes === 1 ? 1 : k].fill(intercept);
    addProduct(block, x, weights, 1);
    norm += weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
  }
  const primal = meanLogLoss(scores, truth, n) + l1 * norm;
  const probabilities = withShares(scores, truth.map(average), n);
  const residuals = truth.map((row, k) => {
    const difference = row.map((value, i) => value - probabilities[k][i]);
    const mean = average(difference);
    return difference.map((value) => value - mean);
  });
  const steepest = Math.max(...(classes === 1 ? residuals.slice(1) : residuals).map((residual) => largestOf(transposed(x, residual, p))));
  const scale = Math.min(1, l1 / steepest);
  return primal - meanEntropy(truth.map((row, k) => row.map((value, i) => value - scale * residuals[k][i])), n);
}

/** Moves the intercepts by Newton steps until every class has its share of the probabilities. */
function withShares(scores, shares, n) {
  let probabilities = softmax(scores, n);
  for (let step = 0; step < 100; step++) {
    const missing = probabilities.map((row, k) => shares[k] - average(row));
    if (missing.every((share) => Math.abs(share) < 1e-15)) break;
    // The same shift of all classes changes nothing: 1/K everywhere makes the matrix regular and leaves the step as it is.
    const curvature = probabilities.map((a, k) =>
      probabilities.map((b, m) => a.reduce((sum, value, i) => sum + (k === m ? value : 0) - value * b[i], 0) / n + 1 / scores.length),
    );
    const shifts = solved(curvature, missing);
    scores.forEach((block, k) => block.forEach((value, i) => (block[i] = value + Math.max(-1, Math.min(1, shifts[k])))));
    probabilities = softmax(scores, n);
  }
  return probabilities;
}

/** One row of zeros and ones for each class. */
function indicators({ y, classes }) {
  return Array.from({ length: Math.max(2, classes) }, (_, k) => y.map((value) => (value === k ? 1 : 0)));
}

function softmax(scores, n) {
  const out = scores.map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    const top = Math.max(...scores.map((block) => block[i]));
    const sum = scores.reduce((total, block) => total + Math.exp(block[i] - top), 0);
    scores.forEach((block, k) => (out[k][i] = Math.exp(block[i] - top) / sum));
  }
  return out;
}

function meanLogLoss(scores, truth, n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const top = Math.max(...scores.map((block) => block[i]));
    const normaliser = top + Math.log(scores.reduce((total, block) => total + Math.exp(block[i] - top), 0));
    sum += normaliser - scores.reduce((total, block, k) => total + truth[k][i] * block[i], 0);
  }
  return sum / n;
}

/** Of the probabilities of each row, the classes being the rows of the table; NaN where they are none. */
function meanEntropy(table, n) {
  let sum = 0;
  for (const row of table) for (const value of row) {
    // A zero may be off by rounding.
    if (value > 0) sum -= value * Math.log(value);
    else if (value < -1e-12) return NaN;
  }
  return sum / n;
}

/** The loss where every row gets the shares of the classes. */
function entropyOfShares(truth) {
  return truth.map(average).reduce((sum, share) => sum - share * Math.log(share), 0);
}

function halfMeanSquare(values) {
  return values.reduce((sum, value) => sum + value * value, 0) / (2 * values.length);
}

function average(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function largestOf(values) {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

function addProduct(target, x, weights, sign) {
  const n = target.length;
  weights.forEach((weight, j) => {
    if (weight !== 0) for (let i = 0, at = j * n; i < n; i++, at++) target[i] += sign * weight * x[at];
  });
}

/** Xᵀr / n. */
function transposed(x, residual, p) {
  const n = residual.length;
  return Float64Array.from({ length: p }, (_, j) => {
    let sum = 0;
    for (let i = 0, at = j * n; i < n; i++, at++) sum += x[at] * residual[i];
    return sum / n;
  });
}
