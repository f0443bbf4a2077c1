export interface FrontMatterInfo {
  exists: boolean;
  frontmatter: string;
  /** Offsets of the YAML itself. */
  from: number;
  to: number;
  /** Offset of the first character after the closing line. */
  contentStart: number;
}

export function getFrontMatterInfo(content: string): FrontMatterInfo {
  const opening = /^---[ \t]*\r?\n/.exec(content);
  if (opening) {
    const from = opening[0].length;
    const closing = /^---[ \t]*(?:\r?\n|$)/m.exec(content.slice(from));
    if (closing) {
      const to = from + closing.index;
      return { exists: true, frontmatter: content.slice(from, to), from, to, contentStart: to + closing[0].length };
    }
  }
  return { exists: false, frontmatter: "", from: 0, to: 0, contentStart: 0 };
}

type FrontMatter = Record<string, unknown> | null | undefined;

export function parseFrontMatterEntry(frontmatter: FrontMatter, key: string | RegExp): unknown {
  if (!frontmatter) return null;
  for (const [name, value] of Object.entries(frontmatter)) {
    if (typeof key === "string" ? name.toLowerCase() === key.toLowerCase() : key.test(name)) return value;
  }
  return null;
}

/** A list, or one text split at commas. */
export function parseFrontMatterStringArray(frontmatter: FrontMatter, key: string | RegExp): string[] | null {
  const value = parseFrontMatterEntry(frontmatter, key);
  const parts = typeof value === "string" ? value.split(/[,\n]/) : Array.isArray(value) ? (value as unknown[]) : null;
  const texts = parts?.filter((part) => typeof part === "string" || typeof part === "number").map((part) => String(part).trim());
  const full = texts?.filter((text) => text !== "");
  return full?.length ? full : null;
}

export function parseFrontMatterAliases(frontmatter: FrontMatter): string[] | null {
  return parseFrontMatterStringArray(frontmatter, /^alias(es)?$/i);
}

export function parseFrontMatterTags(frontmatter: FrontMatter): string[] | null {
  const value = parseFrontMatterEntry(frontmatter, /^tags?$/i);
  const parts = typeof value === "string" ? value.split(/[,\s]+/) : Array.isArray(value) ? (value as unknown[]) : [];
  const tags = parts.filter((part) => typeof part === "string" || typeof part === "number").map((part) => String(part).trim());
  const full = tags.filter((tag) => tag !== "").map((tag) => (tag.startsWith("#") ? tag : `#${tag}`));
  return full.length ? full : null;
}
