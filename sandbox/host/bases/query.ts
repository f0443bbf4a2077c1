import type { App } from "../app";
import { Component } from "../component";
import type { TFile } from "../vault";
import { NullValue, type Value, valueOf } from "./values";

/** What a `.base` file says, as far as the stand-in reads it: `file.inFolder("…")` under `filters.and`, and its views. */
export interface BaseFile {
  filters?: { and?: string[] } | string;
  views?: Record<string, unknown>[];
}

export class BasesEntry {
  constructor(private readonly app: App, readonly file: TFile) {}

  getValue(id: string): Value | null {
    const [type = "", name = ""] = splitId(id);
    if (type === "file") return name === "name" ? valueOf(this.file.basename) : name === "path" ? valueOf(this.file.path) : NullValue.value;
    const properties: Record<string, unknown> = this.app.metadataCache.getFileCache(this.file)?.frontmatter ?? {};
    return type === "note" && Object.hasOwn(properties, name) ? valueOf(properties[name]) : NullValue.value;
  }
}

export class BasesQueryResult {
  constructor(readonly data: BasesEntry[], readonly properties: string[]) {}
}

/** Runs the query of one view of a Base. */
export class QueryController extends Component {
  constructor(readonly app: App, readonly file: () => BaseFile, readonly config: BasesViewConfig) {
    super();
  }

  entries(): BasesEntry[] {
    const { filters } = this.file();
    const conditions = typeof filters === "string" ? [filters] : (filters?.and ?? []);
    const folders = conditions.flatMap((condition) => /^file\.inFolder\("(.*)"\)$/.exec(condition)?.[1] ?? []);
    const files = this.app.vault.getMarkdownFiles().filter(({ path }) => folders.every((folder) => path.startsWith(`${folder}/`)));
    return files.sort((a, b) => a.path.localeCompare(b.path)).map((file) => new BasesEntry(this.app, file));
  }

  properties(entries: readonly BasesEntry[]): string[] {
    const names = entries.flatMap(({ file }) => Object.keys(this.app.metadataCache.getFileCache(file)?.frontmatter ?? {}));
    return ["file.name", ...new Set(names.map((name) => `note.${name}`))];
  }
}

export class BasesViewConfig {
  constructor(private readonly read: () => Record<string, unknown>, private readonly write: (key: string, value: unknown) => void) {}

  get name(): string {
    return String(this.read().name ?? "");
  }

  get(key: string): unknown {
    return this.read()[key];
  }

  getAsPropertyId(key: string): string | null {
    const value = this.read()[key];
    return typeof value === "string" && /^(?:note|file|formula)\./.test(value) ? value : null;
  }

  set(key: string, value: unknown): void {
    this.write(key, value);
  }

  getOrder(): string[] {
    const { order } = this.read();
    return Array.isArray(order) ? order.map((id) => (String(id).includes(".") ? String(id) : `note.${String(id)}`)) : [];
  }

  getSort(): unknown[] {
    return [];
  }

  getDisplayName(id: string): string {
    return splitId(id)[1] ?? id;
  }
}

export abstract class BasesView extends Component {
  abstract type: string;
  readonly app: App;
  readonly config: BasesViewConfig;
  allProperties: string[] = [];
  data = new BasesQueryResult([], []);

  protected constructor(controller: QueryController) {
    super();
    this.app = controller.app;
    this.config = controller.config;
  }

  abstract onDataUpdated(): void;
}

function splitId(id: string): string[] {
  const dot = id.indexOf(".");
  return [id.slice(0, dot), id.slice(dot + 1)];
}
