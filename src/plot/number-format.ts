/** `value` to so many significant digits, as a number. */
export function roundSignificant(value: number, digits = 3): number {
  return Number.isFinite(value) ? Number(value.toPrecision(digits)) : value;
}

/**
 * A number as people write it: at most `digits` significant ones, one fewer below 0.1, no trailing zeros, a real minus sign,
 * powers of ten only where the plain form would be long. Only an exact zero reads "0".
 */
export function formatNumber(value: number, digits = 3): string {
  if (value === 0) return "0";
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  const rounded = roundSignificant(size, size < 0.0995 ? Math.max(1, digits - 1) : digits);
  const sign = value < 0 ? "−" : "";
  if (rounded >= 1e6 || rounded < 1e-4) {
    const [mantissa = "", exponent = ""] = rounded.toExponential().split("e");
    return `${sign}${mantissa}e${exponent.replace("+", "").replace("-", "−")}`;
  }
  return sign + String(rounded);
}
