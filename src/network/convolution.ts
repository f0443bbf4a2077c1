import type { Convolution } from "./layer";
import type { Span } from "./layout";

/** The maps of one example: each filter's sum of products at every place, plus its bias. Direct loops: on 8×8 pixels the copies of im2col cost more than they save. */
export function convolutionForward({ side, channels, filters, size }: Convolution, span: Span, parameters: Float64Array, input: Float64Array, from: number, output: Float64Array, to: number): void {
  const map = side - size + 1;
  for (let f = 0; f < filters; f += 1) {
    const first = to + f * map * map;
    output.fill(parameters[span.biases + f] as number, first, first + map * map);
    for (let c = 0; c < channels; c += 1) {
      for (let dy = 0; dy < size; dy += 1) {
        for (let dx = 0; dx < size; dx += 1) {
          const w = parameters[span.weights + ((f * channels + c) * size + dy) * size + dx] as number;
          // Whole filters may be 0; they cost nothing.
          if (w === 0) continue;
          for (let y = 0; y < map; y += 1) {
            const row = from + (c * side + y + dy) * side + dx;
            const place = first + y * map;
            for (let x = 0; x < map; x += 1) output[place + x] = (output[place + x] as number) + w * (input[row + x] as number);
          }
        }
      }
    }
  }
}

/** Adds one example's part to `gradient` and, where asked for, writes the slope in the input. */
export function convolutionBackward({ side, channels, filters, size }: Convolution, span: Span, parameters: Float64Array, input: Float64Array, from: number, slope: Float64Array, at: number, gradient: Float64Array, inputSlope: Float64Array | null): void {
  const map = side - size + 1;
  if (inputSlope !== null) inputSlope.fill(0, from, from + channels * side * side);
  for (let f = 0; f < filters; f += 1) {
    const first = at + f * map * map;
    let bias = gradient[span.biases + f] as number;
    for (let i = 0; i < map * map; i += 1) bias += slope[first + i] as number;
    gradient[span.biases + f] = bias;
    for (let c = 0; c < channels; c += 1) {
      for (let dy = 0; dy < size; dy += 1) {
        for (let dx = 0; dx < size; dx += 1) {
          const j = span.weights + ((f * channels + c) * size + dy) * size + dx;
          let sum = 0;
          for (let y = 0; y < map; y += 1) {
            const row = from + (c * side + y + dy) * side + dx;
            const place = first + y * map;
            for (let x = 0; x < map; x += 1) sum += (slope[place + x] as number) * (input[row + x] as number);
          }
          gradient[j] = (gradient[j] as number) + sum;
          if (inputSlope === null) continue;
          const w = parameters[j] as number;
          for (let y = 0; y < map; y += 1) {
            const row = from + (c * side + y + dy) * side + dx;
            const place = first + y * map;
            for (let x = 0; x < map; x += 1) inputSlope[row + x] = (inputSlope[row + x] as number) + w * (slope[place + x] as number);
          }
        }
      }
    }
  }
}
