/** Looks along the λ axis, in its logarithm, before bisecting: a share of the penalty need not fall everywhere. */
const looks = 48;
/** Halvings; more than the digits that λ is rounded to. */
const halvings = 24;

export interface LambdaForShareOptions {
  /** The pair's share of the penalty at a λ. */
  readonly shareAt: (lambda: number) => number;
  readonly wanted: number;
  readonly range: { readonly min: number; readonly max: number };
  /** Of several λ with the wanted share, the one nearest to this is meant. */
  readonly near: number;
}

/** The λ at which a pair's share of the penalty is `wanted`: the inverse of what the ball shows. 0 or the largest λ where it never is. */
export function lambdaForShare({ shareAt, wanted, range: { min, max }, near }: LambdaForShareOptions): number {
  const at = (step: number) => (step < 0 ? 0 : min * (max / min) ** (step / looks));
  const distance = (lambda: number) => Math.abs(Math.log(Math.max(lambda, min) / Math.max(near, min)));
  let best: number | null = null;
  let upper = shareAt(0) - wanted;
  for (let step = 0; step <= looks; step += 1) {
    const lower = shareAt(at(step)) - wanted;
    if (upper > 0 !== lower > 0) {
      const crossing = bisect(shareAt, wanted, [at(step - 1), at(step)]);
      if (best === null || distance(crossing) < distance(best)) best = crossing;
    }
    upper = lower;
  }
  if (best !== null) return best;
  // Never crossed: larger than at λ = 0, or smaller than the largest λ leaves.
  return upper > 0 ? max : 0;
}

function bisect(shareAt: (lambda: number) => number, wanted: number, [from, to]: readonly [number, number]): number {
  let [low, high] = [from, to];
  const rising = shareAt(high) > wanted;
  for (let i = 0; i < halvings; i += 1) {
    const middle = low > 0 ? Math.sqrt(low * high) : (low + high) / 2;
    if (shareAt(middle) > wanted === rising) high = middle;
    else low = middle;
  }
  return low > 0 ? Math.sqrt(low * high) : (low + high) / 2;
}
