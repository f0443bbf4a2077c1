import { blockedGram } from "../math/kernels/gram";
import { symmetricEigen } from "../math/symmetric-eigen";
import { addScaled, dot, maxAbs, sum } from "../math/vector";
import { dualGap, gradientOf, meanResiduals } from "./dual-gap";
import { createLineSearch } from "./line-search";
import type { NewtonProblem, NewtonState, Strength } from "./newton-state";
import type { Goal, Minimum } from "./proximal-newton";

/** Newton steps at one λ; some five are common. */
const mostSteps = 100;
/** Conjugate gradients of one step. */
const mostRounds = 500;
/** A step leaves at most this share of the slope, less near the optimum. */
const loosest = 0.1;
const mostIdle = 3;

/**
 * Minimises mean loss + l2/2·‖w‖², l2 > 0, for many weights: Newton steps by conjugate gradients, which need the curvature's products
 * with vectors alone (two passes over the data each, no matrix of all weights). They are preconditioned by (W̄ ⊗ XᵀX/n + l2·I)⁻¹, W̄
 * being the mean over the rows of what the loss curves by their scores: two small eigendecompositions.
 */
export function createSmoothNewton(problem: NewtonProblem, state: NewtonState): (strength: Strength, goal: Goal) => Minimum {
  const { design, loss, intercept, store } = problem;
  const { rows: n, blocks } = loss;
  const p = design.columns.length;
  const weights = blocks * p;
  const size = weights + blocks;
  const move = createLineSearch(problem, state);
  const features = symmetricEigen(blockedGram(design.x, 1 / n));
  const featuresBack = transposed(features.vectors.values, p);
  const all = store.list();
  for (let j = 0; j < p; j++) all.add(j);
  const curvatures = Array.from({ length: blocks * blocks }, () => new Float64Array(n));
  const scores = Array.from({ length: blocks }, () => new Float64Array(n));
  const curved = new Float64Array(n);
  const members = Array.from({ length: size }, (_, at) => at).filter((at) => at < weights ? maxAbs(design.columns[at % p]!) > 0 : intercept);

  /** out = (curvature + l2·I)·v; intercepts are not penalised. */
  function times(v: Float64Array, l2: number, out: Float64Array): void {
    for (let k = 0; k < blocks; k++) {
      scores[k]!.fill(intercept ? v[weights + k]! : 0);
      all.addTo(scores[k]!, v.subarray(k * p, (k + 1) * p));
    }
    for (let k = 0; k < blocks; k++) {
      curved.fill(0);
      for (let l = 0; l < blocks; l++) {
        const rowWeights = curvatures[k * blocks + l]!;
        const other = scores[l]!;
        for (let i = 0; i < n; i++) curved[i]! += rowWeights[i]! * other[i]!;
      }
      all.products(curved, { out: out.subarray(k * p, (k + 1) * p) });
      out[weights + k] = intercept ? sum(curved) : 0;
    }
    for (let at = 0; at < size; at++) out[at] = out[at]! / n + (at < weights ? l2 * v[at]! : 0);
  }

  /** Takes the curvature at the state, and gives its approximate inverse. */
  function curve(l2: number): (v: Float64Array) => Float64Array {
    const mean = new Float64Array(blocks * blocks);
    for (let k = 0; k < blocks; k++) {
      for (let l = 0; l <= k; l++) {
        const own = curvatures[k * blocks + l]!;
        loss.curvature(state.point.residuals, k, l, own);
        curvatures[l * blocks + k] = own;
        mean[k * blocks + l] = mean[l * blocks + k] = sum(own) / n;
      }
    }
    const classes = symmetricEigen({ values: mean, rows: blocks, columns: blocks });
    const least = 1e-6 * Math.max(maxAbs(classes.values), Number.MIN_VALUE);
    const [forth, back] = [classes.vectors.values, transposed(classes.vectors.values, blocks)];
    return (v) => {
      const out = new Float64Array(size);
      const turned = across(within(v, features.vectors.values, p, blocks), forth, p, blocks);
      for (let k = 0; k < blocks; k++) {
        for (let j = 0; j < p; j++) turned[k * p + j]! /= Math.max(0, classes.values[k]!) * Math.max(0, features.values[j]!) + l2;
      }
      out.set(within(across(turned, back, p, blocks), featuresBack, p, blocks));
      for (let k = 0; k < blocks; k++) out[weights + k] = v[weights + k]! / Math.max(least, mean[k * blocks + k]!);
      return out;
    };
  }

  /** d with (curvature + l2·I)·d ≈ slope. */
  function newtonStep(slope: Float64Array, l2: number): Float64Array {
    const precondition = curve(l2);
    const step = new Float64Array(size);
    const rest = slope.slice();
    const product = new Float64Array(size);
    let ahead = precondition(rest);
    const direction = ahead.slice();
    let energy = dot(rest, ahead);
    const first = Math.sqrt(energy);
    const wanted = energy * Math.min(loosest, Math.sqrt(first)) ** 2;
    for (let round = 0; round < mostRounds && energy > wanted; round++) {
      times(direction, l2, product);
      const bend = dot(direction, product);
      if (!(bend > 0)) break;
      addScaled(step, energy / bend, direction);
      addScaled(rest, -energy / bend, product);
      ahead = precondition(rest);
      const next = dot(rest, ahead);
      for (let at = 0; at < size; at++) direction[at] = ahead[at]! + (next / energy) * direction[at]!;
      energy = next;
    }
    return step;
  }

  return ({ l2 }, { tolerance }) => {
    const goal = tolerance * loss.scale;
    const slope = new Float64Array(size);
    let lastStep: Float64Array = new Float64Array(size);
    let idle = 0;
    for (let steps = 0; ; steps++) {
      const { dualityGap } = dualGap(problem, state, { l1: 0, l2 });
      if (dualityGap <= goal || steps === mostSteps || idle === mostIdle) return { dualityGap, steps, lastStep };
      gradientOf(problem, state.point.residuals, slope);
      for (let at = 0; at < weights; at++) slope[at]! -= l2 * state.values[at]!;
      if (intercept) slope.set(meanResiduals(loss, state.point.residuals), weights);
      const change = newtonStep(slope, l2);
      lastStep = change;
      const promised = dot(slope, change) / 2;
      const moved = move({ members, target: state.values.map((value, at) => value + change[at]!), change, promised }, { l1: 0, l2 });
      idle = moved === "none" ? idle + 1 : 0;
    }
  };
}

/** Qᵀ (p×p, columns of Q one after another) applied to each of the blocks of p numbers. */
function within(v: Float64Array, q: Float64Array, p: number, blocks: number): Float64Array {
  const out = new Float64Array(p * blocks);
  for (let start = 0; start < out.length; start += p) {
    for (let m = 0; m < p; m++) {
      let sum = 0;
      for (let j = 0; j < p; j++) sum += q[m * p + j]! * v[start + j]!;
      out[start + m] = sum;
    }
  }
  return out;
}

/** Qᵀ (blocks×blocks) applied to what stands at the same place of each block. */
function across(v: Float64Array, q: Float64Array, p: number, blocks: number): Float64Array {
  const out = new Float64Array(p * blocks);
  for (let m = 0; m < blocks; m++) {
    for (let k = 0; k < blocks; k++) {
      const share = q[m * blocks + k]!;
      for (let j = 0; j < p; j++) out[m * p + j]! += share * v[k * p + j]!;
    }
  }
  return out;
}

function transposed(q: Float64Array, size: number): Float64Array {
  return q.map((_, at) => q[(at % size) * size + Math.floor(at / size)]!);
}
