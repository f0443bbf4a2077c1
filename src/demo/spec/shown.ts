/**
 * A value of the fence as it may stand in a message: on one line, without backticks or characters that turn text around, and no
 * longer than `longest` letters, which is more than every name and number that is expected anywhere.
 */
export function shown(value: unknown, longest = 40): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : "[…]";
  if (typeof value === "object" && value !== null) return "{…}";
  const plain = String(value)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/\p{Cf}/gu, "")
    .replace(/`/g, "'")
    .trim();
  const letters = [...plain];
  return letters.length > longest ? `${letters.slice(0, longest).join("")}…` : plain;
}

/** Names for a message: as many as a reader takes in, then a mark that there are more. */
export function shownNames(names: readonly string[]): string[] {
  return names.length <= 16 ? names.map((name) => shown(name)) : [...names.slice(0, 16).map((name) => shown(name)), "…"];
}
