import type { MarkdownPostProcessorContext, MarkdownSectionInformation } from "obsidian";
import type { App } from "../../host/app";
import type { Component } from "../../host/component";

/** Where a piece of Markdown is drawn, for whom, and what the host will say of its place. */
export interface Rendering {
  readonly app: App;
  readonly sourcePath: string;
  readonly docId: string;
  /** Children that processors add live and die with it. */
  readonly owner: Component;
  readonly sectionInfo: (el: HTMLElement) => MarkdownSectionInformation | null;
  /** Embeds within embeds; too deep ones are not drawn. */
  readonly depth: number;
}

let lastDocId = 0;

export function newDocId(): string {
  lastDocId += 1;
  return lastDocId.toString(16).padStart(16, "0");
}

/** The context that processors get for one section; `added` collects the children so that lost ones can be found. */
export function contextFor(rendering: Rendering, el: HTMLElement, added: ChildOf[]): MarkdownPostProcessorContext {
  const { app, sourcePath, docId, owner } = rendering;
  const context = {
    docId,
    sourcePath,
    frontmatter: app.metadataCache.getCache(sourcePath)?.frontmatter,
    el,
    containerEl: el,
    remainingNestLevel: 4 - rendering.depth,
    addChild: (child: ChildOf) => {
      added.push(child);
      owner.addChild(child);
    },
    getSectionInfo: rendering.sectionInfo,
  };
  return context as unknown as MarkdownPostProcessorContext;
}

export type ChildOf = Component & { containerEl: HTMLElement };

/** Obsidian unloads a child whose element is no longer in the section that it was made for. */
export function dropLostChildren(owner: Component, el: HTMLElement, added: ChildOf[]): void {
  for (const child of [...added]) {
    if (el.contains(child.containerEl)) continue;
    added.splice(added.indexOf(child), 1);
    owner.removeChild(child);
  }
}
