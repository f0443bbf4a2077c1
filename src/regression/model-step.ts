import type { Curvature } from "./curvature";
import type { Step } from "./line-search";
import type { NewtonState, Strength } from "./newton-state";
import { createSignSolver } from "./sign-quadratic";

/**
 * The step to the minimum of the quadratic model at `state`: its slope there (`gradient` is minus that, by coordinate), the curvature
 * at hand, and the penalty as it is. `weights` is the number of penalised coordinates, the first ones.
 */
export function createModel(curvature: Curvature, state: NewtonState, { gradient, weights }: { gradient: Float64Array; weights: number }): (strength: Strength) => Step {
  const solve = createSignSolver(curvature);
  const target = new Float64Array(state.values.length);
  const change = new Float64Array(state.values.length);
  const isPenalised = (at: number) => at < weights;

  return ({ l1, l2 }) => {
    const { members, values, stride } = curvature;
    const size = members.length;
    const x = new Float64Array(size);
    const linear = new Float64Array(size);
    for (let row = 0; row < size; row++) {
      const at = members[row]!;
      x[row] = state.values[at]!;
      linear[row]! += gradient[at]!;
      const from = x[row]!;
      if (from === 0) continue;
      for (let other = 0, entry = row * stride; other < size; other++, entry++) linear[other]! += from * values[entry]!;
    }
    solve({ linear, x, l1, l2, isPenalised });
    change.fill(0);
    let slope = 0;
    for (let row = 0; row < size; row++) {
      const at = members[row]!;
      const from = state.values[at]!;
      const to = x[row]!;
      target[at] = to;
      change[at] = to - from;
      slope += gradient[at]! * (to - from);
      if (isPenalised(at)) slope -= l1 * (Math.abs(to) - Math.abs(from)) + (l2 / 2) * (to * to - from * from);
    }
    // At the minimum of the model its curved term takes back half of what the slope says, or less.
    return { members, target, change, promised: slope / 2 };
  };
}
