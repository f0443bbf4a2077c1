import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { gradientOf } from "../../src/regression/dual-gap";
import { newtonProblem } from "../../src/regression/newton-problem";
import { emptyState, penaltyOf, stateAt } from "../../src/regression/newton-state";
import { strengthAt } from "../../src/regression/newton-walk";
import { checkProblem } from "../../src/regression/problem";
import { createNewton } from "../../src/regression/proximal-newton";
import { classesOf } from "./support/classes";
import { counted } from "./support/counted";
import { autoregressive } from "./support/designs";

interface Drawn {
  readonly loss: "logistic" | "softmax";
  readonly n: number;
  readonly p: number;
  readonly l1Ratio: number;
  /** 0: a hyperplane tells the classes apart, and steps are cut short. */
  readonly noise?: number;
}

/** A problem that counts, the λ from which on there are weights, and the steps from the point without features. */
function drawn({ loss, n, p, l1Ratio, noise = 1.5 }: Drawn) {
  const random = createRandom(77);
  const x = autoregressive(random, n, p, 0.6);
  const y = classesOf(random, x, loss === "softmax" ? 3 : 2, noise);
  const { problem, passes } = counted(newtonProblem(checkProblem({ x, y, loss })).problem);
  const state = emptyState(problem);
  const weights = problem.loss.blocks * p;
  const gradient = new Float64Array(weights);
  gradientOf(problem, state.point.residuals, gradient);
  const top = Math.max(...gradient.map(Math.abs)) / Math.max(l1Ratio, 1e-3);
  Object.assign(passes, { evaluations: 0, curvatures: 0, columns: 0 });
  return { problem, passes, state, weights, top, newton: createNewton(problem, state) };
}

const count = 20;
/** `evaluations`, `curvatures`, `columns`: what the way down took when this was written. */
const walks = [
  { loss: "logistic", n: 120, p: 12, l1Ratio: 1, evaluations: 99, curvatures: 29, columns: 3177 },
  { loss: "logistic", n: 120, p: 12, l1Ratio: 0.5, evaluations: 101, curvatures: 31, columns: 3397 },
  { loss: "logistic", n: 120, p: 12, l1Ratio: 0, evaluations: 91, curvatures: 11, columns: 3069 },
  { loss: "logistic", n: 60, p: 150, l1Ratio: 1, evaluations: 303, curvatures: 18, columns: 106_195 },
  { loss: "logistic", n: 60, p: 150, l1Ratio: 0.5, evaluations: 247, curvatures: 21, columns: 94_698 },
  { loss: "logistic", n: 60, p: 150, l1Ratio: 0, evaluations: 200, curvatures: 17, columns: 88_326 },
  { loss: "softmax", n: 120, p: 8, l1Ratio: 1, evaluations: 285, curvatures: 111, columns: 5572 },
  { loss: "softmax", n: 120, p: 8, l1Ratio: 0.5, evaluations: 291, curvatures: 108, columns: 5959 },
  { loss: "softmax", n: 120, p: 8, l1Ratio: 0, evaluations: 345, curvatures: 45, columns: 7951 },
  { loss: "logistic", n: 60, p: 6, l1Ratio: 1, noise: 0, evaluations: 104, curvatures: 53, columns: 2121 },
  { loss: "softmax", n: 60, p: 4, l1Ratio: 0.5, noise: 0, evaluations: 360, curvatures: 237, columns: 5801 },
] as const;

/** Down three decades of λ, from where the weights begin. */
function walked(wanted: Drawn) {
  const { l1Ratio } = wanted;
  const { problem, passes, state, top, weights, newton } = drawn(wanted);
  const objectiveAt = ({ point, values }: typeof state, lambda: number) => point.value + penaltyOf(values, weights, strengthAt(lambda, l1Ratio));
  const solveAt = (lambda: number, lastL1: number) => ({ ...newton(strengthAt(lambda, l1Ratio), { tolerance: 1e-9, lastL1 }), lambda });
  const found = Array.from({ length: count }, (_, l) => {
    const [lambda, before] = [l + 1, l].map((at) => top * 10 ** ((-3 * at) / count)) as [number, number];
    const minimum = solveAt(lambda, before * l1Ratio);
    return { ...minimum, objective: objectiveAt(state, lambda), values: state.values.slice() };
  });
  return { problem, passes: { ...passes }, state, found, solveAt, objectiveAt, goal: 1e-9 * problem.loss.scale };
}

