import { axesOf, type Axes, type QuadraticForm } from "../../plot/quadratic-form";
import type { Moments } from "../../regression/least-squares";

/** The loss as a function of two weights, all others held: MSE = least + dᵀHd around its own optimum. */
export interface PairLoss {
  readonly form: QuadraticForm;
  readonly axes: Axes;
  /** Where the loss is smallest along the pair while the other weights stay: H⁻¹(c − Gw) on the pair; of several, the shortest. */
  centre(weights: ArrayLike<number>): [number, number];
}

/** An eigenvalue this much smaller than the other is rounding: along its axis the loss is flat. */
const flat = 1e-12;

export function pairLoss({ gram, correlations }: Moments, [first, second]: readonly [number, number]): PairLoss {
  const g = (i: number, j: number) => gram.values[j * gram.rows + i] ?? 0;
  const form = { aa: g(first, first), ab: g(first, second), bb: g(second, second) };
  const axes = axesOf(form);
  const [long, steep] = [unit(axes.angle), unit(axes.angle + Math.PI / 2)];
  return {
    form,
    axes,
    centre(weights) {
      const rest = (i: number) => {
        let sum = correlations[i] ?? 0;
        for (let j = 0; j < weights.length; j += 1) if (j !== first && j !== second) sum -= g(i, j) * (weights[j] ?? 0);
        return sum;
      };
      const [a, b] = [rest(first), rest(second)];
      const along = (axis: readonly [number, number], eigenvalue: number) =>
        eigenvalue > flat * axes.larger ? (axis[0] * a + axis[1] * b) / eigenvalue : 0;
      const [l, s] = [along(long, axes.smaller), along(steep, axes.larger)];
      return [l * long[0] + s * steep[0], l * long[1] + s * steep[1]];
    },
  };
}

function unit(angle: number): [number, number] {
  return [Math.cos(angle), Math.sin(angle)];
}
