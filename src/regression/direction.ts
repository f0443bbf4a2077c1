import { type ActiveSet, activeProduct, enter, leave, solveActive } from "./active-set";

/** A feature at its bound, |gradient| = λρ, whose weight is still zero and may only move to the side of `sign`. */
export interface Bounded {
  readonly index: number;
  readonly sign: number;
}

/** Below this the gradient of a bounded feature runs along its bound as exactly as rounding lets one say. */
const parallel = 1e-11;
/** Each tied feature needs one round, seldom two; the limit only stops rounding from going in circles. */
const mostRounds = 4;

/**
 * Decides which bounded features become active as λ falls, and brings `set` (the features with a weight) up to date.
 *
 * The direction d = dw/d(−λ) of the path solves min ½dᵀ(G + ridge·I)d − rhsᵀd over the active and bounded features with
 * sign·d ≥ 0 for the bounded ones: it is what remains of the KKT conditions to first order. With one bounded feature it
 * enters; with ties, this small problem says which of them do. Solved by the active-set method of Lawson & Hanson (1974, ch. 23),
 * which lowers the objective with every feature and so cannot cycle. `rhs(j, sign)` is ρ·sign + (1−ρ)·w_j.
 */
export function takeIn(set: ActiveSet, bounded: readonly Bounded[], rhs: (index: number, sign: number) => number): void {
  const refused = new Set<number>();
  let direction = solve(set, rhs);
  for (let round = 0; round < mostRounds * bounded.length; round++) {
    const next = mostPressing(set, { bounded, refused, direction, rhs });
    if (!next) return;
    if (!enter(set, next.index, next.sign)) {
      refused.add(next.index);
      continue;
    }
    const trial = solve(set, rhs);
    if (trial.at(-1)! * next.sign <= 0) {
      // Its pull was rounding.
      leave(set, set.indices.length - 1);
      refused.add(next.index);
      continue;
    }
    direction = retreat(set, { bounded, rhs, from: Float64Array.of(...direction, 0), to: trial });
  }
}

interface Search {
  bounded: readonly Bounded[];
  refused: ReadonlySet<number>;
  direction: Float64Array;
  rhs: (index: number, sign: number) => number;
}

/** The bounded feature whose gradient would cross its bound fastest; undefined where none would. */
function mostPressing(set: ActiveSet, { bounded, refused, direction, rhs }: Search): Bounded | undefined {
  const product = activeProduct(set, direction);
  let fastest = parallel;
  let found: Bounded | undefined;
  for (const candidate of bounded) {
    const { index, sign } = candidate;
    if (refused.has(index) || set.indices.includes(index)) continue;
    const speed = sign * (rhs(index, sign) - product(index));
    if (speed > fastest) [fastest, found] = [speed, candidate];
  }
  return found;
}

interface Move {
  bounded: readonly Bounded[];
  rhs: (index: number, sign: number) => number;
  from: Float64Array;
  to: Float64Array;
}

/** Goes from one direction towards the other; bounded features that would move to the wrong side on the way are let go at zero. */
function retreat(set: ActiveSet, { bounded, rhs, from, to }: Move): Float64Array {
  const limited = new Set(bounded.map(({ index }) => index));
  let [direction, trial] = [from, to];
  for (;;) {
    let share = 1;
    let stuck = -1;
    set.indices.forEach((index, i) => {
      const sign = set.signs[i]!;
      if (!limited.has(index) || sign * trial[i]! > 0) return;
      const reached = direction[i]! * sign > 0 ? direction[i]! / (direction[i]! - trial[i]!) : 0;
      if (stuck < 0 || reached < share) [share, stuck] = [reached, i];
    });
    if (stuck < 0) return trial;
    direction = direction.map((value, i) => value + share * (trial[i]! - value)).filter((_, i) => i !== stuck);
    leave(set, stuck);
    trial = solve(set, rhs);
  }
}

function solve(set: ActiveSet, rhs: (index: number, sign: number) => number): Float64Array {
  return solveActive(set, Float64Array.from(set.indices, (index, i) => rhs(index, set.signs[i]!)));
}
