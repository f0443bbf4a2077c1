import { DataAdapter, type Persist } from "./adapter";
import { Events } from "./events";
import { TAbstractFile, TFile, TFolder } from "./files";
import { inOut } from "./in-out";
import { assertLegalName, folderOf, normalizePath } from "./paths";

export { TAbstractFile, TFile, TFolder } from "./files";

export interface VaultOptions {
  files: Record<string, string>;
  name?: string;
  persist?: Persist | null;
}

const hidden = (path: string) => path.split("/").some((part) => part.startsWith("."));

/** Files are only known after `load`, as in Obsidian, where a plugin's `onload` sees an empty vault. */
export class Vault extends Events {
  readonly adapter: DataAdapter;
  readonly configDir = ".obsidian";
  readonly fileMap: Record<string, TAbstractFile> = Object.create(null) as Record<string, TAbstractFile>;
  /** Lower-cased paths: the file system is taken to ignore case, as those of macOS, Windows and iOS do. */
  private readonly foldedPaths = new Map<string, string>();
  private readonly root: TFolder;
  private loading = false;

  constructor(options: VaultOptions) {
    super();
    this.adapter = new DataAdapter(options.name ?? "Sandbox", options.files);
    this.adapter.persist = options.persist ?? null;
    this.root = new TFolder(this, "/");
    this.root.name = "";
    this.fileMap["/"] = this.root;
  }

  /** Fills the tree and triggers `create` for every folder and file, giving way now and then. */
  async load(): Promise<void> {
    if (this.loading) return;
    this.loading = true;
    this.adapter.events = {
      written: (path) => this.reconcile(path),
      folderMade: (path) => this.insert(path, new TFolder(this, path)),
      removed: (path) => this.drop(path),
      renamed: (path, to) => this.move(path, to),
    };
    const { files, folders } = this.adapter.walk();
    for (const path of folders.sort()) this.insert(path, new TFolder(this, path));
    let since = performance.now();
    for (const path of files.sort()) {
      if (!this.fileMap[path]) this.reconcile(path);
      if (performance.now() - since < 8) continue;
      await inOut();
      since = performance.now();
    }
  }

  getName(): string {
    return this.adapter.getName();
  }

  getRoot(): TFolder {
    return this.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.fileMap[path] ?? null;
  }

  getFileByPath(path: string): TFile | null {
    const file = this.fileMap[path];
    return file instanceof TFile ? file : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const folder = this.fileMap[path];
    return folder instanceof TFolder ? folder : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return Object.values(this.fileMap);
  }

  getFiles(): TFile[] {
    return this.getAllLoadedFiles().filter((file) => file instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === "md");
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return this.getAllLoadedFiles().filter((file) => file instanceof TFolder).filter((folder) => includeRoot || !folder.isRoot());
  }

