import type { App } from "../../host/app";
import type { Component } from "../../host/component";
import type { HoverPopover } from "../../host/hover-popover";
import type { TFile } from "../../host/vault";
import { MarkdownRenderChild } from "./markdown-child";
import { renderInto } from "./render-markdown";
import { newDocId } from "./rendering";

/** What plugins call to draw Markdown of their own. */
export abstract class MarkdownRenderer extends MarkdownRenderChild {
  hoverPopover: HoverPopover | null = null;

  constructor(readonly app: App, containerEl: HTMLElement) {
    super(containerEl);
  }

  abstract get file(): TFile | null;

  /** Resolves when the elements are there; processors that promised something may still be at work, as in Obsidian. */
  static async render(app: App, markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
    await Promise.resolve();
    el.addClass("markdown-rendered");
    renderInto(el, markdown, { app, sourcePath, docId: newDocId(), owner: component, sectionInfo: () => null, depth: 0 });
  }

  /** @deprecated as in Obsidian: takes the app of the page. */
  static renderMarkdown(markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
    const { app } = window as unknown as { app: App };
    return MarkdownRenderer.render(app, markdown, el, sourcePath, component);
  }
}
