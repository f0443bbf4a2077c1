import { createRandom } from "../math/random";

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
      if (key !== drawn) shuffle(order, seed + 7919 * (epoch + 1));
      drawn = key;
      const from = (step % perEpoch) * batch;
      return order.subarray(from, Math.min(examples, from + batch));
    },
  };
}

/** Fisher–Yates. */
function shuffle(order: Int32Array, seed: number): void {
  const random = createRandom(seed);
  for (let i = 0; i < order.length; i += 1) order[i] = i;
  for (let i = order.length - 1; i > 0; i -= 1) {
    const k = Math.floor(random() * (i + 1));
    [order[i], order[k]] = [order[k] as number, order[i] as number];
  }
}