describe.each(walks)("$loss, $n×$p, ρ = $l1Ratio, down three decades of λ", ({ evaluations, curvatures, columns, ...wanted }) => {
  it("every gap is below what was asked for", () => {
    const { found, goal } = walked(wanted);
    for (const { dualityGap } of found) expect(dualityGap).toBeLessThanOrEqual(goal);
  });

  it("no point that comes later is better than a gap allows", () => {
    const { found, problem, objectiveAt } = walked(wanted);
    for (const { lambda, objective, dualityGap } of found) {
      for (const { values } of found) expect(objectiveAt(stateAt(problem, values), lambda)).toBeGreaterThanOrEqual(objective - dualityGap - 1e-15);
    }
  });

  it("takes no more passes over the data than are known to do", () => {
    const { passes } = walked(wanted);
    const most = (known: number) => Math.ceil(1.03 * known);
    expect(passes.evaluations).toBeLessThanOrEqual(most(evaluations));
    expect(passes.curvatures).toBeLessThanOrEqual(most(curvatures));
    expect(passes.columns).toBeLessThanOrEqual(most(columns));
  });

  it("where it stands already takes no step", () => {
    const { found, solveAt, state, goal } = walked(wanted);
    const { lambda, values } = found.at(-1)!;
    const { steps, dualityGap, lastStep } = solveAt(lambda, lambda * wanted.l1Ratio);
    expect(steps).toBe(0);
    expect(dualityGap).toBeLessThanOrEqual(goal);
    expect(lastStep).toEqual(new Float64Array(values.length));
    expect(state.values).toEqual(values);
  });
});

describe("one λ", () => {
  const wanted = { loss: "logistic", n: 120, p: 12, l1Ratio: 1 } as const;

  it("is reached as nearly as is asked for, and the last step leads there", () => {
    const solved = (tolerance: number) => {
      const { newton, top, state } = drawn(wanted);
      const begun = state.values.slice();
      return { ...newton({ l1: top / 30, l2: 0 }, { tolerance, lastL1: top }), begun, values: state.values };
    };
    const exact = solved(1e-12);
    expect(exact.dualityGap).toBeLessThanOrEqual(1e-12 * Math.LN2);
    for (const tolerance of [1e-2, 1e-4, 1e-6]) {
      const { dualityGap, lastStep, values, begun, steps } = solved(tolerance);
      expect(dualityGap).toBeLessThanOrEqual(tolerance * Math.LN2);
      expect(dualityGap).toBeGreaterThan(exact.dualityGap);
      expect(steps).toBeLessThanOrEqual(9);
      const distance = (from: Float64Array, shares: Float64Array, share: number) => Math.hypot(...from.map((value, at) => value - share * shares[at]! - exact.values[at]!));
      expect(distance(values, lastStep, 0)).toBeLessThan(distance(values, lastStep, 1));
      expect(distance(values, lastStep, 1)).toBeLessThan(distance(begun, lastStep, 0));
    }
  });

  it("without a penalty ends where every derivative is zero", () => {
    for (const loss of ["logistic", "softmax"] as const) {
      const { newton, problem, state, weights } = drawn({ ...wanted, loss, p: 4 });
      const { dualityGap, steps } = newton({ l1: 0, l2: 0 }, { tolerance: 1e-9, lastL1: 0 });
      expect(dualityGap).toBeLessThanOrEqual(1e-9 * problem.loss.scale);
      expect(steps).toBeLessThanOrEqual(10);
      const gradient = new Float64Array(weights);
      gradientOf(problem, state.point.residuals, gradient);
      for (const slope of gradient) expect(Math.abs(slope)).toBeLessThanOrEqual(1e-6);
    }
  });

  it("finds what is beyond its bound although it was not expected to be", () => {
    // From a λ that was far above: nearly nothing is watched at first.
    const { newton, problem, top } = drawn({ loss: "logistic", n: 60, p: 150, l1Ratio: 1 });
    const { dualityGap } = newton({ l1: top / 10, l2: 0 }, { tolerance: 1e-9, lastL1: top / 5 - 1e-9 });
    expect(dualityGap).toBeLessThanOrEqual(1e-9 * problem.loss.scale);
  });
});
