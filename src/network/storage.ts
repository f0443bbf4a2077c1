import { type Architecture, outputsOf, unitsOf } from "./layer";
import { filtersOf, isDead, layoutOf, parameterCount } from "./layout";

/** Bytes that a file of a network takes; nothing is said of how fast it runs. */
export interface Storage {
  /** Every weight and bias. */
  readonly dense: number;
  /** The weights that are not 0, each with its place in the layer; all biases. */
  readonly sparse: number;
  /** Every weight and bias but those of dead filters and those that only they lead to; the number of each filter that is left. */
  readonly filters: number;
}

/** Single precision, as networks are stored; places in a layer of up to 65,536 weights. */
const [bytesOfNumber, bytesOfPlace] = [4, 2];

export function storageOf(architecture: Architecture, parameters: Float64Array): Storage {
  const spans = layoutOf(architecture);
  let sparse = 0;
  for (const { weights, biases, end } of spans) {
    const place = biases - weights > 65_536 ? 2 * bytesOfPlace : bytesOfPlace;
    for (let j = weights; j < biases; j += 1) if (parameters[j] !== 0) sparse += bytesOfNumber + place;
    sparse += (end - biases) * bytesOfNumber;
  }
  const count = parameterCount(architecture);
  const filters = filtersOf(architecture);
  const dead = filters.filter((filter) => isDead(parameters, filter));
  let spared = 0;
  for (const { start, length } of dead) {
    spared += length + 1;
    const index = spans.findIndex(({ weights, biases }) => weights <= start && start < biases);
    const [span, next] = [spans[index], spans[index + 1]];
    // Each map of a filter meets every unit of the layer behind it.
    if (span !== undefined && next !== undefined) {
      const each = next.layer.kind === "dense" ? outputsOf(span.layer) / unitsOf(span.layer) : next.layer.size ** 2;
      spared += each * unitsOf(next.layer);
    }
  }
  return { dense: count * bytesOfNumber, sparse, filters: (count - spared) * bytesOfNumber + (filters.length - dead.length) * bytesOfPlace };
}
