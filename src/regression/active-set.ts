import { appendRow, type CholeskyFactor, emptyFactor, removeRow, solveFactored } from "../math/cholesky";
import { column } from "../math/products";
import { addScaled, dot } from "../math/vector";
import type { Moments } from "./least-squares";

/** The features whose weights are free to move, with the factor of G_AA + ridge·I that solves for them. */
export interface ActiveSet {
  readonly moments: Moments;
  /** Added to the diagonal of G: λ(1−ρ). */
  readonly ridge: number;
  /** k feature indices in the order of the factor's rows. */
  readonly indices: number[];
  /** k signs, +1 or −1, of the features' weights. */
  readonly signs: number[];
  readonly factor: CholeskyFactor;
  /** Holds near-copies: products with G would lose what tells them apart, so they go through X. */
  fragile: boolean;
}

/** Below this share of the diagonal, subtraction leaves a pivot fewer than eight digits, and it is measured on X instead. */
const doubtfulPivot = 1e-8;
/** Without X: rounding in G moves a pivot by some 1e-15 of the diagonal; at this limit three digits are left. */
const smallestGramPivot = 1e-12;
/** With X: features that differ by less than 1e-10 of their length count as one. */
const smallestMeasuredPivot = 1e-20;

export function emptyActiveSet(moments: Moments, ridge: number, room?: number): ActiveSet {
  return { moments, ridge, indices: [], signs: [], factor: emptyFactor(room), fragile: false };
}

/** The same features over another ridge. Features that depend on the others there are left out. O(k³). */
export function withRidge(set: Pick<ActiveSet, "moments" | "indices" | "signs">, ridge: number): ActiveSet {
  const moved = emptyActiveSet(set.moments, ridge, set.indices.length);
  set.indices.forEach((index, i) => enter(moved, index, set.signs[i]!));
  return moved;
}

/** Values of the shifted set at the positions of `set`; features that it had to leave out (dependent to rounding) get 0. */
export function placed(set: ActiveSet, shifted: ActiveSet, values: Float64Array): Float64Array {
  if (shifted.indices.length === set.indices.length) return values;
  const all = new Float64Array(set.indices.length);
  shifted.indices.forEach((index, t) => (all[set.indices.indexOf(index)] = values[t]!));
  return all;
}

/** Appends a feature; false, and no change, where it is a combination of those that are in. O(k²). */
export function enter(set: ActiveSet, index: number, sign: number): boolean {
  const { moments, ridge, indices, signs, factor } = set;
  const { gram } = moments;
  const start = index * gram.rows;
  const products = new Float64Array(indices.length);
  for (let i = 0; i < products.length; i++) products[i] = gram.values[start + indices[i]!]!;
  const diagonal = gram.values[start + index]! + ridge;
  let measured = false;
  const entered = appendRow(factor, products, diagonal, (pivot) => {
    if (pivot > doubtfulPivot * diagonal) return pivot;
    if (!moments.x) return pivot > smallestGramPivot * diagonal ? pivot : 0;
    measured = true;
    const exact = measuredPivot(set, index, products);
    return exact > smallestMeasuredPivot * diagonal ? exact : 0;
  });
  if (!entered) return false;
  if (measured) set.fragile = true;
  indices.push(index);
  signs.push(sign);
  return true;
}

/** ‖xⱼ − X_A·b‖²/n + ridge·(1 + ‖b‖²), b the regression of feature j on the others: a sum of squares, so that nothing cancels. O(nk). */
function measuredPivot(set: ActiveSet, j: number, products: Float64Array): number {
  const { ridge, indices, factor } = set;
  const x = set.moments.x!;
  const b = solveFactored(factor, products);
  // The second pass projects out what rounding has left of the others in the first.
  let rest = less(x, j, { indices, b });
  const left = Float64Array.from(indices, (index, i) => dot(column(x, index), rest) / x.rows - ridge * b[i]!);
  addScaled(b, 1, solveFactored(factor, left, left));
  rest = less(x, j, { indices, b });
  return dot(rest, rest) / x.rows + ridge * (1 + dot(b, b));
}

function less(x: NonNullable<Moments["x"]>, j: number, { indices, b }: { indices: readonly number[]; b: Float64Array }): Float64Array {
  const rest = column(x, j).slice();
  indices.forEach((index, i) => addScaled(rest, -b[i]!, column(x, index)));
  return rest;
}

/** Takes out the feature at `position`. O(k²). */
export function leave(set: ActiveSet, position: number): void {
  removeRow(set.factor, position);
  set.indices.splice(position, 1);
  set.signs.splice(position, 1);
}

/** The k weights for which every active gradient stands at its bound: (G_AA + ridge·I)·w = c_A − bound·s, where bound = λρ. O(k²). */
export function weightsAtBound(set: ActiveSet, bound: number): Float64Array {
  const { correlations } = set.moments;
  return solveActive(set, Float64Array.from(set.indices, (index, i) => correlations[index]! - bound * set.signs[i]!));
}

/** Solves (G_AA + ridge·I)·w = rhs for k weights, with one step of iterative refinement, which brings the residual down to rounding. O(k²). */
export function solveActive(set: ActiveSet, rhs: Float64Array): Float64Array {
  const { ridge, indices, factor } = set;
  const weights = solveFactored(factor, rhs);
  const product = activeProduct(set, weights);
  const residual = rhs.map((value, i) => value - ridge * weights[i]! - product(indices[i]!));
  addScaled(weights, 1, solveFactored(factor, residual, residual));
  return weights;
}

/** j ↦ (G_{·A}·w)_j. */
export function activeProduct(set: ActiveSet, weights: Float64Array): (j: number) => number {
  const { indices, moments, fragile } = set;
  const { gram } = moments;
  const x = fragile ? moments.x : undefined;
  if (x) {
    const fitted = new Float64Array(x.rows);
    indices.forEach((index, i) => addScaled(fitted, weights[i]!, column(x, index)));
    return (j) => dot(column(x, j), fitted) / x.rows;
  }
  return (j) => {
    const start = j * gram.rows;
    let sum = 0;
    for (let i = 0; i < weights.length; i++) sum += gram.values[start + indices[i]!]! * weights[i]!;
    return sum;
  };
}
