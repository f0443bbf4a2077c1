import type { CachedMetadata, FrontmatterLinkCache, HeadingCache, SectionCache } from "obsidian";
import { type Block, fencedRanges, scanBlocks } from "./blocks";
import { getFrontMatterInfo } from "./front-matter";
import { type InlineToken, type Range, scanInline } from "./inline";
import { splitWikilink } from "./linktext";
import { listItems } from "./list-items";
import { Positions } from "./positions";
import { parseYaml } from "./yaml";

/** Formulas and comments are left to the inline scanner, which knows where in a line they end. */
const linkless = new Set(["yaml", "code", "html"]);

function merge(ranges: Range[]): Range[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

function linksInProperties(value: unknown, key: string, into: FrontmatterLinkCache[]): void {
  if (typeof value === "string") {
    const inside = /^\s*\[\[([^[\]\n]+)\]\]\s*$/.exec(value)?.[1];
    if (inside !== undefined) into.push({ key, original: value.trim(), ...splitWikilink(inside) });
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => linksInProperties(item, `${key}.${String(index)}`, into));
  }
}

function addFrontMatter(cache: CachedMetadata, note: Positions): void {
  const info = getFrontMatterInfo(note.text);
  if (!info.exists) return;
  cache.frontmatterPosition = note.span(0, note.lineEnd(note.locate(info.to).line));
  let parsed: unknown;
  try {
    parsed = parseYaml(info.frontmatter);
  } catch {
    return;
  }
  if (parsed === null || typeof parsed !== "object" || Array.isArray(parsed)) return;
  cache.frontmatter = parsed as Record<string, unknown>;
  const links: FrontmatterLinkCache[] = [];
  for (const [key, value] of Object.entries(parsed)) linksInProperties(value, key, links);
  if (links.length) cache.frontmatterLinks = links;
}

function addBlocks(cache: CachedMetadata, note: Positions, blocks: readonly Block[]): void {
  const sections: SectionCache[] = [];
  const headings: HeadingCache[] = [];
  const named: NonNullable<CachedMetadata["blocks"]> = {};
  for (const block of blocks) {
    const position = note.span(note.lineStart(block.firstLine), note.lineEnd(block.lastLine));
    const lastLine = note.line(block.lastLine);
    const alone = block.type === "paragraph" ? /^\^([A-Za-z0-9-]+)[ \t]*$/.exec(lastLine)?.[1] : undefined;
    const previous = sections[sections.length - 1];
    const id = alone ?? (block.type === "paragraph" ? /[ \t]\^([A-Za-z0-9-]+)[ \t]*$/.exec(lastLine)?.[1] : undefined);
    if (id !== undefined) named[id.toLowerCase()] = { id, position: alone !== undefined && previous ? previous.position : position };
    if (alone !== undefined && previous) previous.id = id;
    sections.push({ type: block.type, position, ...(id !== undefined && alone === undefined ? { id } : {}) });
    if (block.type === "heading") headings.push({ heading: block.heading ?? "", level: block.level ?? 1, position });
    if (block.type === "list") {
      const items = listItems(note, block);
      cache.listItems = [...(cache.listItems ?? []), ...items];
      for (const item of items) if (item.id !== undefined) named[item.id.toLowerCase()] = { id: item.id, position: item.position };
    }
  }
  if (sections.length) cache.sections = sections;
  if (headings.length) cache.headings = headings;
  if (Object.keys(named).length) cache.blocks = named;
}

function addToken(cache: CachedMetadata, note: Positions, token: InlineToken): void {
  const position = note.span(token.from, token.to);
  if (token.kind === "tag") (cache.tags ??= []).push({ tag: token.tag, position });
  else if (token.kind === "footnote") (cache.footnoteRefs ??= []).push({ id: token.id, position });
  else {
    const reference = { link: token.link, original: note.text.slice(token.from, token.to), displayText: token.displayText, position };
    if (token.kind === "embed") (cache.embeds ??= []).push(reference);
    else (cache.links ??= []).push(reference);
  }
}

/** What Obsidian's metadata cache keeps of a note. Links in code, formulas, comments and HTML blocks are none. */
export function parseNote(text: string): CachedMetadata {
  const note = new Positions(text);
  const cache: CachedMetadata = {};
  const blocks = scanBlocks(note);
  addFrontMatter(cache, note);
  addBlocks(cache, note, blocks);
  const bodyLine = blocks[0]?.type === "yaml" ? blocks[0].lastLine + 1 : 0;
  const skipped = blocks
    .filter((block) => linkless.has(block.type))
    .map((block): Range => [note.lineStart(block.firstLine), note.lineEnd(block.lastLine)]);
  for (const token of scanInline(text, merge([...skipped, ...fencedRanges(note, bodyLine)]))) addToken(cache, note, token);
  return cache;
}
