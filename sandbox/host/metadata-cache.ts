import type { CachedMetadata, Reference, ReferenceCache } from "obsidian";
import { Events } from "./events";
import { inOut } from "./in-out";
import { LinkLookup } from "./metadata/link-lookup";
import { getLinkpath } from "./metadata/linktext";
import { parseNote } from "./metadata/parse-note";
import { type TAbstractFile, TFile, type Vault } from "./vault";

type LinkCounts = Record<string, Record<string, number>>;

/** Changes are gathered for this long before indexing begins. */
const settleMs = 10;
/** Then work goes on in slices, so that the page stays alive. */
const sliceMs = 8;

const counts = (): Record<string, number> => Object.create(null) as Record<string, number>;

function referencesOf(cache: CachedMetadata): Reference[] {
  return [...(cache.links ?? []), ...(cache.embeds ?? []), ...(cache.frontmatterLinks ?? [])];
}

/** Trails the vault: a note is known some time after it was written, and its links are resolved after that. */
export class MetadataCache extends Events {
  resolvedLinks: LinkCounts = Object.create(null) as LinkCounts;
  unresolvedLinks: LinkCounts = Object.create(null) as LinkCounts;
  /** True once the first pass over the vault has ended. */
  initialized = false;
  private readonly caches = new Map<string, CachedMetadata>();
  private readonly lookup = new LinkLookup();
  private readonly toParse = new Set<TFile>();
  private readonly toResolve = new Set<TFile>();
  private working = false;
  private begun = false;

  constructor(private readonly vault: Vault) {
    super();
  }

  start(): void {
    this.vault.on("create", (file: TAbstractFile) => this.onCreate(file));
    this.vault.on("modify", (file: TAbstractFile) => file instanceof TFile && this.queueParse(file));
    this.vault.on("delete", (file: TAbstractFile) => this.onDelete(file));
    this.vault.on("rename", (file: TAbstractFile, oldPath: string) => this.onRename(file, oldPath));
  }

  /** The vault has been walked: the first pass over it may begin. */
  begin(): void {
    this.begun = true;
    this.work();
  }

  getFileCache(file: TFile): CachedMetadata | null {
    return this.caches.get(file.path) ?? null;
  }

  getCache(path: string): CachedMetadata | null {
    return this.caches.get(path) ?? null;
  }

  getLinkpathDest(linkpath: string, sourcePath: string): TFile[] {
    if (linkpath === "") {
      const self = this.vault.getFileByPath(sourcePath);
      return self ? [self] : [];
    }
    return this.lookup.find(linkpath, sourcePath);
  }

  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    return this.getLinkpathDest(linkpath, sourcePath)[0] ?? null;
  }

  /** The shortest text that leads to the file: its name, or its path where the name is not unique. */
  fileToLinktext(file: TFile, _sourcePath: string, omitMdExtension = true): string {
    const unique = this.lookup.namesakes(file) <= 1;
    const text = unique ? file.name : file.path;
    return omitMdExtension && file.extension === "md" ? text.slice(0, -3) : text;
  }

  /** Notes whose links lead to the file now. */
  notesLinkingTo(file: TFile): TFile[] {
    const paths = Object.keys(this.resolvedLinks).filter((path) => this.resolvedLinks[path]?.[file.path]);
    return paths.map((path) => this.vault.getFileByPath(path)).filter((note) => note !== null);
  }

  /** The links in the body of `note` that lead to `target` now. */
  linksFrom(note: TFile, target: TFile): ReferenceCache[] {
    const cache = this.getFileCache(note);
    const links = [...(cache?.links ?? []), ...(cache?.embeds ?? [])];
    return links.filter(({ link }) => this.getFirstLinkpathDest(getLinkpath(link), note.path) === target);
  }

  isBusy(): boolean {
    return this.working;
  }

  private onCreate(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    this.lookup.add(file);
    this.queueParse(file);
    this.queueLinkersByName(file.name);
  }

  private onDelete(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    const previous = this.getFileCache(file);
    this.lookup.remove(file);
    this.toParse.delete(file);
    this.toResolve.delete(file);
    this.forget(file.path);
    this.trigger("deleted", file, previous);
    this.queueLinkersByName(file.name);
  }

  /** No `changed` for a rename, as documented; but links have to be resolved again. */
  private onRename(file: TAbstractFile, oldPath: string): void {
    if (!(file instanceof TFile)) return;
    const cache = this.caches.get(oldPath);
    this.forget(oldPath);
    this.lookup.add(file);
    if (cache) this.caches.set(file.path, cache);
    this.toResolve.add(file);
    this.queueLinkersByName(oldPath.slice(oldPath.lastIndexOf("/") + 1));
    this.queueLinkersByName(file.name);
  }

  private forget(path: string): void {
    this.caches.delete(path);
    delete this.resolvedLinks[path];
    delete this.unresolvedLinks[path];
  }

  private queueParse(file: TFile): void {
    this.toParse.add(file);
    this.work();
  }

  /** A file has come or gone: every note with a link of that name is resolved again. */
  private queueLinkersByName(name: string): void {
    const wanted = name.toLowerCase();
    for (const [path, cache] of this.caches) {
      const linked = referencesOf(cache).some(({ link }) => {
        const linkpath = getLinkpath(link).toLowerCase();
        const last = linkpath.slice(linkpath.lastIndexOf("/") + 1);
        return last === wanted || `${last}.md` === wanted;
      });
      const note = linked ? this.vault.getFileByPath(path) : null;
      if (note) this.toResolve.add(note);
    }
    this.work();
  }

  private work(): void {
    if (this.working || !this.begun) return;
    this.working = true;
    setTimeout(() => void this.run(), settleMs);
  }

  private async run(): Promise<void> {
    let since = performance.now();
    const giveWay = async () => {
      if (performance.now() - since < sliceMs) return;
      await inOut();
      since = performance.now();
    };
    while (this.toParse.size || this.toResolve.size) {
      for (const file of this.toParse) {
        this.toParse.delete(file);
        await this.parse(file);
        await giveWay();
      }
      for (const file of this.toResolve) {
        if (this.toParse.size) break;
        this.toResolve.delete(file);
        this.resolve(file);
        await giveWay();
      }
    }
    this.working = false;
    this.initialized = true;
    this.trigger("resolved");
  }

  private async parse(file: TFile): Promise<void> {
    if (file.extension !== "md" || file.deleted) return;
    let data: string;
    try {
      data = await this.vault.cachedRead(file);
    } catch {
      return; // deleted or renamed while it waited: that has queued what is needed
    }
    if (file.deleted) return;
    const cache = parseNote(data);
    this.caches.set(file.path, cache);
    this.trigger("changed", file, data, cache);
    this.toResolve.add(file);
  }

  private resolve(file: TFile): void {
    const cache = this.caches.get(file.path);
    if (!cache || file.deleted) return;
    const resolved = counts();
    const unresolved = counts();
    for (const { link } of referencesOf(cache)) {
      const linkpath = getLinkpath(link);
      const target = this.getFirstLinkpathDest(linkpath, file.path);
      if (target) resolved[target.path] = (resolved[target.path] ?? 0) + 1;
      else unresolved[linkpath] = (unresolved[linkpath] ?? 0) + 1;
    }
    this.resolvedLinks[file.path] = resolved;
    this.unresolvedLinks[file.path] = unresolved;
    this.trigger("resolve", file);
  }
}
