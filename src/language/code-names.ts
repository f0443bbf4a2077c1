/** A name as it is typed, marked as code. */
export function code(name: string | number): string {
  return `\`${name}\``;
}

/** Names as they are typed, in a row; the mark for "and more" stays bare. */
export function codes(names: readonly string[]): string {
  return names.map((name) => (name === "…" ? name : code(name))).join(", ");
}

/** Sentences after one another; empty ones leave no gap. */
export function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

/** A count as it is read: 1,000,000. */
export function grouped(count: number): string {
  return count < 10_000 ? String(count) : count.toLocaleString("en");
}
