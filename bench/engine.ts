/**
 * Times the engine: from raw columns to a path with its 100 solutions (λmax to λmax/1000), and one λ of a path already computed.
 * A speed means nothing without the accuracy it was reached at, so the largest relative duality gap of the 100 stands beside it.
 */
import { certificate } from "../src/regression/certificate";
import { elasticNetPath } from "../src/regression/elastic-net-path";
import type { LeastSquares } from "../src/regression/least-squares";
import type { Path } from "../src/regression/path";
import { leastSquares } from "../src/regression/standardize";
import { type BenchProblem, diabetes, drawn } from "./problems";

const penalties = [
  { penalty: "lasso", l1Ratio: 1 },
  { penalty: "elastic net 0.5", l1Ratio: 0.5 },
  { penalty: "ridge", l1Ratio: 0 },
];
const solutions = 100;
/** Long enough for the compiler to settle, short enough to wait for. */
const budget = { warmUp: 200, measure: 1500, fewest: 5, most: 500 };

const rows = [diabetes(), drawn(1000, 100)].flatMap((problem) => penalties.map(({ penalty, l1Ratio }) => measured(problem, penalty, l1Ratio)));
console.table(rows);

function measured({ name, x, y }: BenchProblem, penalty: string, l1Ratio: number) {
  const out = new Float64Array(x.columns);
  const run = () => {
    const problem = leastSquares(x, y);
    const path = elasticNetPath(problem, l1Ratio);
    for (const lambda of grid(problem, l1Ratio)) path.coefficientsAt(lambda, out);
    return { problem, path };
  };
  const { problem, path } = run();
  const whole = median(timesOf(run));
  const sweep = median(timesOf(() => grid(problem, l1Ratio).forEach((lambda) => path.coefficientsAt(lambda, out))));
  return {
    problem: name,
    penalty,
    knots: path.knots.length,
    "path (ms, median)": Number(whole.toPrecision(3)),
    "one λ (µs)": Number(((sweep / solutions) * 1000).toPrecision(3)),
    "largest gap": largestGap(problem, path).toExponential(1),
  };
}

/** From λmax (for ridge: of ρ = 0.001, as glmnet takes it) down to a thousandth, evenly in log λ. */
function grid({ correlations }: LeastSquares, l1Ratio: number): Float64Array {
  const top = correlations.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) / Math.max(l1Ratio, 0.001);
  return Float64Array.from({ length: solutions }, (_, i) => top * 0.001 ** (i / (solutions - 1)));
}

function largestGap(problem: LeastSquares, path: Path): number {
  const { l1Ratio } = path;
  return grid(problem, l1Ratio).reduce(
    (largest, lambda) => Math.max(largest, certificate(problem, path.coefficientsAt(lambda), { lambda, l1Ratio }).relativeGap),
    0,
  );
}

/** Milliseconds of each run. */
function timesOf(run: () => void): number[] {
  for (const end = performance.now() + budget.warmUp; performance.now() < end; ) run();
  const taken: number[] = [];
  const end = performance.now() + budget.measure;
  while (taken.length < budget.fewest || (performance.now() < end && taken.length < budget.most)) {
    const start = performance.now();
    run();
    taken.push(performance.now() - start);
  }
  return taken;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}
