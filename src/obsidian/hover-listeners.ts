import { Keymap } from "obsidian";
import type { CardFinder } from "./card-finder";
import { inEveryWindow } from "./every-window";
import { Hold } from "./hold";
import type { Hovering } from "./hover";
import type { Lab } from "./lab";
import { linkAt, type FoundLink } from "./link-at";

/** Milliseconds after a touch in which the mouse events that browsers make up for it are ignored, as the app does. */
const touchEcho = 400;

interface Parts {
  readonly lab: Lab;
  readonly finder: CardFinder;
  readonly hovering: Hovering;
  readonly openInSheet: (link: FoundLink) => void;
}

/** Listens in the main window and in every pop-out, in the capture phase, so that a link with a card never reaches the app's own preview. */
export function listenForHover(parts: Parts): void {
  const { plugin, app } = parts.lab;
  const { workspace } = app;
  const listeners = new WindowListeners(parts);
  inEveryWindow(parts.lab, (doc) => listeners.listen(doc));
  plugin.registerEvent(workspace.on("window-close", () => parts.hovering.dispatch({ type: "press-outside" })));
  plugin.registerEvent(workspace.on("layout-change", () => parts.hovering.closeOrphans()));
}

class WindowListeners {
  private lastTouch = -Infinity;
  private readonly hold: Hold;
  /** The editor's link under the pointer that waits for Ctrl or Cmd. */
  private waiting: FoundLink | null = null;

  constructor(private readonly parts: Parts) {
    this.hold = new Hold((link) => parts.openInSheet(link));
    parts.lab.plugin.register(() => this.hold.cancel());
  }

  listen(doc: Document): void {
    const { plugin } = this.parts.lab;
    const { hovering } = this.parts;
    const capture = { capture: true };
    plugin.registerDomEvent(doc, "mouseover", (event) => this.onPointer(event), capture);
    plugin.registerDomEvent(doc.documentElement, "mouseleave", () => hovering.dispatch({ type: "card-leave" }));
    const watching = { capture: true, passive: true };
    plugin.registerDomEvent(doc, "touchstart", (event) => this.onTouch(event), watching);
    plugin.registerDomEvent(doc, "touchmove", () => this.hold.cancel(), watching);
    plugin.registerDomEvent(doc, "touchend", () => this.hold.lift(), watching);
    plugin.registerDomEvent(doc, "touchcancel", () => this.hold.cancel(), watching);
    plugin.registerDomEvent(doc, "contextmenu", (event) => this.hold.swallow(event), capture);
    plugin.registerDomEvent(doc, "click", (event) => this.onClick(event), capture);
    plugin.registerDomEvent(doc, "mousedown", (event) => this.onPress(event), capture);
    plugin.registerDomEvent(doc, "keydown", (event) => this.onKey(event), capture);
    if (doc.defaultView !== null) plugin.registerDomEvent(doc.defaultView, "blur", () => hovering.dispatch({ type: "press-outside" }));
    plugin.registerDomEvent(doc, "scroll", (event) => this.onScroll(event), watching);
    // A canvas does not scroll: the wheel moves its plane.
    plugin.registerDomEvent(doc, "wheel", (event) => void ((event.target as Element).closest(".canvas-wrapper") !== null && this.onScroll(event)), watching);
  }

  private onPointer(event: MouseEvent): void {
    const { hovering, lab, finder } = this.parts;
    if (event.timeStamp - this.lastTouch < touchEcho) return;
    if (hovering.isOpen) hovering.closeOrphans();
    this.waiting = null;
    const link = linkAt(lab.app, event.target);
    if (link !== null && finder.hasCard(link)) {
      // Also where the card still waits for Ctrl or Cmd: the app's own preview would wait for the same key.
      event.stopPropagation();
      if (!this.needsMod(link) || Keymap.isModEvent(event)) {
        hovering.enter(link);
        return;
      }
      this.waiting = link;
    }
    this.leaveTo(event.target as Element | null);
  }

  private leaveTo(target: Element | null): void {
    const { hovering } = this.parts;
    const level = target === null ? null : hovering.layer.levelAt(target);
    hovering.dispatch(level === null ? { type: "card-leave" } : { type: "card-enter", level });
  }

  private needsMod({ place }: FoundLink): boolean {
    return place === "source" || (place === "live" && this.parts.lab.settings.livePreviewNeedsMod);
  }

  private onKey(event: KeyboardEvent): void {
    const { hovering } = this.parts;
    if (event.key === "Escape" && hovering.isOpen) {
      event.preventDefault();
      event.stopPropagation();
      hovering.dispatch({ type: "key-escape" });
    } else if ((event.key === "Control" || event.key === "Meta") && this.waiting !== null) {
      hovering.enter(this.waiting);
    } else if (isTyping(event) && hovering.layer.levelAt(event.target as Element) === null) {
      hovering.dispatch({ type: "typing" });
    }
  }

  private onPress(event: MouseEvent): void {
    const { hovering } = this.parts;
    if (hovering.isOpen && hovering.layer.levelAt(event.target as Element) === null) hovering.dispatch({ type: "press-outside" });
  }

  private onScroll(event: Event): void {
    const target = event.target as Node | null;
    const { hovering } = this.parts;
    if (target?.instanceOf(Element) === true && hovering.layer.levelAt(target) !== null) return;
    hovering.dispatch({ type: "scroll" });
  }

  /** Where a tap is left to the app, a card opens when its link is held. */
  private onTouch(event: TouchEvent): void {
    this.lastTouch = event.timeStamp;
    const isLeft = this.parts.lab.settings.tapOpensCard || event.touches.length > 1;
    this.hold.press(isLeft ? null : this.touched(event));
  }

  /** The link with a card that a finger is on. */
  private touched(event: Event): FoundLink | null {
    const { lab, finder } = this.parts;
    const link = linkAt(lab.app, event.target);
    return link === null || link.place === "card" || link.place === "source" || !finder.hasCard(link) ? null : link;
  }

  /** A tap opens the card as a sheet; a second way to the note is its first button. */
  private onClick(event: MouseEvent): void {
    const { lab, openInSheet } = this.parts;
    this.hold.swallow(event);
    if (!lab.settings.tapOpensCard || event.timeStamp - this.lastTouch > 2 * touchEcho) return;
    const link = this.touched(event);
    if (link === null) return;
    event.preventDefault();
    event.stopPropagation();
    openInSheet(link);
  }
}

/** A key that writes into a note or a field. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  const writes = target?.isContentEditable === true || target?.tagName === "INPUT" || target?.tagName === "TEXTAREA";
  return writes && !["Control", "Meta", "Shift", "Alt"].includes(event.key) && !Keymap.isModEvent(event);
}
