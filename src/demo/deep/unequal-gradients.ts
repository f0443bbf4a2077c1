import { createRandom, normal } from "../../math/random";
import { decayStep, emptyMemory, gradientStep } from "../../network/optimizer";

/** The two weights' gradients are the same noise, once large and once small. */
export const gradientSizes = [10, 0.1] as const;
export const unequalSteps = 200;
/** η, and the λ at which plain gradient descent shrinks by the same 1 − 2ηλ with either method. */
export const [unequalRate, unequalLambda] = [0.01, 0.5];

/**
 * Two weights that begin at 1 and whose loss only makes noise, so that all that pulls is the penalty: with λΣw² in the loss, or
 * with weights shrunk apart from it. The weights after 0, 1, 2 … steps of Adam.
 */
export function unequalGradients(method: "adam-l2" | "adamw"): [number, number][] {
  const random = createRandom(5);
  const weights = Float64Array.from([1, 1]);
  const [gradient, sizes] = [new Float64Array(2), new Float64Array(2)];
  const optimizer = { name: "adam", rate: unequalRate } as const;
  let memory = emptyMemory(2);
  const trail: [number, number][] = [[1, 1]];
  for (let step = 0; step < unequalSteps; step += 1) {
    const noise = normal(random);
    gradientSizes.forEach((size, j) => (gradient[j] = size * noise + (method === "adam-l2" ? 2 * unequalLambda * (weights[j] as number) : 0)));
    if (method === "adamw") decayStep(optimizer, 2 * unequalLambda, weights, 0, 2);
    memory = gradientStep(optimizer, memory, weights, gradient, sizes);
    trail.push([weights[0] as number, weights[1] as number]);
  }
  return trail;
}
