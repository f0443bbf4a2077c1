import { getAllTags, getLinkpath, parseLinktext, Platform, resolveSubpath, type App, type TFile } from "obsidian";
import { firstTable } from "../concepts/note-table";
import { readCsv, seemsLarge } from "../data/csv-table";
import { nearestName } from "../data/nearest-name";
import { type Cell, rawTable, type RawColumn, type RawTable } from "../data/raw-table";
import type { OwnData } from "../demo/spec/own-data";
import { shown, shownNames } from "../demo/spec/shown";
import { reasonOf } from "../language/reason-of";
import { csvFault, type DataFault } from "./data-fault";

export type LoadedData = { readonly ok: true; readonly raw: RawTable } | { readonly ok: true; readonly large: LargeFile } | DataFault;

/** A file of values with more cells than are read at once. */
export interface LargeFile {
  readonly name: string;
  /** What its table is called. */
  readonly title: string;
  /** The same as long as the file is. */
  readonly stamp: string;
  bytes(): Promise<Uint8Array>;
}

/** Data in the vault that can change while a block shows them. */
export interface DataSource {
  load(): Promise<LoadedData>;
  /** Whether a change of the file at this path may change the data. */
  concerns(path: string): boolean;
}

/** In megabytes: a file of this size is held in memory several times while it is read as a whole. */
const largest = 50;
/** In megabytes: one that is read in slices is held once. */
const largestInSlices = () => (Platform.isMobile ? 100 : 500);
/** Properties that are about a note and not about what it tells. */
export const aboutNotes = new Set(["position", "aliases", "alias", "cssclasses", "cssclass", "publish", "permalink", "id"]);

/** What a block means by its data, seen from the note that it is in. */
export function dataSource(app: App, data: OwnData, sourcePath: string): DataSource {
  if (data.kind === "notes") {
    return {
      load: () => Promise.resolve(notesAsTable(app, data)),
      concerns: (path) => path.endsWith(".md") && isInside(path, data),
    };
  }
  const link = data.kind === "this" ? "" : data.link;
  const target = () => (getLinkpath(link) === "" ? app.vault.getFileByPath(sourcePath) : app.metadataCache.getFirstLinkpathDest(getLinkpath(link), sourcePath));
  return {
    async load() {
      const file = target();
      if (file === null) return missingFile(app, getLinkpath(link) || sourcePath);
      try {
        return await readFile(app, file, parseLinktext(link).subpath);
      } catch (error) {
        return { ok: false, code: "unread", params: { name: shown(file.name), reason: reasonOf(error) } };
      }
    },
    concerns: (path) => path === target()?.path || (link !== "" && path.toLowerCase().replace(/\.md$/, "").endsWith(getLinkpath(link).toLowerCase().replace(/\.md$/, ""))),
  };
}

function missingFile(app: App, link: string): DataFault {
  const meant = nearestName(link.split("/").at(-1) ?? link, app.vault.getFiles().filter(({ extension }) => /^(?:csv|tsv|md)$/.test(extension)).map(({ name, basename, extension }) => (extension === "md" ? basename : name)));
  return { ok: false, code: "no-file", params: { link: shown(link), ...(meant !== undefined && { meant: shown(meant) }) } };
}

async function readFile(app: App, file: TFile, subpath: string): Promise<LoadedData> {
  const name = shown(file.name);
  const isNote = file.extension === "md";
  if (!isNote && !/^(?:csv|tsv|txt)$/i.test(file.extension)) return { ok: false, code: "file-kind", params: { value: name } };
  const size = Math.ceil(file.stat.size / 1e6);
  const most = isNote ? largest : largestInSlices();
  if (size > most) return { ok: false, code: "too-large", params: { name, size, most } };
  if (size > largest) return largeFile(app, file);
  const text = await app.vault.cachedRead(file);
  if (isNote) return tableInNote(app, file, text, subpath);
  if (seemsLarge(text)) return largeFile(app, file);
  const read = readCsv(file.basename, text);
  if (read.ok) return read;
  if (read.code === "csv-cells") return largeFile(app, file);
  return csvFault(name, read);
}

function largeFile(app: App, file: TFile): LoadedData {
  const { name, basename: title, path, stat } = file;
  return { ok: true, large: { name, title, stamp: `${path} ${stat.mtime} ${stat.size}`, bytes: async () => new Uint8Array(await app.vault.readBinary(file)) } };
}

