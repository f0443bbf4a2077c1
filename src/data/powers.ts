import type { Column } from "./table";

/**
 * The columns x, x², …, xᵈ of one column, for polynomials. Beyond [−1, 1] high powers outgrow the others by orders of magnitude and
 * digits are lost: bring x there first.
 * @throws RangeError for a degree that is not a whole number from 1.
 */
export function powersOf({ name, values }: Column, degree: number): Column[] {
  if (!Number.isInteger(degree) || degree < 1) throw new RangeError(`degree: ${degree} is not a whole number from 1`);
  return Array.from({ length: degree }, (_, k) => ({ name: `${name}${superscript(k + 1)}`, values: values.map((value) => value ** (k + 1)) }));
}

function superscript(exponent: number): string {
  return exponent === 1 ? "" : [...String(exponent)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? "").join("");
}
