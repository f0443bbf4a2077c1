import { forward, workspaceFor } from "./forward";
import type { Examples } from "./gradient";
import type { Architecture } from "./layer";

/** The share of the examples whose own class gets the highest score. */
export function accuracy(architecture: Architecture, parameters: Float64Array, { pictures, labels }: Examples): number {
  const workspace = workspaceFor(architecture);
  const [input] = workspace.activations as [Float64Array];
  let right = 0;
  labels.forEach((label, i) => {
    input.set(pictures.subarray(i * input.length, (i + 1) * input.length));
    if (largestOf(forward(workspace, parameters)) === label) right += 1;
  });
  return right / labels.length;
}

/** The first place of the largest number. */
export function largestOf(values: ArrayLike<number>): number {
  let best = 0;
  for (let k = 1; k < values.length; k += 1) if ((values[k] as number) > (values[best] as number)) best = k;
  return best;
}
