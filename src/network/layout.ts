import { type Architecture, fanIn, type Layer, unitsOf } from "./layer";

/** Where the numbers of one layer stand among a network's parameters: unit after unit its weights, then the biases. */
export interface Span {
  readonly layer: Layer;
  readonly weights: number;
  readonly biases: number;
  /** Behind the last bias. */
  readonly end: number;
}

export function layoutOf(architecture: Architecture): Span[] {
  let at = 0;
  return architecture.map((layer) => {
    const weights = at;
    const biases = weights + unitsOf(layer) * fanIn(layer);
    at = biases + unitsOf(layer);
    return { layer, weights, biases, end: at };
  });
}

export function parameterCount(architecture: Architecture): number {
  return layoutOf(architecture).at(-1)?.end ?? 0;
}

/** One convolutional filter: where its weights begin, how many they are, and where its bias stands. */
export interface Filter {
  readonly start: number;
  readonly length: number;
  readonly bias: number;
}

/** The filters of all convolutional layers. */
export function filtersOf(architecture: Architecture): Filter[] {
  return layoutOf(architecture).flatMap(({ layer, weights, biases }) => {
    if (layer.kind === "dense") return [];
    const length = fanIn(layer);
    return Array.from({ length: layer.filters }, (_, f) => ({ start: weights + f * length, length, bias: biases + f }));
  });
}

/** How many of `filters` are dead. */
export function deadCount(parameters: Float64Array, filters: readonly Filter[]): number {
  return filters.filter((filter) => isDead(parameters, filter)).length;
}

/** A filter that gives 0 whatever it is shown: all its weights and its bias are exactly 0. */
export function isDead(parameters: Float64Array, { start, length, bias }: Filter): boolean {
  if (parameters[bias] !== 0) return false;
  for (let j = start; j < start + length; j += 1) if (parameters[j] !== 0) return false;
  return true;
}
