import { createRandom, normal } from "../math/random";
import { type Architecture, checkArchitecture, fanIn } from "./layer";
import { layoutOf, parameterCount } from "./layout";

/** Parameters to begin with: weights of variance 2/inputs (He et al. 2015), biases 0; the same for the same seed. */
export function initialParameters(architecture: Architecture, seed: number): Float64Array {
  checkArchitecture(architecture);
  const random = createRandom(seed);
  const parameters = new Float64Array(parameterCount(architecture));
  for (const { layer, weights, biases } of layoutOf(architecture)) {
    const deviation = Math.sqrt(2 / fanIn(layer));
    for (let j = weights; j < biases; j += 1) parameters[j] = deviation * normal(random);
  }
  return parameters;
}
