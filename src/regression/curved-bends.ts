import { inverseDiagonal } from "../math/cholesky";
import type { Matrix } from "../math/matrix";
import { column, principalSubmatrix, transposeTimes } from "../math/products";
import { eigenvalueRounding, symmetricEigen } from "../math/symmetric-eigen";
import { dot } from "../math/vector";
import { type ActiveSet, activeProduct, placed } from "./active-set";
import type { StretchProblem } from "./homotopy";

/** Bounds on second derivatives by λ that hold while λ falls by a share of itself. */
export interface Bends {
  /** The longest such step, as a share of λ. */
  readonly longest: number;
  /** k, of the active weights. */
  readonly weights: Float64Array;
  /** j ↦ bound for the gradient of an idle feature. */
  readonly gradient: (j: number) => number;
}

/** What is known at λ. */
export interface Acceleration {
  readonly lambda: number;
  /** The features that are independent there: all of the stretch, or nearly all. */
  readonly shifted: ActiveSet;
  /** Of these: w′ and w″. */
  readonly velocity: Float64Array;
  readonly acceleration: Float64Array;
}

/** The longest step otherwise; see below for what it does to the curvature. */
const longestStep = 1 / 4;
/** The diagonal of M⁻¹ is computed anew after a step further than this. */
const nearby = 0.9;
/** Eigenvectors cost as much as so many steps, and most stretches end sooner. */
const usualPatience = 10;
/** Rounding may move eigenvalues by so much of κλ: parts grow by (1 + 1/10)³ more, which `safety` covers. */
const mostMoved = 0.1;
const safety = 1.5;

/**
 * With M = G_AA + κλI, κ = 1−ρ: w = M⁻¹(c − λρs), w′ = −M⁻¹(ρs + κw), w″ = −2κM⁻¹w′. In the eigenvectors of G_AA, w″ has
 * components e/(d + κλ)³ with constant e and d ≥ 0: each is largest at the end of a step and known there. What they add up to, sign by
 * sign, bounds any weight and gradient. On the first `patience` steps of a stretch, and where rounding hides the eigenvalues (units far
 * apart, λ near 0), norms take their place, which are found sooner and allow shorter steps.
 */
export function createBends(problem: StretchProblem, patience = usualPatience): (at: Acceleration) => Bends {
  const { set, l1Ratio } = problem;
  const byNorms = createNorms(problem);
  let parts: Parts | undefined;
  let asked = 0;
  return (at) => {
    if (++asked <= patience || at.shifted.indices.length < set.indices.length) return byNorms(at);
    parts ??= partsOf(problem);
    const ridge = (1 - l1Ratio) * at.lambda;
    return parts.moved <= mostMoved * ridge ? byParts(parts, ridge, at.acceleration) : byNorms(at);
  };
}

/** The eigenvectors of G_AA. */
interface Parts {
  /** k eigenvalues, ascending, none above the exact one. */
  readonly values: Float64Array;
  readonly vectors: Matrix;
  /** k for each feature: (G_{·A}·v)_j. */
  readonly images: Float64Array;
  /** How far rounding moves the eigenvalues. */
  readonly moved: number;
}

function partsOf({ moments: { gram }, set: { indices } }: StretchProblem): Parts {
  const { values, vectors } = symmetricEigen(principalSubmatrix(gram, indices));
  const k = indices.length;
  const moved = eigenvalueRounding(values);
  const images = new Float64Array(k * gram.rows);
  for (let j = 0; j < gram.rows; j++) {
    const products = Float64Array.from(indices, (index) => gram.values[j * gram.rows + index]!);
    images.set(transposeTimes(vectors, products), j * k);
  }
  return { values: values.map((value) => Math.max(0, value - moved)), vectors, images, moved };
}

function byParts({ values, vectors, images }: Parts, ridge: number, acceleration: Float64Array): Bends {
  const k = values.length;
  // Where no eigenvalue is below κλ, no part grows by more than 2³ on the whole way down.
  const longest = values[0]! >= ridge ? 1 : longestStep;
  const low = (1 - longest) * ridge;
  /** What rounding may have turned into a component. */
  const lost = 4 * k * Number.EPSILON * Math.sqrt(dot(acceleration, acceleration));
  const sizes = values.map((value, m) => safety * ((value + ridge) / (value + low)) ** 3 * (Math.abs(dot(column(vectors, m), acceleration)) + lost));
  const weights = new Float64Array(k);
  sizes.forEach((size, m) => {
    const vector = column(vectors, m);
    for (let i = 0; i < k; i++) weights[i]! += Math.abs(vector[i]!) * size;
  });
  return {
    longest,
    weights,
    gradient(j) {
      let sum = 0;
      for (let m = 0; m < k; m++) sum += Math.abs(images[j * k + m]!) * sizes[m]!;
      return sum;
    },
  };
}

/**
 * Over a step down to (1 − ¼)λ no component of w″ grows by more than (4/3)³, and neither do norms of it:
 * - |wᵢ″| ≤ √((M⁻¹)ᵢᵢ · 4κ²w′ᵀM⁻¹w′), which scales with the units of feature i as ‖w″‖ would not;
 * - |(G_jA·w″)| ≤ √(G_jj · w″ᵀG_AA·w″).
 */
function createNorms({ moments: { gram }, l1Ratio, set }: StretchProblem): (at: Acceleration) => Bends {
  const growth = (1 - longestStep) ** -3;
  /** The diagonal of M⁻¹ at this or an earlier, larger λ: it grows no faster than 1/λ. */
  let reach: { readonly lambda: number; readonly inverse: Float64Array } | undefined;
  return ({ lambda, shifted, velocity, acceleration }) => {
    const product = activeProduct(shifted, acceleration);
    const squared = acceleration.reduce((sum, value, i) => sum + value * product(shifted.indices[i]!), 0);
    const energy = Math.max(0, -2 * (1 - l1Ratio) * dot(velocity, acceleration));
    if (!(reach && reach.lambda * nearby < lambda)) reach = { lambda, inverse: placed(set, shifted, inverseDiagonal(shifted.factor)) };
    const scale = (reach.lambda / lambda) * energy;
    const gradientBend = growth * Math.sqrt(Math.max(0, squared));
    return {
      longest: longestStep,
      weights: reach.inverse.map((value) => growth * Math.sqrt(value * scale)),
      gradient: (j) => Math.sqrt(gram.values[j * gram.rows + j]!) * gradientBend,
    };
  };
}
