import type { Kernels } from "../math/kernels/kernels";
import { type Memory, memory } from "../math/vector";
import { emptyWideActiveSet, enterWide, leaveWide, residualOf, solveSigns, solveWide, type WideActiveSet } from "./wide-active-set";
import type { WideScreen } from "./wide-screen";
import { activate, correlate, emptyWorkingSet, placeOf, wait, waitAll, type WideWorkingSet } from "./wide-working-set";

/** A solution by its weights that are not zero. */
export interface SparseWeights {
  readonly columns: readonly number[];
  readonly values: Float64Array;
}

/** A solution that the homotopy can go on from. */
export interface Stand extends SparseWeights {
  readonly lambda: number;
  readonly signs: readonly number[];
}

/**
 * The lasso path over a working set of columns, in arithmetic that never sees XᵀX as a whole: every step goes through the residual.
 * Bounds are in the units of Xᵀr, n times those of λ.
 */
export interface WideHomotopy {
  readonly kernels: Kernels;
  readonly active: WideActiveSet;
  readonly working: WideWorkingSet;
  readonly target: number;
  /** p: how far rounding moves xⱼᵀr. */
  readonly rounding: Float64Array;
  readonly residual: number;
  readonly slope: number;
  readonly fitSlope: number;
  /** Where gradients of active features are measured. */
  readonly gradient: number;
  /** For the weights of solutions. */
  readonly vector: Memory;
  bound: number;
  /** Stretches since the residual was last computed from the weights. */
  walked: number;
  /** Whether the slopes and falls are those of the active and working features. */
  directed: boolean;
}

/** Steps on one stretch of the grid before it counts as going in circles: each feature may come and go many times. */
const mostSteps = 20_000;
/** Gradients of active features further than this share of the bound, and rounding, away from it mean that refinement has failed. */
const unsettled = 1e-10;
/** With this share of that distance, weights are not refined any further. */
const refined = 1e-2;
const mostRefinements = 4;
/** Every so many stretches the residual is computed from the weights. */
const mostWalked = 8;

export function createWideHomotopy({ kernels, design, target, rounding }: Pick<WideScreen, "kernels" | "design" | "target" | "rounding">): WideHomotopy {
  const { arena } = kernels;
  const active = emptyWideActiveSet(kernels, design);
  return {
    kernels,
    active,
    working: emptyWorkingSet(kernels, design),
    target,
    rounding,
    residual: arena.reserve(8 * active.stride),
    slope: arena.reserve(8 * (active.room + 1)),
    fitSlope: arena.reserve(8 * active.stride),
    gradient: arena.reserve(8 * (active.room + 1)),
    vector: memory(),
    bound: Infinity,
    walked: 0,
    directed: false,
  };
}

/** Stands at a solution of working columns; false where its features depend on each other. Correlations are computed from the residual. */
export function standAt(homotopy: WideHomotopy, stand: Stand): boolean {
  const { active, working, kernels } = homotopy;
  waitAll(working);
  active.columns.length = active.signs.length = 0;
  homotopy.bound = stand.lambda * working.design.rows;
  let all = true;
  stand.columns.forEach((column, i) => {
    if (!enterWide(active, { index: column, from: placeOf(working, column), sign: stand.signs[i]! })) {
      all = false;
      return;
    }
    activate(working, column);
    kernels.arena.float64(active.weights, active.columns.length)[active.columns.length - 1] = stand.values[i]!;
  });
  residualOf(active, homotopy.target, homotopy.residual);
  homotopy.walked = 0;
  measure(homotopy);
  return all;
}

/** Brings in what columns have joined the working set, and clears the correlations of rounding. */
export function measure(homotopy: WideHomotopy): void {
  correlate(homotopy.working, homotopy.residual);
  homotopy.directed = false;
}

/** Where the homotopy stands after it has come down to λ. */
export function standOf({ active, kernels, vector }: WideHomotopy, lambda: number): Stand {
  const values = vector(active.columns.length);
  values.set(kernels.arena.float64(active.weights, values.length));
  return { lambda, columns: active.columns.slice(), signs: active.signs.slice(), values };
}

/** Follows the path down to λ. False where rounding has taken the lead. */
export function descend(homotopy: WideHomotopy, lambda: number): boolean {
  const { active, working, kernels } = homotopy;
  const end = lambda * working.design.rows;
  let left = -1;
  for (let step = 0; homotopy.bound > end; step++) {
    if (step === mostSteps) return false;
    if (!homotopy.directed) direct(homotopy);
    const event = nextEvent(homotopy, { end, left });
    walk(homotopy, event.length);
    left = -1;
    homotopy.directed = event.kind === "end";
    if (event.kind === "end") homotopy.bound = end;
    if (event.kind === "leave") {
      const index = active.columns[event.position]!;
      leaveWide(active, event.position);
      // Without it, the refused ones may be no combination any more.
      working.refused.fill(0);
      wait(working, index);
      left = working.positions[index]!;
      kernels.arena.float64(working.correlations, working.waiting)[left] = kernels.dot(placeOf(working, index), homotopy.residual, working.stride);
    }
    if (event.kind === "enter") {
      const index = working.columns[event.position]!;
      if (enterWide(active, { index, from: placeOf(working, index), sign: event.sign })) activate(working, index);
      else working.refused[event.position] = 1;
    }
  }
  return settle(homotopy);
}

