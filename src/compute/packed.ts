import { type Certified, certifier } from "../regression/certifier";
import { type Fit, fitFrom, type FitSource } from "../regression/fit";
import { checkFiniteLambda } from "../regression/lambda";
import type { CheckedProblem } from "../regression/problem";
import { type FittedPath, hasMoments, solverOf } from "../regression/regression";
import type { Solver } from "../regression/solver";

/** Fits as a few buffers, which go from thread to thread without being copied. */
export interface PackedFits {
  /** L. */
  readonly lambdas: Float64Array;
  /** L × (k·)p, fit after fit. */
  readonly standardized: Float64Array;
  readonly coefficients: Float64Array;
  /** L × k. */
  readonly intercepts: Float64Array;
  /** L, or empty where they are not worth their time yet. */
  readonly objectives: Float64Array;
  readonly gaps: Float64Array;
  /** 1 where classes are told apart by a hyperplane. */
  readonly separable: Uint8Array;
  /** Numbers per fit in `intercepts` where they are a list, 0 where there is one number. */
  readonly blocks: number;
}

export interface PackedPath extends PackedFits {
  readonly lambdaMax: number;
}

/** Without `certified` nobody has asked for objectives and gaps. */
export function packFits(fits: readonly Fit[], { certified }: { certified: boolean }): PackedFits {
  const first = fits[0]!;
  const blocks = typeof first.intercept === "number" ? 0 : first.intercept.length;
  const joined = (valueOf: (fit: Fit) => Float64Array) => {
    const width = valueOf(first).length;
    const all = new Float64Array(fits.length * width);
    fits.forEach((fit, l) => all.set(valueOf(fit), l * width));
    return all;
  };
  return {
    lambdas: Float64Array.from(fits, ({ lambda }) => lambda),
    standardized: joined(({ standardizedCoefficients }) => standardizedCoefficients),
    coefficients: joined(({ coefficients }) => coefficients),
    intercepts: joined(({ intercept }) => (typeof intercept === "number" ? Float64Array.of(intercept) : intercept)),
    objectives: Float64Array.from(certified ? fits : [], ({ objective }) => objective),
    gaps: Float64Array.from(certified ? fits : [], ({ dualityGap }) => dualityGap),
    separable: Uint8Array.from(fits, ({ separable }) => (separable ? 1 : 0)),
    blocks,
  };
}

export function buffersOf(packed: PackedFits): ArrayBufferLike[] {
  const { lambdas, standardized, coefficients, intercepts, objectives, gaps, separable } = packed;
  return [lambdas, standardized, coefficients, intercepts, objectives, gaps, separable].map(({ buffer }) => buffer);
}

/** Values are cut out of the buffers, as copies, when they are first read. */
export function unpackFit(packed: PackedFits, l = 0, certify?: (weights: Float64Array, lambda: number) => Certified): Fit {
  const count = packed.lambdas.length;
  const part = (values: Float64Array) => values.slice((l * values.length) / count, ((l + 1) * values.length) / count);
  const source: FitSource = {
    weights: () => part(packed.standardized),
    coefficients: () => part(packed.coefficients),
    intercept: () => (packed.blocks === 0 ? packed.intercepts[l]! : part(packed.intercepts)),
    certify: certify ?? (() => ({ objective: packed.objectives[l]!, dualityGap: packed.gaps[l]! })),
  };
  return fitFrom(source, packed.lambdas[l]!, { separable: packed.separable[l] === 1 });
}

/** The path that was packed; what is asked beside its λ is solved for here, from `problem`, which is prepared at the first such question. */
export function unpackPath(packed: PackedPath, problem: CheckedProblem): FittedPath {
  const { lambdas, lambdaMax } = packed;
  const certify = packed.objectives.length === 0 ? certifier(problem) : undefined;
  const fits = Array.from(lambdas, (_, l) => unpackFit(packed, l, certify));
  const solver = once<Solver>(() => solverOf(problem));
  return {
    lambdas,
    fits,
    lambdaMax,
    at(lambda) {
      checkFiniteLambda(lambda);
      return fits[lambdas.indexOf(lambda)] ?? solver().solve(lambda);
    },
    ...(hasMoments(problem) && { coefficientsAt: (lambda: number, out?: Float64Array) => solver().coefficientsAt!(lambda, out) }),
  };
}

function once<T>(compute: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}
