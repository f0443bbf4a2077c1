import type { Matrix } from "../../../src/math/matrix";

/** A fit of scores b + Xw, one column of numbers for each class (one alone for logistic). */
export interface Reference {
  readonly objective: number;
  /** Class after class. */
  readonly weights: number[][];
  readonly intercepts: number[];
}

export interface ReferenceProblem {
  /** Already standardised. */
  readonly x: Matrix;
  readonly y: ArrayLike<number>;
  /** 1: logistic; more: softmax. */
  readonly blocks: number;
  readonly lambda: number;
  readonly l1Ratio: number;
  readonly intercept: boolean;
}

/**
 * FISTA with restarts (Beck & Teboulle 2009; O'Donoghue & Candès 2015), from the objective alone and sharing no code with the
 * solvers: slow, and sure. Stops where 200 steps gain less than 1e-14.
 */
export function proximalGradient(problem: ReferenceProblem): Reference {
  const { x, y, blocks, lambda, l1Ratio, intercept } = problem;
  const { rows: n, columns: p } = x;
  const width = p + 1;
  const entry = (i: number, j: number) => (j === p ? (intercept ? 1 : 0) : (x.values[j * n + i] as number));
  let squares = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < width; j++) squares += entry(i, j) ** 2;
  const length = 1 / (squares / (2 * n) + lambda);
  const zeros = () => Array.from({ length: blocks }, () => new Array<number>(width).fill(0));

  const probabilities = (w: number[][], i: number): number[] => {
    const scores = w.map((block) => block.reduce((sum, value, j) => sum + value * entry(i, j), 0));
    if (blocks === 1) return [1 / (1 + Math.exp(-(scores[0] as number)))];
    const top = Math.max(...scores);
    const raw = scores.map((score) => Math.exp(score - top));
    const total = raw.reduce((sum, value) => sum + value, 0);
    return raw.map((value) => value / total);
  };
  const objective = (w: number[][]): number => {
    let loss = 0;
    for (let i = 0; i < n; i++) {
      const q = probabilities(w, i);
      const own = blocks === 1 ? (y[i] === 1 ? (q[0] as number) : 1 - (q[0] as number)) : (q[y[i] as number] as number);
      loss -= Math.log(own);
    }
    const penalty = w.flatMap((block) => block.slice(0, p)).reduce((sum, value) => sum + l1Ratio * Math.abs(value) + ((1 - l1Ratio) / 2) * value * value, 0);
    return loss / n + lambda * penalty;
  };
  const stepFrom = (w: number[][]): number[][] => {
    const slopes = zeros();
    for (let i = 0; i < n; i++) {
      const q = probabilities(w, i);
      for (let k = 0; k < blocks; k++) {
        const excess = (q[k] as number) - (blocks === 1 ? (y[i] as number) : y[i] === k ? 1 : 0);
        for (let j = 0; j < width; j++) (slopes[k] as number[])[j]! += (excess * entry(i, j)) / n;
      }
    }
    return w.map((block, k) =>
      block.map((value, j) => {
        const ridge = j < p ? lambda * (1 - l1Ratio) * value : 0;
        const moved = value - length * ((slopes[k] as number[])[j]! + ridge);
        return j < p ? Math.sign(moved) * Math.max(0, Math.abs(moved) - length * lambda * l1Ratio) : moved;
      }),
    );
  };

  let [w, ahead, momentum] = [zeros(), zeros(), 1];
  let [last, checked] = [objective(w), objective(w)];
  for (let step = 1; step <= 200_000; step++) {
    const next = stepFrom(ahead);
    const value = objective(next);
    const after = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const restart = value > last;
    const push = restart ? 0 : (momentum - 1) / after;
    ahead = next.map((block, k) => block.map((number, j) => number + push * (number - (w[k] as number[])[j]!)));
    [w, momentum, last] = [next, restart ? 1 : after, value];
    if (step % 200 === 0) {
      if (checked - value < 1e-14) break;
      checked = value;
    }
  }
  return { objective: objective(w), weights: w.map((block) => block.slice(0, p)), intercepts: w.map((block) => block[p] as number) };
}
