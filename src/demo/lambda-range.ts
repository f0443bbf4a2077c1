import type { Moments } from "../regression/least-squares";
import { noteLambda } from "../regression/note-objective";
import type { PenaltyFit } from "./model";
import type { LambdaRange } from "./slider-range";

/** The slider ends a little beyond the λ that leaves no weight, so that this λ itself can be passed. */
const beyond = 1.05;
/** Three decades: below a thousandth of the largest λ nothing moves that can be seen. */
const decades = 1e3;

/** The slider's range in the note's scale and where it starts: at `asked`, else at λmax(L1)/10 rounded to two digits. Holds `asked`. */
export function lambdaRange(moments: Moments, fits: readonly PenaltyFit[], asked?: number): LambdaRange {
  return rangeOf({ l1Max: l1LambdaMax(moments), shrunk: shrinkingLambda(moments), fits }, asked);
}

export interface Useful {
  /** The smallest λ at which L1 keeps no weight. */
  readonly l1Max: number;
  /** The λ from which on L2 leaves next to nothing of any weight. */
  readonly shrunk: number;
  readonly fits: readonly Pick<PenaltyFit, "penalty" | "lambdaMax">[];
}

export function rangeOf(useful: Useful, asked?: number): LambdaRange {
  const { l1Max } = useful;
  const top = twoDigits(largestUseful(useful), Math.ceil);
  const bottom = Number((top / decades).toPrecision(2));
  const initial = asked ?? Number(((l1Max > 0 ? l1Max : top) / 10).toPrecision(2));
  return {
    min: initial > 0 && initial < bottom ? twoDigits(initial, Math.floor) : bottom,
    max: initial > top ? twoDigits(initial, Math.ceil) : top,
    initial,
  };
}

/** The smallest λ at which L1 keeps no weight: (2/n)·max|xⱼᵀy|. */
function l1LambdaMax(moments: Moments): number {
  const lambda = moments.correlations.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return noteLambda({ loss: "squared", penalty: "l1", lambda, mix: 1 });
}

function largestUseful({ shrunk, fits }: Useful): number {
  const l1 = fits.find(({ penalty }) => penalty === "l1")?.lambdaMax ?? 0;
  const elasticNet = fits.find(({ penalty }) => penalty === "elastic-net")?.lambdaMax ?? 0;
  // With ρ near 0 the elastic net keeps weights to a λ where none of them can be seen any more.
  const last = Math.max(l1, Math.min(elasticNet, shrunk));
  const useful = last > 0 ? beyond * last : shrunk;
  return useful > 0 ? useful : 1;
}

/** Ten times the largest curvature (bounded by Gershgorin's row sums): L2 shrinks every weight to an eleventh or less in any direction. */
export function shrinkingLambda({ gram: { values, columns } }: Moments): number {
  let largest = 0;
  for (let j = 0; j < columns; j++) {
    largest = Math.max(largest, values.subarray(j * columns, (j + 1) * columns).reduce((sum, value) => sum + Math.abs(value), 0));
  }
  return 10 * largest;
}

/** To two digits, up or down. Moving λ rounds it: ends with more digits than that could be passed over or never reached. */
function twoDigits(value: number, round: (value: number) => number): number {
  const exponent = Math.floor(Math.log10(value)) - 1;
  const rounded = Number(`${round(value / 10 ** exponent)}e${exponent}`);
  // At the very ends of what numbers can hold there is nothing to round to.
  return rounded > 0 && rounded < Infinity ? rounded : value;
}
