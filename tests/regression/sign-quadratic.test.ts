import { describe, expect, it } from "vitest";
import { columnStore } from "../../src/math/column-lists";
import { createRandom, normal } from "../../src/math/random";
import { createCurvature, type Curvature } from "../../src/regression/curvature";
import { createSignSolver } from "../../src/regression/sign-quadratic";
import { squaredLoss } from "../../src/regression/squared-loss";
import { countedReads } from "./support/counted";
import { autoregressive } from "./support/designs";
import { column } from "../../src/math/products";

const random = createRandom(105);
const [n, p] = [30, 8];
const x = autoregressive(random, n, p, 0.7);
const columns = Array.from({ length: p }, (_, j) => column(x, j));
const loss = squaredLoss(new Float64Array(n));
const everything = Array.from({ length: p + 1 }, (_, at) => at);

function curvatureOf(members: readonly number[]) {
  const curvature = createCurvature({ loss, columns, store: columnStore([...columns, new Float64Array(n).fill(1)]) });
  curvature.refresh(new Float64Array(n), members);
  return curvature;
}

describe("the quadratic with signs", () => {
  const curvature = curvatureOf(everything);
  const solve = createSignSolver(curvature);
  const isPenalised = (coordinate: number) => coordinate < p;

  /** The largest violation of the conditions of a minimum. */
  function violation(solution: Float64Array, linear: Float64Array, l1: number, l2: number): number {
    return Math.max(
      ...curvature.members.map((coordinate, row) => {
        const pull = linear[row]! - curvature.members.reduce((sum, _, other) => sum + curvature.values[row * curvature.stride + other]! * solution[other]!, 0);
        if (!isPenalised(coordinate)) return Math.abs(pull);
        const smooth = pull - l2 * solution[row]!;
        return solution[row] === 0 ? Math.max(0, Math.abs(smooth) - l1) : Math.abs(smooth - l1 * Math.sign(solution[row]!));
      }),
    );
  }

  it.each([{ l1: 0, l2: 0 }, { l1: 0.1, l2: 0 }, { l1: 0.5, l2: 0.3 }, { l1: 0, l2: 1 }, { l1: 50, l2: 0 }])("is at its minimum from any start ($l1, $l2)", ({ l1, l2 }) => {
    for (let draw = 0; draw < 30; draw++) {
      const linear = Float64Array.from(everything, () => normal(random));
      const start = Float64Array.from(everything, () => (random() < 0.5 ? 0 : normal(random)));
      const solution = start.slice();
      solve({ linear, x: solution, l1, l2, isPenalised });
      expect(violation(solution, linear, l1, l2)).toBeLessThanOrEqual(1e-10);
      if (l1 === 50) expect(Array.from(solution.subarray(0, p))).toEqual(Array(p).fill(0));
    }
  });

  it("is solved anew where the curvature or its ridge has changed, and where members have joined", () => {
    const growing = curvatureOf([0, 1, p]);
    const own = createSignSolver(growing);
    const linear = Float64Array.from(everything, () => normal(random));
    const solved = (l2: number) => {
      const solution = new Float64Array(growing.members.length);
      own({ linear: linear.subarray(0, growing.members.length), x: solution, l1: 0.05, l2, isPenalised });
      return solution;
    };
    const fresh = (l2: number) => {
      const solution = new Float64Array(growing.members.length);
      createSignSolver(growing)({ linear: linear.subarray(0, growing.members.length), x: solution, l1: 0.05, l2, isPenalised });
      return solution;
    };
    const close = (l2: number) => {
      const [found, expected] = [solved(l2), fresh(l2)];
      found.forEach((value, row) => expect(value).toBeCloseTo(expected[row]!, 11));
    };
    close(0);
    close(0.7);
    close(0);
    for (const at of [5, 2, 7]) {
      growing.join(at);
      close(0);
    }
    growing.refresh(new Float64Array(n), [3, 4, p]);
    close(0);
  });
});

