import type { App } from "../../host/app";
import type { Component } from "../../host/component";
import type { HoverParent } from "../../host/hover-popover";
import { Keymap } from "../../host/keymap";
import { showLinkMenu } from "./link-menu";
import { justTouched } from "./touches";

export interface LinkPlace {
  readonly app: App;
  /** The listeners go with it. */
  readonly owner: Component;
  readonly hoverParent: HoverParent;
  readonly sourcePath: () => string;
}

const linkOf = (target: EventTarget | null): HTMLAnchorElement | null => (target as Element | null)?.closest?.<HTMLAnchorElement>("a") ?? null;

/**
 * What Obsidian does with the links of a rendered note: hovering announces them, a click opens them.
 * Delegated and in the bubble phase, as there, so that a plugin that stops the event earlier is first.
 */
export function followLinks(root: HTMLElement, place: LinkPlace): void {
  const { app, owner, hoverParent } = place;
  const pathFor = (link: HTMLElement) => link.closest<HTMLElement>("[data-source-path]")?.dataset.sourcePath ?? place.sourcePath();

  owner.registerDomEvent(root, "mouseover", (event: MouseEvent) => {
    const targetEl = linkOf(event.target);
    if (!targetEl?.hasClass("internal-link") || justTouched(app)) return;
    const linktext = targetEl.dataset.href ?? targetEl.getAttribute("href") ?? "";
    app.workspace.trigger("hover-link", { event, source: "preview", hoverParent, targetEl, linktext, sourcePath: pathFor(targetEl) });
  });

  const open = (event: MouseEvent) => {
    const link = linkOf(event.target);
    if (!link || event.defaultPrevented || (event.type === "auxclick" && event.button !== 1)) return;
    if (link.hasClass("internal-link")) {
      event.preventDefault();
      const linktext = link.dataset.href ?? link.getAttribute("href") ?? "";
      void app.workspace.openLinkText(linktext, pathFor(link), Keymap.isModEvent(event));
    } else if (link.hasClass("tag") || (link.getAttribute("href") ?? "").startsWith("#")) {
      event.preventDefault();
    }
  };
  owner.registerDomEvent(root, "click", open);
  owner.registerDomEvent(root, "auxclick", open);

  owner.registerDomEvent(root, "contextmenu", (event: MouseEvent) => {
    const link = linkOf(event.target);
    if (!link?.hasClass("internal-link")) return;
    showLinkMenu(app, event, link.dataset.href ?? link.getAttribute("href") ?? "", pathFor(link));
  });
}