/** d(weights) and d(fit) for one unit of the bound, and how fast the correlations fall. */
function direct({ kernels, active, working, slope, fitSlope }: WideHomotopy): void {
  const { arena } = kernels;
  solveSigns(active, slope);
  arena.float64(fitSlope, active.stride).fill(0);
  kernels.times(active.panel, active.stride, active.columns.length, slope, fitSlope);
  kernels.transposeTimes(working.panel, active.stride, working.waiting, fitSlope, 1, working.falls);
}

type Event = { length: number } & ({ kind: "end" } | { kind: "leave"; position: number } | { kind: "enter"; position: number; sign: number });

/** What happens first as the bound falls. The working column at `left` has just left and stands at its bound, which it does not cross on that side. */
function nextEvent(homotopy: WideHomotopy, { end, left }: { end: number; left: number }): Event {
  const length = homotopy.bound - end;
  const leaving = firstToLeave(homotopy, length);
  return firstToEnter(homotopy, { left, length: leaving?.length ?? length }) ?? leaving ?? { kind: "end", length };
}

/** The first active weight that reaches zero before `length`. */
function firstToLeave({ kernels: { arena }, active, slope }: WideHomotopy, length: number): Event | undefined {
  const { columns: { length: k }, signs } = active;
  const weights = arena.float64(active.weights, k);
  const slopes = arena.float64(slope, k);
  let position = -1;
  for (let i = 0; i < k; i++) {
    const rise = signs[i]! * slopes[i]!;
    const size = signs[i]! * weights[i]!;
    // Nearly all end at the first of these.
    if (!(size < -rise * length) || rise >= 0) continue;
    length = Math.max(0, -size / rise);
    position = i;
  }
  return position < 0 ? undefined : { kind: "leave", position, length };
}

/** The first waiting column that reaches the bound before `length`. */
function firstToEnter({ kernels: { arena }, working, bound }: WideHomotopy, { left, length }: { left: number; length: number }): Event | undefined {
  const { waiting, refused } = working;
  const correlations = arena.float64(working.correlations, waiting);
  const falls = arena.float64(working.falls, waiting);
  let position = -1;
  let sign = 0;
  for (let j = 0; j < waiting; j++) {
    const c = correlations[j]!;
    const d = falls[j]!;
    // Nearly all end here.
    if ((bound - c >= length * (1 - d) && bound + c >= length * (1 + d)) || refused[j] !== 0) continue;
    const barred = j === left ? Math.sign(c) : 0;
    if (d < 1 && barred <= 0 && bound - c < length * (1 - d)) {
      length = Math.max(0, (bound - c) / (1 - d));
      position = j;
      sign = 1;
    }
    if (d > -1 && barred >= 0 && bound + c < length * (1 + d)) {
      length = Math.max(0, (bound + c) / (1 + d));
      position = j;
      sign = -1;
    }
  }
  return position < 0 ? undefined : { kind: "enter", position, sign, length };
}

function walk(homotopy: WideHomotopy, length: number): void {
  const { kernels, active, working, residual, slope, fitSlope } = homotopy;
  kernels.axpy(length, slope, active.weights, active.columns.length);
  kernels.axpy(-length, fitSlope, residual, active.stride);
  kernels.axpy(-length, working.falls, working.correlations, working.waiting);
  homotopy.bound -= length;
}

/** Measures the gradients of the active features on X and brings them to the bound; false where that does not succeed. */
function settle(homotopy: WideHomotopy): boolean {
  const { kernels, active, target, rounding, residual, bound } = homotopy;
  const { arena } = kernels;
  const k = active.columns.length;
  const gradient = arena.float64(homotopy.gradient, k);
  const weights = arena.float64(active.weights, k);
  // The residual has been walked to here, and a little is lost at each step.
  if (++homotopy.walked === mostWalked) residualOf(active, target, residual);
  homotopy.walked %= mostWalked;
  for (let round = 0; ; round++) {
    kernels.transposeTimes(active.panel, active.stride, k, residual, 1, homotopy.gradient);
    /** As a share of what is allowed. */
    let off = 0;
    for (let i = 0; i < k; i++) {
      gradient[i]! -= bound * active.signs[i]!;
      off = Math.max(off, Math.abs(gradient[i]!) / (unsettled * bound + rounding[active.columns[i]!]!));
    }
    if (off <= refined || round === mostRefinements) return off <= 1 && haveSigns(weights, active.signs);
    solveWide(active, homotopy.gradient);
    kernels.axpy(1, homotopy.gradient, active.weights, k);
    // What rounding has carried across zero stops there.
    weights.forEach((value, i) => {
      if (value * active.signs[i]! < 0) weights[i] = 0;
    });
    residualOf(active, target, residual);
  }
}

function haveSigns(weights: Float64Array, signs: readonly number[]): boolean {
  for (let i = 0; i < weights.length; i++) if (!(weights[i]! * signs[i]! >= 0)) return false;
  return true;
}
