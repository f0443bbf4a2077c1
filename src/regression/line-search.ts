import { copyPoint, emptyPoint } from "./loss";
import { type NewtonProblem, type NewtonState, penaltyOf, type Strength } from "./newton-state";

/** A step by coordinate: where it leads and how far that is. */
export interface Step {
  readonly members: readonly number[];
  /** By coordinate, the values at its end: taken over as they are where the whole step is, so that zeros stay zeros. */
  readonly target: Float64Array;
  readonly change: Float64Array;
  /** What the objective falls by if the model is right. */
  readonly promised: number;
}

/** A step must gain this share of what is promised. */
const sufficientGain = 1e-4;
const mostHalvings = 40;
/** Changes of the objective below this share of it are rounding. */
const objectiveRounding = 1e-14;

/** Moves `state` along a step, halved until it lowers the objective enough. */
export function createLineSearch({ design, loss, store }: NewtonProblem, state: NewtonState): (step: Step, strength: Strength) => "full" | "part" | "none" {
  const { rows: n, blocks } = loss;
  const p = design.columns.length;
  const weights = blocks * p;
  const trial: NewtonState = { values: new Float64Array(state.values.length), scores: new Float64Array(state.scores.length), point: emptyPoint(loss) };
  const scores = Array.from({ length: blocks }, (_, k) => trial.scores.subarray(k * n, (k + 1) * n));

  /** What is added to the scores of each block. */
  const combinations = scores.map(() => ({ changes: [] as number[], columns: store.list() }));

  function go({ members, target, change }: Step, length: number): void {
    trial.values.set(state.values);
    trial.scores.set(state.scores);
    for (const { changes, columns } of combinations) {
      changes.length = 0;
      columns.clear();
    }
    for (const at of members) {
      const by = length * change[at]!;
      if (by === 0) continue;
      trial.values[at] = length === 1 ? target[at]! : state.values[at]! + by;
      const { changes, columns } = combinations[at < weights ? Math.floor(at / p) : at - weights]!;
      changes.push(by);
      columns.add(at < weights ? at % p : p);
    }
    combinations.forEach(({ changes, columns }, k) => columns.addTo(scores[k]!, changes));
    loss.evaluate(trial.scores, trial.point);
  }

  return (step, strength) => {
    const before = state.point.value + penaltyOf(state.values, weights, strength);
    const rounding = objectiveRounding * Math.max(loss.scale, Math.abs(before));
    for (let halving = 0, length = 1; halving < mostHalvings; halving++, length /= 2) {
      go(step, length);
      const gain = before - trial.point.value - penaltyOf(trial.values, weights, strength);
      if (!(gain >= sufficientGain * length * step.promised - rounding)) continue;
      state.values.set(trial.values);
      state.scores.set(trial.scores);
      copyPoint(trial.point, state.point);
      return length === 1 ? "full" : "part";
    }
    return "none";
  };
}
