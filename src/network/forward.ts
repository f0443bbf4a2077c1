import { convolutionForward } from "./convolution";
import { softmax } from "./cross-entropy";
import { denseForward } from "./dense";
import { type Architecture, inputsOf, outputsOf } from "./layer";
import { layoutOf, type Span } from "./layout";

/** What one example's way through a network is kept in: the input and what each layer gives, ReLU applied. */
export interface Workspace {
  readonly spans: readonly Span[];
  readonly activations: readonly Float64Array[];
  readonly slopes: readonly Float64Array[];
  /** 1 where ReLU lets through. Not to be told from the activations: a sum of exactly 0 is let through, one below is not. */
  readonly open: readonly Uint8Array[];
}

export function workspaceFor(architecture: Architecture): Workspace {
  const sizes = [...architecture.slice(0, 1).map(inputsOf), ...architecture.map(outputsOf)];
  return { spans: layoutOf(architecture), activations: sizes.map((size) => new Float64Array(size)), slopes: sizes.map((size) => new Float64Array(size)), open: sizes.map((size) => new Uint8Array(size)) };
}

/** The scores of one example, in `activations` of the last layer. The input is in the first already. */
export function forward({ spans, activations, open }: Workspace, parameters: Float64Array): Float64Array {
  spans.forEach((span, index) => {
    const [input, output] = [activations[index] as Float64Array, activations[index + 1] as Float64Array];
    const { layer } = span;
    if (layer.kind === "dense") denseForward(layer, span, parameters, input, 0, output, 0);
    else convolutionForward(layer, span, parameters, input, 0, output, 0);
    if (index === spans.length - 1) return;
    const gates = open[index + 1] as Uint8Array;
    for (let k = 0; k < output.length; k += 1) {
      const shut = (output[k] as number) < 0;
      gates[k] = shut ? 0 : 1;
      if (shut) output[k] = 0;
    }
  });
  return activations.at(-1) as Float64Array;
}

/** The share that a network gives each class for one picture. */
export function shares(architecture: Architecture, parameters: Float64Array, picture: ArrayLike<number>): Float64Array {
  const workspace = workspaceFor(architecture);
  workspace.activations[0]?.set(picture);
  const scores = forward(workspace, parameters);
  softmax(scores, 0, scores.length);
  return scores;
}
