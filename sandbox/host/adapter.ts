import type { FileStats } from "./files";
import { inOut, Queue } from "./in-out";
import { folderOf } from "./paths";

/** What leaves the vault for the disk behind it, in the order in which it happened. */
export type Change =
  | { kind: "write"; path: string; text: string }
  | { kind: "folder"; path: string }
  | { kind: "delete"; path: string }
  | { kind: "rename"; path: string; to: string };

export type Persist = (change: Change) => void | Promise<void>;

interface Stored {
  text: string;
  ctime: number;
  mtime: number;
}

export interface AdapterEvents {
  written(path: string): void;
  folderMade(path: string): void;
  removed(path: string): void;
  renamed(path: string, to: string): void;
}

const encoder = new TextEncoder();

function missing(path: string, call: string): Error {
  return Object.assign(new Error(`ENOENT: no such file or directory, ${call} '${path}'`), { code: "ENOENT" });
}

/** The disk: paths and texts, folders that must exist before files are put in them, one queue per path. */
export class DataAdapter {
  private files = new Map<string, Stored>();
  private folders = new Set<string>([""]);
  private queue = new Queue();
  events: AdapterEvents | null = null;
  /** Called after each change, before the operation that made it ends. */
  persist: Persist | null = null;

  constructor(private readonly vaultName: string, files: Record<string, string>) {
    const now = Date.now();
    for (const [path, text] of Object.entries(files)) {
      this.addFolders(folderOf(path));
      this.files.set(path, { text, ctime: now, mtime: now });
    }
  }

  getName(): string {
    return this.vaultName;
  }

  /** All there is, for the vault's first walk. */
  walk(): { files: string[]; folders: string[] } {
    return { files: [...this.files.keys()], folders: [...this.folders].filter((path) => path !== "") };
  }

  has(path: string): boolean {
    return this.files.has(path) || this.folders.has(path === "/" ? "" : path);
  }

  statNow(path: string): FileStats | null {
    const file = this.files.get(path);
    return file ? { ctime: file.ctime, mtime: file.mtime, size: encoder.encode(file.text).length } : null;
  }

  async exists(path: string): Promise<boolean> {
    await inOut();
    return this.has(path);
  }

  async stat(path: string): Promise<({ type: "file" | "folder" } & FileStats) | null> {
    await inOut();
    const stat = this.statNow(path);
    if (stat) return { type: "file", ...stat };
    return this.folders.has(path) ? { type: "folder", ctime: 0, mtime: 0, size: 0 } : null;
  }

  async list(folder: string): Promise<{ files: string[]; folders: string[] }> {
    await inOut();
    const at = folder === "/" ? "" : folder;
    const { files, folders } = this.walk();
    return { files: files.filter((path) => folderOf(path) === at), folders: folders.filter((path) => folderOf(path) === at) };
  }

  read(path: string): Promise<string> {
    return this.queue.run(path, async () => {
      await inOut();
      const file = this.files.get(path);
      if (!file) throw missing(path, "open");
      return file.text;
    });
  }

  write(path: string, text: string): Promise<void> {
    return this.queue.run(path, async () => {
      await inOut();
      await this.put(path, text);
    });
  }

  append(path: string, text: string): Promise<void> {
    return this.queue.run(path, async () => {
      await inOut();
      await this.put(path, (this.files.get(path)?.text ?? "") + text);
    });
  }

  /** Read, change, write, with nothing between: `change` must answer at once, and nothing is written where it changes nothing. */
  process(path: string, change: (text: string) => string): Promise<string> {
    return this.queue.run(path, async () => {
      await inOut();
      const file = this.files.get(path);
      if (!file) throw missing(path, "open");
      const before = file.text;
      const after = change(before);
      if (typeof after !== "string") throw new TypeError("vault.process: the callback must return a string, synchronously");
      await inOut();
      if (after !== before) await this.put(path, after);
      return after;
    });
  }

  async mkdir(path: string): Promise<void> {
    await inOut();
    for (const made of this.addFolders(path)) {
      this.events?.folderMade(made);
      await this.persist?.({ kind: "folder", path: made });
    }
  }

  remove(path: string): Promise<void> {
    return this.queue.run(path, async () => {
      await inOut();
      const inside = (other: string) => other === path || other.startsWith(`${path}/`);
      if (!this.has(path)) throw missing(path, "unlink");
      for (const file of [...this.files.keys()].filter(inside)) this.files.delete(file);
      for (const folder of [...this.folders].filter(inside)) this.folders.delete(folder);
      this.events?.removed(path);
      await this.persist?.({ kind: "delete", path });
    });
  }

  rename(path: string, to: string): Promise<void> {
    return this.queue.run(path, async () => {
      await inOut();
      if (!this.has(path)) throw missing(path, "rename");
      if (this.has(to) && to.toLowerCase() !== path.toLowerCase()) throw new Error("Destination file already exists!");
      if (!this.folders.has(folderOf(to))) throw missing(to, "rename");
      const moved = (other: string) => (other === path || other.startsWith(`${path}/`) ? to + other.slice(path.length) : null);
      for (const [old, stored] of [...this.files]) {
        const next = moved(old);
        if (next !== null && this.files.delete(old)) this.files.set(next, stored);
      }
      for (const old of [...this.folders]) {
        const next = moved(old);
        if (next !== null && this.folders.delete(old)) this.folders.add(next);
      }
      this.events?.renamed(path, to);
      await this.persist?.({ kind: "rename", path, to });
    });
  }

  private async put(path: string, text: string): Promise<void> {
    if (!this.folders.has(folderOf(path))) throw missing(path, "open");
    const now = Date.now();
    this.files.set(path, { text, ctime: this.files.get(path)?.ctime ?? now, mtime: now });
    this.events?.written(path);
    await this.persist?.({ kind: "write", path, text });
  }

  private addFolders(path: string): string[] {
    const made: string[] = [];
    for (let at = path; at !== "" && !this.folders.has(at); at = folderOf(at)) {
      this.folders.add(at);
      made.unshift(at);
    }
    return made;
  }
}
