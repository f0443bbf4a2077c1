import type { App } from "./app";
import { getFrontMatterInfo } from "./metadata/front-matter";
import { parseYaml, stringifyYaml } from "./metadata/yaml";
import { rewriteLinks } from "./metadata/rewrite-links";
import type { TAbstractFile, TFolder } from "./vault";
import { TFile } from "./vault";
import { folderOf, joinPath } from "./paths";

/** "Default location for new notes", as in Obsidian's settings. */
export type NewFileLocation = "root" | "current" | "folder";

export class FileManager {
  newFileLocation: NewFileLocation = "root";
  newFileFolderPath = "/";
  useMarkdownLinks = false;
  /** "Automatically update internal links". */
  updateLinksOnRename = true;

  constructor(private readonly app: App) {}

  getNewFileParent(sourcePath: string): TFolder {
    const { vault } = this.app;
    const source = vault.getFileByPath(sourcePath);
    if (this.newFileLocation === "current" && source?.parent) return source.parent;
    if (this.newFileLocation === "folder") return vault.getFolderByPath(this.newFileFolderPath) ?? vault.getRoot();
    return vault.getRoot();
  }

  /** `subpath` begins with "#", as documented. */
  generateMarkdownLink(file: TFile, sourcePath: string, subpath = "", alias = ""): string {
    const target = file.path === sourcePath && subpath ? "" : this.app.metadataCache.fileToLinktext(file, sourcePath, true);
    if (!this.useMarkdownLinks) {
      const text = alias && alias !== target + subpath ? `|${alias}` : "";
      return `${file.extension === "md" ? "" : "!"}[[${target}${subpath}${text}]]`;
    }
    const address = (target && (file.extension === "md" ? `${target}.md` : target)) + subpath;
    return `[${alias || file.basename}](${encodeURI(address)})`;
  }

  /** Atomic; throws on front matter that is not YAML and then changes nothing. */
  async processFrontMatter(file: TFile, change: (frontmatter: Record<string, unknown>) => void): Promise<void> {
    await this.app.vault.process(file, (text) => {
      const info = getFrontMatterInfo(text);
      const parsed: unknown = info.exists ? parseYaml(info.frontmatter) : {};
      const properties = parsed !== null && typeof parsed === "object" && !Array.isArray(parsed) ? (parsed as Record<string, unknown>) : {};
      change(properties);
      const body = text.slice(info.contentStart);
      if (Object.keys(properties).length === 0) return body;
      return `---\n${stringifyYaml(properties)}---\n${body}`;
    });
  }

  async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    const { vault, metadataCache } = this.app;
    const linking = file instanceof TFile && this.updateLinksOnRename ? metadataCache.notesLinkingTo(file) : [];
    const found = linking.map((note) => ({ note, links: metadataCache.linksFrom(note, file as TFile) }));
    await vault.rename(file, newPath);
    for (const { note, links } of found) {
      const linktext = metadataCache.fileToLinktext(file as TFile, note.path, true);
      const withEnding = metadataCache.fileToLinktext(file as TFile, note.path, false);
      await vault.process(note, (text) => rewriteLinks(text, links, linktext, withEnding));
    }
  }

  async trashFile(file: TAbstractFile): Promise<void> {
    await this.app.vault.trash(file);
  }

  async getAvailablePathForAttachment(filename: string, sourcePath = ""): Promise<string> {
    const folder = folderOf(sourcePath);
    const dot = filename.lastIndexOf(".");
    const stem = dot > 0 ? filename.slice(0, dot) : filename;
    const ending = dot > 0 ? filename.slice(dot) : "";
    for (let count = 0; ; count++) {
      const path = joinPath(folder, `${stem}${count ? ` ${count}` : ""}${ending}`);
      if (!(await this.app.vault.adapter.exists(path))) return path;
    }
  }
}
