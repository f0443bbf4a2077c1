/** Square pictures in, one map for each filter out; no padding, so that a map's side is `side` − `size` + 1. */
export interface Convolution {
  readonly kind: "convolution";
  /** Of the pictures that come in, in pixels. */
  readonly side: number;
  readonly channels: number;
  readonly filters: number;
  /** Of a filter, in pixels. */
  readonly size: number;
}

export interface Dense {
  readonly kind: "dense";
  readonly inputs: number;
  readonly outputs: number;
}

/** All but the last are followed by ReLU. */
export type Layer = Convolution | Dense;

/** The layers of a network, from the picture to the scores of the classes. */
export type Architecture = readonly Layer[];

export function inputsOf(layer: Layer): number {
  return layer.kind === "dense" ? layer.inputs : layer.channels * layer.side ** 2;
}

export function outputsOf(layer: Layer): number {
  return layer.kind === "dense" ? layer.outputs : layer.filters * (layer.side - layer.size + 1) ** 2;
}

/** Weights that go into one unit or filter. */
export function fanIn(layer: Layer): number {
  return layer.kind === "dense" ? layer.inputs : layer.channels * layer.size ** 2;
}

/** Units or filters, each with weights of its own and one bias. */
export function unitsOf(layer: Layer): number {
  return layer.kind === "dense" ? layer.outputs : layer.filters;
}

/** @throws RangeError where a layer does not take what the one before it gives. */
export function checkArchitecture(layers: Architecture): void {
  if (layers.length === 0) throw new RangeError("architecture: there is no layer");
  layers.forEach((layer, index) => {
    const before = layers[index - 1];
    if (layer.kind === "convolution" && !(layer.size <= layer.side)) throw new RangeError(`architecture: the filters of layer ${index} are larger than its pictures`);
    if (before !== undefined && outputsOf(before) !== inputsOf(layer)) {
      throw new RangeError(`architecture: layer ${index} takes ${inputsOf(layer)} numbers, the one before it gives ${outputsOf(before)}`);
    }
  });
}
