import type { OpenViewState, PaneType } from "obsidian";
import type { App } from "../../host/app";
import { getLinkpath, parseLinktext } from "../../host/metadata/linktext";
import { joinPath } from "../../host/paths";
import type { TFile } from "../../host/vault";

interface Wanted {
  readonly linktext: string;
  readonly sourcePath: string;
  readonly newLeaf: PaneType | boolean;
  readonly openViewState: OpenViewState | undefined;
}

/** As in Obsidian: a link that holds a folder says where; any other note goes where new notes go. */
async function createFor(app: App, linkpath: string, sourcePath: string): Promise<TFile> {
  const name = linkpath.endsWith(".md") ? linkpath : `${linkpath}.md`;
  const path = name.includes("/") ? name.replace(/^\/+/, "") : joinPath(app.fileManager.getNewFileParent(sourcePath).path, name);
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  if (folder && !app.vault.getFolderByPath(folder)) await app.vault.createFolder(folder);
  return app.vault.create(path, "");
}

export async function openLinkText(app: App, { linktext, sourcePath, newLeaf, openViewState }: Wanted): Promise<void> {
  const linkpath = getLinkpath(linktext);
  const { subpath } = parseLinktext(linktext);
  const known = app.metadataCache.getFirstLinkpathDest(linkpath, sourcePath);
  const file = known ?? (await createFor(app, linkpath, sourcePath));
  const leaf = app.workspace.getLeaf(newLeaf);
  const eState = { ...(subpath ? { subpath } : {}), ...openViewState?.eState };
  await leaf.openFile(file, { ...openViewState, eState });
}
