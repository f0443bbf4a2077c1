import type { Dense } from "./layer";
import type { Span } from "./layout";

/** z = Wx + b for one example; `input` and `output` begin at the places given. */
export function denseForward({ inputs, outputs }: Dense, span: Span, parameters: Float64Array, input: Float64Array, from: number, output: Float64Array, to: number): void {
  for (let k = 0; k < outputs; k += 1) {
    let sum = parameters[span.biases + k] as number;
    const row = span.weights + k * inputs;
    for (let j = 0; j < inputs; j += 1) sum += (parameters[row + j] as number) * (input[from + j] as number);
    output[to + k] = sum;
  }
}

/** Adds one example's part to `gradient` and, where asked for, writes the slope in the input. */
export function denseBackward({ inputs, outputs }: Dense, span: Span, parameters: Float64Array, input: Float64Array, from: number, slope: Float64Array, at: number, gradient: Float64Array, inputSlope: Float64Array | null): void {
  if (inputSlope !== null) inputSlope.fill(0, from, from + inputs);
  for (let k = 0; k < outputs; k += 1) {
    const s = slope[at + k] as number;
    // Half the units of a layer under ReLU are silent.
    if (s === 0) continue;
    gradient[span.biases + k] = (gradient[span.biases + k] as number) + s;
    const row = span.weights + k * inputs;
    for (let j = 0; j < inputs; j += 1) gradient[row + j] = (gradient[row + j] as number) + s * (input[from + j] as number);
    if (inputSlope === null) continue;
    for (let j = 0; j < inputs; j += 1) inputSlope[from + j] = (inputSlope[from + j] as number) + s * (parameters[row + j] as number);
  }
}
