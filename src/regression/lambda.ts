/** @throws RangeError where λ is negative or not a number; the message starts with `name`. */
export function checkLambda(lambda: number, name = "lambda"): void {
  if (!(lambda >= 0)) throw new RangeError(`${name}: ${lambda} is not a number ≥ 0`);
}
