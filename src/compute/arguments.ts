/**
 * What programs hand in, before it is computed with: the kinds of the arguments, which types do not guard in plain JavaScript. Their
 * values are checked by the computation itself.
 */
export function checkRequest(request: unknown): void {
  const given = objectNamed("problem", request);
  checkMatrix(given.x);
  checkList("y", given.y);
  for (const name of ["l1Ratio", "tolerance", "count", "minRatio", "seed"]) optional(given, name, "number");
  for (const name of ["standardize", "intercept"]) optional(given, name, "boolean");
  if (given.lambdas !== undefined) checkNumbers("lambdas", checkList("lambdas", given.lambdas));
  if (given.folds !== undefined && typeof given.folds !== "number") checkNumbers("folds", checkList("folds", given.folds));
}

/** λ is not optional where one fit is asked for. */
export function checkLambdaGiven(request: { readonly lambda?: unknown }): void {
  if (typeof request.lambda !== "number") throw new TypeError(`lambda: ${nameOf(request.lambda)} is not a number`);
}

export function checkText(name: string, value: unknown): asserts value is string {
  if (typeof value !== "string") throw new TypeError(`${name}: ${nameOf(value)} is not a text`);
}

export function objectNamed(name: string, value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || isList(value)) throw new TypeError(`${name}: ${nameOf(value)} is not an object`);
  return value as Record<string, unknown>;
}

function checkMatrix(x: unknown): void {
  if (isList(x)) {
    for (let i = 0; i < x.length; i++) if (!isList(x[i])) throw new TypeError(`x: row ${i} is not a list of numbers`);
    return;
  }
  if (typeof x !== "object" || x === null) throw new TypeError(`x: ${nameOf(x)} is not a list of rows, nor { values, rows, columns }`);
  const { rows, columns, values } = x as Record<string, unknown>;
  if (!(values instanceof Float64Array)) throw new TypeError("x: the values are not a Float64Array");
  for (const [name, count] of Object.entries({ rows, columns })) {
    if (!(Number.isInteger(count) && (count as number) >= 0)) throw new TypeError(`x: ${name} is not a whole number`);
  }
}

function checkList(name: string, value: unknown): ArrayLike<unknown> {
  if (!isList(value)) throw new TypeError(`${name}: ${nameOf(value)} is not a list of numbers`);
  return value;
}

function checkNumbers(name: string, list: ArrayLike<unknown>): void {
  for (let i = 0; i < list.length; i++) if (typeof list[i] !== "number") throw new TypeError(`${name}: ${nameOf(list[i])} at ${i} is not a number`);
}

function optional(given: Record<string, unknown>, name: string, kind: "number" | "boolean"): void {
  const value = given[name];
  if (value !== undefined && typeof value !== kind) throw new TypeError(`${name}: ${nameOf(value)} is not a ${kind}`);
}

/** Arrays and typed arrays, also those of another window. */
function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}

function nameOf(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (value === null || value === undefined || typeof value === "number" || typeof value === "boolean") return String(value);
  return `this ${typeof value}`;
}
