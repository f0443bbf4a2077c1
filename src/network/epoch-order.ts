import { createRandom, shuffle } from "../math/random";

/** Mini-batches: every example once an epoch, in an order that hangs only on the seed and the epoch. The last one of an epoch may be smaller. */
export interface EpochOrder {
  /** The examples of a step, counted from 0. */
  at(seed: number, step: number): Int32Array;
}

export function batchesPerEpoch(examples: number, batch: number): number {
  return Math.ceil(examples / batch);
}

export function epochOrder(examples: number, batch: number): EpochOrder {
  const perEpoch = batchesPerEpoch(examples, batch);
  const order = new Int32Array(examples);
  let drawn = "";
  return {
    at(seed, step) {
      const epoch = Math.floor(step / perEpoch);
      const key = `${seed} ${epoch}`;
      if (key !== drawn) {
        for (let i = 0; i < examples; i += 1) order[i] = i;
        shuffle(order, createRandom(seed + 7919 * (epoch + 1)));
      }
      drawn = key;
      const from = (step % perEpoch) * batch;
      return order.subarray(from, Math.min(examples, from + batch));
    },
  };
}