function tableInNote(app: App, file: TFile, text: string, subpath: string): LoadedData {
  const cache = app.metadataCache.getFileCache(file);
  if (cache === null && subpath !== "") return { ok: false, code: "indexing", params: { ready: 0, notes: 1 } };
  const section = subpath === "" || cache === null ? undefined : resolveSubpath(cache, subpath);
  const heading = subpath.replace(/^#/, "");
  if (section === null) {
    const headings = (cache?.headings ?? []).map((one) => one.heading);
    const meant = nearestName(heading, headings);
    return { ok: false, code: "no-heading", params: { note: shown(file.basename), heading: shown(heading), headings: shownNames(headings), ...(meant !== undefined && { meant: shown(meant) }) } };
  }
  const table = firstTable(text, section && { from: section.start.line, to: section.end?.line ?? Infinity });
  if (table === null) return { ok: false, code: "no-table", params: { note: shown(file.basename), ...(section && { heading: shown(heading) }) } };
  return { ok: true, raw: rawTable(section ? heading : file.basename, table.header, table.rows) };
}

type Notes = Extract<OwnData, { kind: "notes" }>;

function isInside(path: string, { folder }: Notes): boolean {
  const place = folder === undefined ? "" : folderPath(folder);
  return place === "" || path.toLowerCase().startsWith(`${place.toLowerCase()}/`);
}

function isAmong(app: App, file: TFile, data: Notes): boolean {
  if (!isInside(file.path, data)) return false;
  const { tag } = data;
  if (tag === undefined) return true;
  const wanted = tagName(tag);
  const cache = app.metadataCache.getFileCache(file);
  return (cache === null ? null : getAllTags(cache))?.some((one) => tagName(one) === wanted || tagName(one).startsWith(`${wanted}/`)) ?? false;
}

function folderPath(folder: string): string {
  return folder.replace(/^!?\[\[|\]\]$/g, "").replace(/^\/+|\/+$/g, "").trim();
}

function tagName(tag: string): string {
  return tag.replace(/^#/, "").toLowerCase();
}

function notesAsTable(app: App, data: Notes): LoadedData {
  const { folder, tag } = data;
  const place = { ...(folder !== undefined && { folder: shown(folder) }), ...(tag !== undefined && { tag: shown(tag.replace(/^#/, "")) }) };
  const name = [place.folder, place.tag && `#${place.tag}`].filter((part) => part !== undefined).join(" ");
  const notes = folder === undefined && tag === undefined ? [] : app.vault.getMarkdownFiles().filter((file) => isAmong(app, file, data));
  if (notes.length === 0) return { ok: false, code: "no-notes", params: place };
  notes.sort((a, b) => (a.path < b.path ? -1 : 1));
  const caches = notes.map((file) => app.metadataCache.getFileCache(file));
  const ready = caches.filter((cache) => cache !== null).length;
  // Half of the notes would be another answer, not half of one.
  if (ready < notes.length) return { ok: false, code: "indexing", params: { ready, notes: notes.length } };
  const columns = propertyColumns(caches.map((cache): Record<string, unknown> => cache?.frontmatter ?? {}));
  if (columns.length === 0) return { ok: false, code: "no-properties", params: { notes: notes.length } };
  return { ok: true, raw: { name, columns, rows: notes.length, notes: notes.map(({ path }) => path) } };
}

/** A column for each property; spellings that differ only in case are one, under the first. */
function propertyColumns(notes: readonly Readonly<Record<string, unknown>>[]): RawColumn[] {
  const bySpelling = new Map<string, Cell[] | null>();
  const byName = new Map<string, Cell[]>();
  const columns: RawColumn[] = [];
  const cellsOf = (spelling: string): Cell[] | null => {
    const name = spelling.toLowerCase();
    if (aboutNotes.has(name)) return null;
    const cells = byName.get(name) ?? new Array<Cell>(notes.length).fill(null);
    if (!byName.has(name)) columns.push({ name: spelling, cells });
    byName.set(name, cells);
    return cells;
  };
  notes.forEach((properties, row) => {
    for (const spelling of Object.keys(properties)) {
      if (!bySpelling.has(spelling)) bySpelling.set(spelling, cellsOf(spelling));
      const cells = bySpelling.get(spelling);
      if (cells) cells[row] ??= cellOf(properties[spelling]);
    }
  });
  return columns;
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string" || Array.isArray(value)) return value as Cell;
  return value instanceof Date ? value.toISOString().slice(0, 10) : null;
}
