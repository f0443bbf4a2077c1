import { maxAbs } from "../math/vector";
import { freeBlocks, gradientOf, meanResiduals } from "./dual-gap";
import type { NewtonProblem, NewtonState, Strength } from "./newton-state";

/** What the stationarity conditions say at a point. */
export interface Inspection {
  /** Largest violation. */
  readonly violation: number;
  /** About what the duality gap is, as far as the watched features tell. */
  readonly cost: number;
  /** Coordinates that have a weight or violate their bound, and the intercepts. */
  readonly members: number[];
}

/** Minus the derivatives of the mean loss at a moving point, of the features that are watched; the others are looked at when it counts. */
export interface WatchedGradient {
  /** By coordinate: weights, then intercepts. */
  readonly values: Float64Array;
  /** How many are watched. */
  readonly size: number;
  updateAll(): void;
  update(): void;
  /** Starts to watch the features whose derivative is beyond the bound; false where none was. */
  watch(bound: number): boolean;
  /** Starts to watch every feature that can move, in all blocks or in those that are not pinned. */
  watchBlocks(count: number): void;
  inspect(strength: Strength): Inspection;
}

export function watchedGradient(problem: NewtonProblem, state: NewtonState): WatchedGradient {
  const { design, loss, intercept, store } = problem;
  const { rows: n, blocks } = loss;
  const p = design.columns.length;
  const weights = blocks * p;
  const { residuals } = state.point;
  const values = new Float64Array(weights + blocks);
  const isConstant = design.columns.map((column) => maxAbs(column) === 0);
  const isWatched = new Uint8Array(weights);
  const lists = Array.from({ length: blocks }, (_, k) => ({
    residuals: residuals.subarray(k * n, (k + 1) * n),
    coordinates: [] as number[],
    columns: store.list(),
  }));
  const products = new Float64Array(p);
  let size = 0;

  function updateIntercepts(): void {
    if (intercept) values.set(meanResiduals(loss, residuals), weights);
  }

  function add(at: number): void {
    const j = at % p;
    if (isWatched[at] === 1 || isConstant[j]) return;
    isWatched[at] = 1;
    const list = lists[(at - j) / p]!;
    list.coordinates.push(at);
    list.columns.add(j);
    size++;
  }

  return {
    values,
    get size() {
      return size;
    },
    updateAll() {
      gradientOf(problem, residuals, values);
      updateIntercepts();
    },
    update() {
      for (const list of lists) {
        list.columns.products(list.residuals, { out: products });
        list.coordinates.forEach((at, i) => (values[at] = products[i]! / n));
      }
      updateIntercepts();
    },
    watch(bound) {
      const before = size;
      for (let at = 0; at < weights; at++) if (Math.abs(values[at]!) > bound) add(at);
      return size > before;
    },
    watchBlocks(count) {
      for (let at = 0; at < count * p; at++) add(at);
    },
    inspect({ l1, l2 }) {
      let violation = 0;
      let steepest = l1;
      let cost = 0;
      const members: number[] = [];
      for (const { coordinates } of lists) {
        for (const at of coordinates) {
          const weight = state.values[at]!;
          const slope = values[at]! - l2 * weight;
          const off = weight === 0 ? Math.abs(slope) - l1 : Math.abs(slope - l1 * Math.sign(weight));
          steepest = Math.max(steepest, Math.abs(slope));
          cost += l1 * Math.abs(weight) - weight * slope;
          violation = Math.max(violation, off);
          if (weight !== 0 || off > 0 || l1 === 0) members.push(at);
        }
      }
      for (let k = 0; intercept && k < blocks; k++) {
        const mean = Math.abs(values[weights + k]!);
        violation = Math.max(violation, mean);
        cost += mean * (1 + Math.abs(state.values[weights + k]!));
        if (k < freeBlocks(loss)) members.push(weights + k);
      }
      // The feasible dual point is the residuals times l1/steepest; what is left of 1 costs about as much of the loss.
      if (l1 > 0) cost += (1 - l1 / steepest) * state.point.value;
      return { violation, cost, members };
    },
  };
}
