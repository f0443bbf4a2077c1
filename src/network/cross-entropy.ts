/** −log of the share that softmax gives the class; the scores, `classes` from `at` on, become the slope of it in themselves: p − 1{class}. */
export function crossEntropy(scores: Float64Array, at: number, classes: number, label: number): number {
  const target = scores[at + label] ?? NaN;
  const logSum = softmax(scores, at, classes);
  scores[at + label] = (scores[at + label] ?? NaN) - 1;
  return logSum - target;
}

/** Turns scores into shares that add up to 1; the result is the logarithm of the sum of their exponentials. */
export function softmax(scores: Float64Array, at: number, classes: number): number {
  let largest = -Infinity;
  for (let k = at; k < at + classes; k += 1) largest = Math.max(largest, scores[k] as number);
  let sum = 0;
  for (let k = at; k < at + classes; k += 1) {
    const power = Math.exp((scores[k] as number) - largest);
    scores[k] = power;
    sum += power;
  }
  for (let k = at; k < at + classes; k += 1) scores[k] = (scores[k] as number) / sum;
  return largest + Math.log(sum);
}