  static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
    callback(root);
    for (const child of root.children) {
      if (child instanceof TFolder) Vault.recurseChildren(child, callback);
      else callback(child);
    }
  }

  read(file: TFile): Promise<string> {
    return this.adapter.read(file.path);
  }

  cachedRead(file: TFile): Promise<string> {
    return this.adapter.read(file.path);
  }

  async readBinary(file: TFile): Promise<ArrayBuffer> {
    return new TextEncoder().encode(await this.read(file)).slice().buffer;
  }

  getResourcePath(file: TFile): string {
    return `data:text/plain,${encodeURIComponent(file.path)}`;
  }

  async create(path: string, data: string): Promise<TFile> {
    const target = normalizePath(path);
    assertLegalName(target);
    if (this.foldedPaths.has(target.toLowerCase())) throw new Error("File already exists.");
    this.foldedPaths.set(target.toLowerCase(), target);
    try {
      await this.adapter.write(target, data);
    } catch (error) {
      this.foldedPaths.delete(target.toLowerCase());
      throw error;
    }
    const file = this.getFileByPath(target);
    if (!file) throw new Error(`${target} was written but is not seen by the vault`);
    return file;
  }

  async createFolder(path: string): Promise<TFolder> {
    const target = normalizePath(path);
    if (target !== "/") assertLegalName(target);
    if (this.foldedPaths.has(target.toLowerCase()) || target === "/") throw new Error("Folder already exists.");
    await this.adapter.mkdir(target);
    const folder = this.getFolderByPath(target);
    if (!folder) throw new Error(`${target} was made but is not seen by the vault`);
    return folder;
  }

  modify(file: TFile, data: string): Promise<void> {
    return this.adapter.write(file.path, data);
  }

  append(file: TFile, data: string): Promise<void> {
    return this.adapter.append(file.path, data);
  }

  process(file: TFile, change: (data: string) => string): Promise<string> {
    return this.adapter.process(file.path, change);
  }

  async copy(file: TFile, newPath: string): Promise<TFile> {
    return this.create(newPath, await this.read(file));
  }

  async delete(file: TAbstractFile): Promise<void> {
    await this.adapter.remove(file.path);
  }

  async trash(file: TAbstractFile): Promise<void> {
    await this.adapter.remove(file.path);
  }

  async rename(file: TAbstractFile, newPath: string): Promise<void> {
    const target = normalizePath(newPath);
    assertLegalName(target);
    const taken = this.foldedPaths.get(target.toLowerCase());
    if (taken !== undefined && taken !== file.path) throw new Error("Destination file already exists!");
    await this.adapter.rename(file.path, target);
  }

  /** The disk has a (new) text at this path: the tree follows and says so. */
  private reconcile(path: string): void {
    if (hidden(path)) return;
    const stat = this.adapter.statNow(path);
    const known = this.getFileByPath(path);
    if (!stat) return;
    if (known) {
      known.stat = stat;
      this.trigger("modify", known);
      return;
    }
    const file = new TFile(this, path);
    file.stat = stat;
    this.insert(path, file);
  }

  private insert(path: string, file: TAbstractFile): void {
    if (hidden(path) || this.fileMap[path]) return;
    this.place(path, file);
    this.trigger("create", file);
  }

  private place(path: string, file: TAbstractFile): void {
    const parent = this.getFolderByPath(folderOf(path) || "/") ?? this.root;
    file.parent = parent;
    parent.children.push(file);
    this.fileMap[path] = file;
    this.foldedPaths.set(path.toLowerCase(), path);
  }

  private unplace(file: TAbstractFile): void {
    const siblings = file.parent?.children ?? [];
    siblings.splice(siblings.indexOf(file), 1);
    delete this.fileMap[file.path];
    this.foldedPaths.delete(file.path.toLowerCase());
  }

  private drop(path: string): void {
    const file = this.fileMap[path];
    if (!file) return;
    if (file instanceof TFolder) for (const child of [...file.children]) this.drop(child.path);
    this.unplace(file);
    file.deleted = true;
    this.trigger("delete", file);
  }

  private move(path: string, to: string): void {
    const file = this.fileMap[path];
    if (!file) return;
    const moved: TAbstractFile[] = [];
    if (file instanceof TFolder) Vault.recurseChildren(file, (inside) => moved.push(inside));
    else moved.push(file);
    this.unplace(file);
    const before = moved.map((inside) => inside.path);
    for (const old of before) {
      delete this.fileMap[old];
      this.foldedPaths.delete(old.toLowerCase());
    }
    for (const inside of moved) {
      inside.setPath(to + inside.path.slice(path.length));
      this.fileMap[inside.path] = inside;
      this.foldedPaths.set(inside.path.toLowerCase(), inside.path);
    }
    file.parent = this.getFolderByPath(folderOf(to) || "/") ?? this.root;
    file.parent.children.push(file);
    moved.forEach((inside, index) => this.trigger("rename", inside, before[index]));
  }
}