describe("the factor of the active coordinates", () => {
  /** Counts what is read of the curvature. */
  function watched(curvature: Curvature): { curvature: Curvature; readsOf: (work: () => void) => number } {
    const { numbers: values, readsOf } = countedReads(curvature.values);
    return { curvature: { ...curvature, values }, readsOf };
  }
  const isPenalised = (coordinate: number) => coordinate < p;
  const linear = Float64Array.of(1, 0, -0.8, 0.1, 0.9, 0, -0.6, 0.1, 0.2);

  function solver() {
    const own = watched(curvatureOf(everything));
    const solve = createSignSolver(own.curvature);
    const x = new Float64Array(p + 1);
    const again = (l2 = 0) => own.readsOf(() => solve({ linear, x, l1: 0.3, l2, isPenalised }));
    const counts = () => {
      const k = x.filter((value) => value !== 0).length;
      return { k, idle: p + 1 - k };
    };
    return { again, x, counts };
  }

  it("is kept from call to call: at the solution only the idle ones are looked at", () => {
    const { again, counts } = solver();
    again();
    const { k, idle } = counts();
    expect(k).toBeGreaterThan(1);
    expect(idle).toBeGreaterThan(1);
    expect(again()).toBe(k * idle);
    expect(again()).toBe(k * idle);
  });

  it.each([[0.02, 6462], [0.3, 5692], [0.8, 3533]])("takes no more turns from anywhere than are known to do (λ = %d)", (l1, known) => {
    const draws = createRandom(231);
    let all = 0;
    for (let draw = 0; draw < 40; draw++) {
      const own = watched(curvatureOf(everything));
      const pull = Float64Array.from(everything, () => normal(draws));
      const x = Float64Array.from(everything, () => (draws() < 0.4 ? 0 : normal(draws)));
      all += own.readsOf(() => createSignSolver(own.curvature)({ linear: pull, x, l1, l2: 0, isPenalised }));
    }
    expect(all).toBeLessThanOrEqual(Math.ceil(1.01 * known));
  });

  it("is made anew for another ridge", () => {
    const { again, counts } = solver();
    again();
    const { k } = counts();
    again(1e-9);
    expect(counts().k).toBe(k);
    // Again without it: the factor of k rows, and the idle ones.
    expect(again()).toBe((k * (k + 1)) / 2 + k * counts().idle);
  });

  it("loses one that is zero at the start, which comes back where it is needed", () => {
    const { again, x, counts } = solver();
    again();
    const { k, idle } = counts();
    const solution = x.slice();
    x[x.findIndex((value) => value !== 0)] = 0;
    // At the least looked for with one less, entered beside k − 1 others, and looked for again.
    expect(again()).toBeGreaterThanOrEqual((k - 1) * (idle + 1) + k + k * idle);
    x.forEach((value, at) => expect(value).toBeCloseTo(solution[at]!, 12));
  });
});

describe("what is no more than rounding", () => {
  const isPenalised = (coordinate: number) => coordinate < p;

  it.each([[1e-12, 0], [1e-9, 1]])("a pull beyond the bound by %d of it has %d weights", (excess, weights) => {
    const linear = new Float64Array(p + 1);
    for (const sign of [1, -1]) {
      linear[3] = sign * 0.7 * (1 + excess);
      const x = new Float64Array(p + 1);
      createSignSolver(curvatureOf(everything))({ linear, x, l1: 0.7, l2: 0, isPenalised });
      const own = x.subarray(0, p);
      expect(own.filter((value) => value !== 0)).toHaveLength(weights);
      expect(sign * own[3]! > 0).toBe(weights === 1);
    }
  });

  it("columns that are the same share a weight, or one has it all; their sum is the same", () => {
    const twice = [columns[0]!, columns[1]!, columns[0]!, columns[1]!.map((value) => -value)];
    const curvature = createCurvature({ loss, columns: twice, store: columnStore([...twice, new Float64Array(n).fill(1)]) });
    curvature.refresh(new Float64Array(n), [0, 1, 2, 3]);
    const single = curvatureOf([0, 1]);
    for (const l1 of [0, 0.1]) {
      const x = Float64Array.of(0.3, -0.2, 0.4, 0.1);
      createSignSolver(curvature)({ linear: Float64Array.of(1, -0.5, 1, 0.5), x, l1, l2: 0, isPenalised: () => true });
      const own = new Float64Array(2);
      createSignSolver(single)({ linear: Float64Array.of(1, -0.5), x: own, l1, l2: 0, isPenalised: () => true });
      expect(x[0]! + x[2]!).toBeCloseTo(own[0]!, 6);
      expect(x[1]! - x[3]!).toBeCloseTo(own[1]!, 6);
    }
  });
});
