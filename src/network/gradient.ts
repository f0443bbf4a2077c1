import { convolutionBackward } from "./convolution";
import { crossEntropy } from "./cross-entropy";
import { denseBackward } from "./dense";
import { forward, type Workspace } from "./forward";

/** Pictures and their classes. */
export interface Examples {
  /** One picture after the other. */
  readonly pictures: Float64Array;
  /** 0 … k−1. */
  readonly labels: Uint8Array;
}

/**
 * Mean cross-entropy over the examples `chosen`, and its gradient in `gradient`. The slope of ReLU at exactly 0 is taken as 1:
 * a filter that a penalty holds at 0 still feels what the loss would gain from it, and comes back when the penalty lets it.
 */
export function lossAndGradient(workspace: Workspace, parameters: Float64Array, { pictures, labels }: Examples, chosen: ArrayLike<number>, gradient: Float64Array): number {
  const { activations } = workspace;
  const [input] = activations as [Float64Array];
  gradient.fill(0);
  let loss = 0;
  for (let b = 0; b < chosen.length; b += 1) {
    const i = chosen[b] as number;
    input.set(pictures.subarray(i * input.length, (i + 1) * input.length));
    const scores = forward(workspace, parameters);
    const last = workspace.slopes.at(-1) as Float64Array;
    last.set(scores);
    loss += crossEntropy(last, 0, last.length, labels[i] as number);
    backward(workspace, parameters, gradient);
  }
  for (let j = 0; j < gradient.length; j += 1) gradient[j] = (gradient[j] as number) / chosen.length;
  return loss / chosen.length;
}

function backward({ spans, activations, slopes, open }: Workspace, parameters: Float64Array, gradient: Float64Array): void {
  for (let index = spans.length - 1; index >= 0; index -= 1) {
    const span = spans[index] as (typeof spans)[number];
    const [input, slope] = [activations[index] as Float64Array, slopes[index + 1] as Float64Array];
    const inputSlope = index === 0 ? null : (slopes[index] as Float64Array);
    const { layer } = span;
    if (layer.kind === "dense") denseBackward(layer, span, parameters, input, 0, slope, 0, gradient, inputSlope);
    else convolutionBackward(layer, span, parameters, input, 0, slope, 0, gradient, inputSlope);
    if (inputSlope === null) continue;
    const gates = open[index] as Uint8Array;
    for (let k = 0; k < inputSlope.length; k += 1) if (gates[k] === 0) inputSlope[k] = 0;
  }
}
