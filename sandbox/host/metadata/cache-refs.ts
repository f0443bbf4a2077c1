import type { CachedMetadata, FootnoteSubpathResult, BlockSubpathResult, HeadingSubpathResult, Reference, ReferenceCache } from "obsidian";
import { parseFrontMatterTags } from "./front-matter";
import { stripHeading } from "./linktext";

export function getAllTags(cache: CachedMetadata): string[] | null {
  const tags = [...(parseFrontMatterTags(cache.frontmatter) ?? []), ...(cache.tags ?? []).map((tag) => tag.tag)];
  return tags.length ? tags : null;
}

export function iterateRefs(refs: readonly Reference[], callback: (ref: Reference) => boolean | void): boolean {
  return refs.some((ref) => callback(ref) === true);
}

export function iterateCacheRefs(cache: CachedMetadata, callback: (ref: ReferenceCache) => boolean | void): boolean {
  return [...(cache.links ?? []), ...(cache.embeds ?? [])].some((ref) => callback(ref) === true);
}

type SubpathResult = HeadingSubpathResult | BlockSubpathResult | FootnoteSubpathResult;

/** `#Heading`, `#Heading#Subheading`, `#^block`. */
export function resolveSubpath(cache: CachedMetadata, subpath: string): SubpathResult | null {
  const parts = subpath.split("#").filter((part) => part !== "");
  const last = parts[parts.length - 1];
  if (last === undefined) return null;
  if (last.startsWith("^")) {
    const block = cache.blocks?.[last.slice(1).toLowerCase()];
    return block ? ({ type: "block", block, start: block.position.start, end: block.position.end } as BlockSubpathResult) : null;
  }
  const headings = cache.headings ?? [];
  let from = 0;
  for (const part of parts) {
    const wanted = stripHeading(part).toLowerCase();
    const index = headings.findIndex((heading, at) => at >= from && stripHeading(heading.heading).toLowerCase() === wanted);
    if (index < 0) return null;
    from = index + 1;
  }
  const current = headings[from - 1];
  if (!current) return null;
  const next = headings.slice(from).find((heading) => heading.level <= current.level);
  return { type: "heading", current, next, start: current.position.start, end: next?.position.start ?? null } as HeadingSubpathResult;
}
