import type { App } from "../../host/app";
import { Component } from "../../host/component";
import { HoverPopover, PopoverState, type HoverParent } from "../../host/hover-popover";
import { Keymap } from "../../host/keymap";
import { parseLinktext } from "../../host/metadata/linktext";
import { partOf } from "../render/embeds";
import { renderInto } from "../render/render-markdown";
import { newDocId } from "../render/rendering";
import { followLinks } from "./follow-links";

export interface HoverLink {
  event: MouseEvent;
  source: string;
  hoverParent: HoverParent;
  targetEl: HTMLElement | null;
  linktext: string;
  sourcePath?: string;
}

const waitMs = 300;
/** Sources of Obsidian's own; plugins register theirs, and unknown ones need the Mod key. */
const ownSources: Record<string, boolean> = { preview: false, editor: true };

/** Obsidian's core plugin of this name: the one listener of `hover-link` there is besides plugins'. */
export class PagePreview extends Component {
  enabled = true;
  private stopWaiting: (() => void) | null = null;

  constructor(private readonly app: App) {
    super();
  }

  override onload(): void {
    this.registerEvent(this.app.workspace.on("hover-link", (link: HoverLink) => this.onHoverLink(link)));
    this.register(() => this.stopWaiting?.());
  }

  onHoverLink(link: HoverLink): void {
    if (!this.enabled) return;
    const needsMod = this.app.registries.hoverSources.get(link.source)?.defaultMod ?? ownSources[link.source] ?? true;
    if (needsMod && !Keymap.isModifier(link.event, "Mod")) this.waitForMod(link);
    else this.show(link);
  }

  /** Mod pressed while the pointer already rests on the link counts too. */
  private waitForMod(link: HoverLink): void {
    const { targetEl } = link;
    if (!targetEl) return;
    this.stopWaiting?.();
    const win = targetEl.ownerDocument.defaultView ?? window;
    const onKey = (event: KeyboardEvent) => {
      if (!Keymap.isModifier(event, "Mod")) return;
      stop();
      this.show(link);
    };
    const onOut = (event: MouseEvent) => {
      if (!targetEl.contains(event.relatedTarget as Node | null)) stop();
    };
    const stop = () => {
      win.removeEventListener("keydown", onKey);
      targetEl.removeEventListener("mouseout", onOut);
      this.stopWaiting = null;
    };
    win.addEventListener("keydown", onKey);
    targetEl.addEventListener("mouseout", onOut);
    this.stopWaiting = stop;
  }

  private show({ hoverParent, targetEl, linktext, sourcePath = "" }: HoverLink): void {
    const open = hoverParent.hoverPopover;
    if (open && open.targetEl === targetEl && open.hoverEl.dataset.linktext === linktext) return;
    const popover = new HoverPopover(hoverParent, targetEl, waitMs);
    popover.hoverEl.dataset.linktext = linktext;
    const { path, subpath } = parseLinktext(linktext);
    const file = this.app.metadataCache.getFirstLinkpathDest(path, sourcePath);
    if (file) void this.fill(popover, file.path, subpath, sourcePath);
    else this.offerToCreate(popover, linktext, sourcePath);
  }

  private async fill(popover: HoverPopover, path: string, subpath: string, from: string): Promise<void> {
    const { app } = this;
    const embed = popover.hoverEl.createDiv("markdown-embed is-loaded");
    const content = embed.createDiv("markdown-embed-content");
    const preview = content.createDiv({ cls: "markdown-preview-view markdown-rendered", attr: { "data-source-path": path } });
    const file = app.vault.getFileByPath(path);
    if (!file) return;
    const text = await app.vault.cachedRead(file);
    if (popover.state === PopoverState.Hidden) return;
    preview.createDiv({ cls: "inline-title", text: file.basename });
    followLinks(preview, { app, owner: popover, hoverParent: popover, sourcePath: () => path });
    popover.registerDomEvent(embed, "dblclick", () => void app.workspace.openLinkText(path + subpath, from));
    renderInto(preview, partOf(app, path, text, subpath), {
      app, sourcePath: path, docId: newDocId(), owner: popover, sectionInfo: () => null, depth: 1,
    });
    if (popover.hoverEl.isConnected) popover.position();
  }

  private offerToCreate(popover: HoverPopover, linktext: string, sourcePath: string): void {
    const { path } = parseLinktext(linktext);
    const empty = popover.hoverEl.createDiv("file-embed mod-empty");
    empty.setText(`“${path}” is not created yet. Click to create.`);
    empty.addEventListener("click", () => {
      popover.hide();
      void this.app.workspace.openLinkText(linktext, sourcePath);
    });
  }
}
