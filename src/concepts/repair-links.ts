import { noteLinks, type NoteLink } from "./note-links";

/** How the host writes links to the note that is meant. */
export interface NewLink {
  /** A whole link in the form that the user's settings ask for. */
  readonly generate: (subpath: string, shown: string) => string;
  /** The shortest text that leads to the note, without ".md". */
  readonly linktext: string;
}

/**
 * A note with its broken links led to notes that exist. `newLinkFor` gives null for links that are to stay. What a reader sees stays as it
 * is, headings and block ids are kept; a Markdown link stays one, because its words may hold what a wikilink cannot.
 */
export function repairLinks(note: string, newLinkFor: (link: NoteLink) => NewLink | null): { readonly text: string; readonly repaired: number } {
  let text = "";
  let at = 0;
  let repaired = 0;
  for (const link of noteLinks(note)) {
    const newLink = link.from < at ? null : newLinkFor(link);
    const written = newLink === null ? null : write(link, newLink);
    if (written === null) continue;
    text += note.slice(at, link.from) + written;
    at = link.to;
    repaired += 1;
  }
  return { text: text + note.slice(at), repaired };
}

function write(link: NoteLink, newLink: NewLink): string | null {
  if (/[#^|[\]\n]/.test(newLink.linktext)) return null;
  const mark = link.isEmbed ? "!" : "";
  if (link.form === "markdown") return `${mark}[${link.shown ?? ""}](${address(newLink.linktext + endingOf(link) + link.subpath)})`;
  const shown = link.shown ?? shownByDefault(link.linktext);
  if (link.place === "properties") return inProperties(link, newLink, shown);
  if (link.isEmbed) return mark + plain(newLink.generate(link.subpath, link.shown ?? ""), link);
  // Words with brackets of their own could end a Markdown link too early.
  const isSafe = !/[[\]\\]/.test(shown);
  return plain(isSafe ? newLink.generate(link.subpath, shown) : `[[${newLink.linktext}${link.subpath}|${shown}]]`, link);
}

/** Host-written, but a mark for embedding is added here alone; in a table its bar has to be escaped. */
function plain(written: string, { place }: NoteLink): string {
  const bare = written.replace(/^!/, "");
  return place === "table" ? bare.replace(/\\?\|/g, "\\|") : bare;
}

/** A quote or a backslash would end the quoted text or change it. */
function inProperties(link: NoteLink, { linktext }: NewLink, shown: string): string | null {
  if (/["'\\]/.test(linktext)) return null;
  const target = linktext + link.subpath;
  return `${link.isEmbed ? "!" : ""}[[${target}${shown === target ? "" : `|${shown}`}]]`;
}

/** What the app shows for a link without words of its own. */
function shownByDefault(linktext: string): string {
  return linktext.replace(/(.)#/g, "$1 > ");
}

function endingOf({ linktext, subpath }: NoteLink): string {
  return /\.md$/i.test(linktext.slice(0, linktext.length - subpath.length)) ? ".md" : "";
}

function address(path: string): string {
  return encodeURI(path).replace(/[()?]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
