import { setIcon } from "../../host/icons";
import { resolveSubpath } from "../../host/metadata/cache-refs";
import { parseLinktext } from "../../host/metadata/linktext";
import { renderInto } from "./render-markdown";
import { newDocId, type Rendering } from "./rendering";

const deepest = 4;

/** The part of a note that a link with a heading or a block names; all of it without one. */
export function partOf(app: Rendering["app"], path: string, text: string, subpath: string): string {
  const cache = app.metadataCache.getCache(path);
  const found = subpath && cache ? resolveSubpath(cache, subpath) : null;
  return found ? text.slice(found.start.offset, found.end?.offset) : text;
}

async function embedNote(span: HTMLElement, path: string, subpath: string, rendering: Rendering): Promise<void> {
  const { app } = rendering;
  const file = app.vault.getFileByPath(path);
  if (!file) return;
  const text = await app.vault.cachedRead(file);
  span.className = "internal-embed markdown-embed inline-embed is-loaded";
  span.createDiv({ cls: "markdown-embed-title", text: subpath ? "" : file.basename });
  const content = span.createDiv("markdown-embed-content");
  const preview = content.createDiv({ cls: "markdown-preview-view markdown-rendered", attr: { "data-source-path": path } });
  const open = span.createDiv({ cls: "markdown-embed-link", attr: { "aria-label": "Open link" } });
  setIcon(open, "link");
  open.addEventListener("click", () => void app.workspace.openLinkText(path + subpath, rendering.sourcePath));
  const inner: Rendering = {
    ...rendering,
    sourcePath: path,
    docId: newDocId(),
    depth: rendering.depth + 1,
    sectionInfo: () => null,
  };
  await Promise.all(renderInto(preview, partOf(app, path, text, subpath), inner));
}

/** Fills the `![[…]]` of a section; each comes when its file has been read. */
export function loadEmbeds(el: HTMLElement, rendering: Rendering): Promise<unknown>[] {
  const spans = Array.from(el.querySelectorAll<HTMLElement>("span.internal-embed:not(.is-loaded)"));
  return spans.map(async (span) => {
    const { path, subpath } = parseLinktext(span.getAttribute("src") ?? "");
    const file = rendering.app.metadataCache.getFirstLinkpathDest(path, rendering.sourcePath);
    if (file?.extension === "md" && rendering.depth < deepest) return embedNote(span, file.path, subpath, rendering);
    span.className = `internal-embed file-embed is-loaded${file ? "" : " mod-empty"}`;
    span.setText(file ? file.name : `“${path}” could not be found.`);
    if (file) span.addEventListener("click", () => void rendering.app.workspace.openLinkText(file.path, rendering.sourcePath));
    return undefined;
  });
}
