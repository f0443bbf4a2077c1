import { frontmatterEnd } from "./frontmatter";
import { maskedNote } from "./masked-note";
import { isDelimiterRow } from "./table-cells";

/** A link that may be edited, and where it stands: its whole text, brackets included. */
export interface NoteLink {
  readonly form: "wikilink" | "markdown";
  /** Properties hold wikilinks inside quotes; in a table a bar has to be escaped. */
  readonly place: "body" | "table" | "properties";
  /** What it points to, as written, decoded where it was an address. */
  readonly linktext: string;
  /** From "#" on; "" where it points to a whole note. */
  readonly subpath: string;
  /** The words that stand for it; null where there are none of their own. */
  readonly shown: string | null;
  readonly isEmbed: boolean;
  readonly from: number;
  readonly to: number;
}

const wikilink = /(!?)\[\[([^[\]|\n\\]+?)(?:(\\?)\|([^\]\n]*))?\]\]/g;
const markdownLink = /(!?)\[((?:[^[\]\n\\]|\\.)*)\]\((<[^<>\n]+>|[^()\s<>]+)\)/g;
const quoted = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'/g;

/** The links of a note in order. Code, comments and formulas hold none; in properties only what is in quotes is a link. */
export function noteLinks(note: string): NoteLink[] {
  const end = frontmatterEnd(note);
  const masked = maskedNote(note);
  const inProperties = [...note.slice(0, end).matchAll(quoted)].flatMap((match) => wikilinks(match[0], match.index, () => "properties"));
  const place = (at: number): NoteLink["place"] => (isInTable(masked, at) ? "table" : "body");
  const inBody = [...wikilinks(masked, 0, place), ...markdownLinks(masked, place)].map((link) => ({ ...link, shown: wordsOf(note, link) }));
  return [...inProperties, ...inBody].sort((one, other) => one.from - other.from);
}

/** The words of a link as the note has them: a formula or code among them is blanked where links are looked for. */
function wordsOf(note: string, { form, isEmbed, shown, from, to }: NoteLink): string | null {
  if (shown === null) return null;
  const whole = note.slice(from, to);
  if (form === "wikilink") return whole.slice(whole.indexOf("|") + 1, -2).trim();
  const start = isEmbed ? 2 : 1;
  return whole.slice(start, start + shown.length);
}

function wikilinks(text: string, offset: number, place: (at: number) => NoteLink["place"]): NoteLink[] {
  return [...text.matchAll(wikilink)].flatMap((match): NoteLink[] => {
    const [whole, mark = "", target = "", , shown] = match;
    const linktext = target.trim();
    if (text.charAt(match.index - 1) === "\\" || linktext === "") return [];
    const from = offset + match.index;
    return [{
      form: "wikilink", place: place(match.index), linktext, subpath: subpathOf(linktext), shown: shown === undefined || shown === "" ? null : shown.trim(),
      isEmbed: mark !== "", from, to: from + whole.length,
    }];
  });
}

function markdownLinks(text: string, place: (at: number) => NoteLink["place"]): NoteLink[] {
  return [...text.matchAll(markdownLink)].flatMap((match): NoteLink[] => {
    const [whole, mark = "", words = "", written = ""] = match;
    const linktext = decoded(written.startsWith("<") ? written.slice(1, -1) : written);
    if (text.charAt(match.index - 1) === "\\" || linktext === null || linktext === "" || /^(?:[a-z][a-z\d+.-]*:|#)/i.test(linktext)) return [];
    return [{
      form: "markdown", place: place(match.index), linktext, subpath: subpathOf(linktext), shown: words, isEmbed: mark !== "",
      from: match.index, to: match.index + whole.length,
    }];
  });
}

function subpathOf(linktext: string): string {
  const at = linktext.indexOf("#");
  return at < 0 ? "" : linktext.slice(at);
}

function decoded(target: string): string | null {
  try {
    return decodeURIComponent(target);
  } catch {
    return null;
  }
}

/** A row of a table: its paragraph has a delimiter row. There a bar ends the cell, unless it is escaped. */
function isInTable(text: string, at: number): boolean {
  const start = Math.max(0, text.lastIndexOf("\n\n", at), text.lastIndexOf("\n\r\n", at));
  const end = text.slice(at).search(/\n\r?\n/);
  const paragraph = text.slice(start, end < 0 ? text.length : at + end);
  return paragraph.split("\n").some((line) => isDelimiterRow(line.replace(/^[\s>]+/, "").trim()));
}
