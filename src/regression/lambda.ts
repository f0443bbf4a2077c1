/** @throws RangeError where λ is negative or not a number; the message starts with `name`. */
export function checkLambda(lambda: number, name = "lambda"): void {
  if (!(lambda >= 0)) throw new RangeError(`${name}: ${lambda} is not a number ≥ 0`);
}

/** @throws RangeError also where λ is infinite: then there is no objective. */
export function checkFiniteLambda(lambda: number, name = "lambda"): void {
  if (!(lambda >= 0 && lambda < Infinity)) throw new RangeError(`${name}: ${lambda} is not a finite number ≥ 0`);
}
