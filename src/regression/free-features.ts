import { removeRow } from "../math/cholesky";
import { type Kernels, strideOf } from "../math/kernels/kernels";
import type { Moments } from "./least-squares";

/** A new feature must keep this share of its length beside the others; below, products lose digits. */
const leastPivot = 1e-6;

/** The solutions between two events: w_A = u − λv, with gradients c − G_{·A}u + λ·G_{·A}v. */
export interface Line {
  /** k (or more, which do not count): G_AA⁻¹c_A and G_AA⁻¹s. */
  readonly u: Float64Array;
  readonly v: Float64Array;
  /** p (or more): G_{·A}u and G_{·A}v. */
  readonly fitted: Float64Array;
  readonly slopes: Float64Array;
}

/** The features whose weights are free, k of them, for a walk along a lasso path: in the kernels' arena, so only as long as it is held. */
export interface FreeFeatures {
  size(): number;
  /** p: indices of the features, and their signs, in the order of the factor's rows; the first k count. */
  readonly active: Int32Array;
  readonly signs: Float64Array;
  /** p: the place of a feature in `active`, or −1. */
  readonly place: Int32Array;
  /** False, and no change, where the feature is nearly a combination of the others. O(k² + p). */
  enter(feature: number, sign: number): boolean;
  leave(feature: number): void;
  /** Overwritten by the next call. O(k² + pk). */
  line(): Line;
}

export function freeFeatures(kernels: Kernels, { gram, correlations }: Moments): FreeFeatures {
  const { arena } = kernels;
  const p = correlations.length;
  const stride = strideOf(p);
  const reserve = (length: number) => arena.reserve(8 * length);
  const [lowerAt, panelAt] = [reserve((p * (p + 1)) / 2), reserve(stride * p)];
  // What comes of a forward substitution of c_A and of s stays while features are added at the end.
  const [forwardCAt, forwardSAt, uAt, vAt, fittedAt, slopesAt] = [reserve(p), reserve(p), reserve(p), reserve(p), reserve(stride), reserve(stride)];
  const [signsAt, activeAt, placeAt] = [reserve(p), reserve(p), reserve(p)];
  const lower = arena.float64(lowerAt, (p * (p + 1)) / 2);
  const panel = arena.float64(panelAt, stride * p);
  const [forwardC, forwardS, u, v] = [arena.float64(forwardCAt, p), arena.float64(forwardSAt, p), arena.float64(uAt, p), arena.float64(vAt, p)];
  const [fitted, slopes] = [arena.float64(fittedAt, stride), arena.float64(slopesAt, stride)];
  const [active, signs] = [arena.int32(activeAt, p), arena.float64(signsAt, p)];
  const place = arena.int32(placeAt, p).fill(-1);
  const line = { u, v, fitted, slopes };
  let k = 0;

  /** One more row of both forward substitutions. */
  function substitute(i: number): void {
    const row = lowerAt + 4 * i * (i + 1);
    const pivot = lower[(i * (i + 3)) / 2]!;
    forwardC[i] = (correlations[active[i]!]! - kernels.dot(row, forwardCAt, i)) / pivot;
    forwardS[i] = (signs[i]! - kernels.dot(row, forwardSAt, i)) / pivot;
  }

  return {
    size: () => k,
    active,
    signs,
    place,
    enter(feature, sign) {
      const { values } = gram;
      const column = feature * p;
      const start = (k * (k + 1)) / 2;
      for (let i = 0; i < k; i++) lower[start + i] = values[column + active[i]!]!;
      const row = lowerAt + 8 * start;
      kernels.solveLower(lowerAt, k, row);
      const diagonal = values[column + feature]!;
      const pivot = diagonal - kernels.dot(row, row, k);
      if (!(pivot > leastPivot * diagonal)) return false;
      lower[start + k] = Math.sqrt(pivot);
      for (let j = 0; j < stride; j++) panel[k * stride + j] = j < p ? values[column + j]! : 0;
      active[k] = feature;
      signs[k] = sign;
      place[feature] = k;
      substitute(k++);
      return true;
    },
    leave(feature) {
      const at = place[feature]!;
      removeRow({ size: k, lower }, at);
      panel.copyWithin(at * stride, (at + 1) * stride, k * stride);
      active.copyWithin(at, at + 1, k);
      signs.copyWithin(at, at + 1, k);
      place[feature] = -1;
      k--;
      for (let i = at; i < k; i++) {
        place[active[i]!] = i;
        substitute(i);
      }
    },
    line() {
      for (let i = 0; i < k; i++) {
        u[i] = forwardC[i]!;
        v[i] = forwardS[i]!;
      }
      kernels.solveUpper(lowerAt, k, uAt);
      kernels.solveUpper(lowerAt, k, vAt);
      for (let i = 0; i < stride; i++) fitted[i] = slopes[i] = 0;
      kernels.times(panelAt, stride, k, uAt, fittedAt);
      kernels.times(panelAt, stride, k, vAt, slopesAt);
      return line;
    },
  };
}
