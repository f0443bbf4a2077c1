export type Properties = Readonly<Record<string, string | readonly string[]>>;

/**
 * Splits a note into its properties and its body. Reads the part of YAML that notes use at their top: `key: text`, `key: [a, b]`
 * and lists of `- text`. A note without properties has none.
 */
export function splitFrontmatter(text: string): { properties: Properties; body: string } {
  const end = frontmatterEnd(text);
  return end === 0 ? { properties: {}, body: text } : { properties: readProperties(text.slice(0, end)), body: text.slice(end) };
}

/** Length of the properties at the top of a note with both their fences, 0 where there are none. */
export function frontmatterEnd(text: string): number {
  if (!/^---[ \t]*\r?\n/.test(text)) return 0;
  const closing = /\n---[ \t]*(?:\r?\n|$)/g;
  closing.lastIndex = 3;
  const match = closing.exec(text);
  return match === null ? 0 : match.index + match[0].length;
}

function readProperties(yaml: string): Properties {
  const properties: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  let list: string[] = [];
  for (const line of yaml.split(/\r?\n/)) {
    const item = /^\s*-\s+(.*)$/.exec(line);
    if (item !== null) {
      list.push(scalar(item[1] ?? ""));
      continue;
    }
    const pair = /^([\w-]+):\s*(.*)$/.exec(line);
    if (pair === null) continue;
    const [, key = "", value = ""] = pair;
    list = [];
    const inline = /^\[(.*)\]\s*$/.exec(value);
    if (inline !== null) properties[key] = inlineItems(inline[1] ?? "");
    else properties[key] = value.trim() === "" ? list : scalar(value);
  }
  return properties;
}

function inlineItems(text: string): string[] {
  const items = text.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,\s][^,]*/g) ?? [];
  return items.map(scalar).filter((item) => item !== "");
}

function scalar(text: string): string {
  const value = text.trim();
  if (/^".*"$/.test(value)) return value.slice(1, -1).replace(/\\(["\\])/g, "$1");
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  return value.replace(/\s+#.*$/, "");
}

/** A property as a list, whichever way it was written. */
export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined || value === "") return [];
  return typeof value === "string" ? [value] : value;
}
