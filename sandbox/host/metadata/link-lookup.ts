import type { TFile } from "../files";
import { folderOf, resolveRelative } from "../paths";

/** Files by lower-cased name, the way in which Obsidian finds the target of a link. */
export class LinkLookup {
  private readonly byName = new Map<string, Set<TFile>>();
  private readonly nameOf = new Map<TFile, string>();

  add(file: TFile): void {
    const name = file.name.toLowerCase();
    this.remove(file);
    this.nameOf.set(file, name);
    const known = this.byName.get(name);
    if (known) known.add(file);
    else this.byName.set(name, new Set([file]));
  }

  remove(file: TFile): void {
    const name = this.nameOf.get(file);
    if (name === undefined) return;
    this.nameOf.delete(file);
    const known = this.byName.get(name);
    known?.delete(file);
    if (known?.size === 0) this.byName.delete(name);
  }

  /** How many files have this name, whatever their folders. */
  namesakes(file: TFile): number {
    return this.byName.get(file.name.toLowerCase())?.size ?? 0;
  }

  /** Candidates for a linkpath, best first: an exact path, then one in the same folder, then the shortest path. */
  find(linkpath: string, sourcePath: string): TFile[] {
    const wanted = linkpath.toLowerCase();
    const name = wanted.slice(wanted.lastIndexOf("/") + 1);
    const named = this.byName.get(name) ?? this.byName.get(`${name}.md`);
    if (!named || name === "") return [];
    const folder = folderOf(sourcePath).toLowerCase();
    const candidates = [...named].map((file) => ({ file, path: file.path.toLowerCase() }));
    const is = (path: string, target: string) => path === target || path === `${target}.md`;
    if (wanted.startsWith("./") || wanted.startsWith("../")) {
      return candidates.filter(({ path }) => is(path, resolveRelative(folder, wanted))).map(({ file }) => file);
    }
    if (wanted.startsWith("/")) return candidates.filter(({ path }) => is(path, wanted.slice(1))).map(({ file }) => file);
    const rank = ({ path }: { path: string }) => (is(path, wanted) ? 0 : folderOf(path) === folder ? 1 : 2);
    return candidates
      .filter(({ path }) => is(path, wanted) || path.endsWith(`/${wanted}`) || path.endsWith(`/${wanted}.md`))
      .sort((a, b) => rank(a) - rank(b) || a.path.length - b.path.length || a.path.localeCompare(b.path))
      .map(({ file }) => file);
  }
}
