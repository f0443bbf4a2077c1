/** With `decay` among the penalties, Adam is AdamW. */
export type OptimizerName = "sgd" | "momentum" | "adam";

export const optimizerNames = ["sgd", "momentum", "adam"] as const satisfies readonly OptimizerName[];

export interface Optimizer {
  readonly name: OptimizerName;
  /** η. */
  readonly rate: number;
}

/** What an optimiser remembers of earlier gradients, per parameter. */
export interface Memory {
  /** Steps taken. */
  readonly time: number;
  /** Momentum's velocity, or Adam's mean gradient. */
  readonly mean: Float64Array;
  /** Adam's mean squared gradient. */
  readonly square: Float64Array;
}

/** Usual values: Polyak 1964; Kingma, Ba 2015. */
const [momentum, beta1, beta2, epsilon] = [0.9, 0.9, 0.999, 1e-8];

export function emptyMemory(length: number): Memory {
  return { time: 0, mean: new Float64Array(length), square: new Float64Array(length) };
}

/**
 * Takes one gradient step in place and writes into `sizes` how far a lasting slope of 1 moves each parameter in a
 * step: η, with momentum η/(1 − β), for Adam η/(√v̂ + ε). A proximal step of this size rests where slope and penalty balance.
 */
export function gradientStep({ name, rate }: Optimizer, { time, mean, square }: Memory, parameters: Float64Array, gradient: Float64Array, sizes: Float64Array): Memory {
  const length = parameters.length;
  if (name === "adam") {
    const correct1 = 1 - beta1 ** (time + 1);
    const correct2 = 1 - beta2 ** (time + 1);
    for (let j = 0; j < length; j += 1) {
      const g = gradient[j] as number;
      const m = beta1 * (mean[j] as number) + (1 - beta1) * g;
      const v = beta2 * (square[j] as number) + (1 - beta2) * g * g;
      mean[j] = m;
      square[j] = v;
      const size = rate / (Math.sqrt(v / correct2) + epsilon);
      sizes[j] = size;
      parameters[j] = (parameters[j] as number) - (size * m) / correct1;
    }
  } else {
    const keep = name === "momentum" ? momentum : 0;
    const size = rate / (1 - keep);
    for (let j = 0; j < length; j += 1) {
      const velocity = keep * (mean[j] as number) + (gradient[j] as number);
      mean[j] = velocity;
      sizes[j] = size;
      parameters[j] = (parameters[j] as number) - rate * velocity;
    }
  }
  return { time: time + 1, mean, square };
}

/** Decoupled weight decay: shrinks the parameters from `from` up to `to` by the share ηλ. */
export function decayStep({ rate }: Optimizer, lambda: number, parameters: Float64Array, from: number, to: number): void {
  const keep = 1 - rate * lambda;
  for (let j = from; j < to; j += 1) parameters[j] = (parameters[j] as number) * keep;
}
