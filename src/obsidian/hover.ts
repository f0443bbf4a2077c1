import { hover, hoverAtRest, type HoverEffect, type HoverEvent, type HoverTarget } from "../concepts/hover";
import type { ConceptCard } from "../concepts/card";
import type { CardActions } from "../ui/card/card-props";
import type { CardFinder } from "./card-finder";
import { CardLayer } from "./card-layer";
import type { Lab } from "./lab";
import type { FoundLink } from "./link-at";

export interface HoverParts {
  readonly finder: CardFinder;
  readonly actionsFor: (card: ConceptCard, link: FoundLink) => CardActions;
}

/** Carries out what the hover reducer decides: timers, finding cards, drawing and placing them. */
export class Hovering {
  readonly layer: CardLayer;
  private state = hoverAtRest();
  private readonly links = new Map<string, FoundLink>();
  private readonly keys = new WeakMap<HTMLElement, string>();
  private readonly timers = new Set<number>();
  private readonly shown: number[] = [];
  private keyCount = 0;
  private focusBefore: HTMLElement | null = null;

  constructor(lab: Lab, private readonly parts: HoverParts) {
    this.layer = new CardLayer(lab);
    const configure = (): void => {
      this.dispatch({ type: "configure", openDelay: lab.settings.hoverDelay });
      this.dispatch({ type: lab.settings.cards === "off" ? "disable" : "enable" });
    };
    configure();
    lab.onChange(lab.plugin, configure);
    lab.plugin.register(() => this.stop());
  }

  get isOpen(): boolean {
    return this.state.open.length > 0;
  }

  /** The pointer is on a link that has a card. */
  enter(link: FoundLink): void {
    this.dispatch({ type: "link-enter", target: this.targetOf(link) });
  }

  /** Opens a card at once and takes the keyboard into it. */
  openAt(link: FoundLink): void {
    this.focusBefore = link.el.doc.activeElement as HTMLElement | null;
    this.dispatch({ type: "focus-open", target: this.targetOf(link) });
  }

  dispatch(event: HoverEvent): void {
    const { state, effects } = hover(this.state, event);
    this.state = state;
    for (const effect of effects) this.carryOut(effect);
    const live = new Set(this.shown);
    if (this.state.pending !== null) live.add(this.state.pending.request);
    this.layer.keepOnly(live);
    this.forgetLinks();
  }

  /** Links that nothing waits for: their elements would keep closed notes alive. */
  private forgetLinks(): void {
    const { open, at, pending } = this.state;
    const used = new Set(open.map(({ target }) => target.key));
    if (at?.kind === "link") used.add(at.target.key);
    if (pending !== null) used.add(pending.target.key);
    for (const key of [...this.links.keys()]) if (!used.has(key)) this.links.delete(key);
  }

  /** Leaves a card where it stands; what opened from it closes. */
  private pin(token: number): void {
    const level = this.shown.indexOf(token);
    if (level < 0) return;
    this.layer.pin(token, this.focusBefore);
    this.dispatch({ type: "gone", level });
  }

  /** Closes the cards whose links are gone, as when the editor draws a line anew. */
  closeOrphans(): void {
    const level = this.state.open.findIndex(({ target }) => this.links.get(target.key)?.el.isConnected !== true);
    if (level >= 0) this.dispatch({ type: "gone", level });
  }

  private targetOf(link: FoundLink): HoverTarget {
    const key = this.keys.get(link.el) ?? String((this.keyCount += 1));
    this.keys.set(link.el, key);
    this.links.set(key, link);
    const parent = this.layer.levelAt(link.el);
    return { key, linktext: link.linktext, sourcePath: link.sourcePath, level: parent === null ? 0 : parent + 1 };
  }

  private carryOut(effect: HoverEffect): void {
    switch (effect.type) {
      case "schedule":
        return this.schedule(effect.token, effect.ms);
      case "prepare":
        return void this.prepare(effect.token, effect.target);
      case "show":
        return this.show(effect.token, effect.level, effect.target);
      case "close":
        return this.close(effect.level);
    }
  }

  private schedule(token: number, ms: number): void {
    const timer = window.setTimeout(() => {
      this.timers.delete(timer);
      this.dispatch({ type: "timer", token });
    }, ms);
    this.timers.add(timer);
  }

  private async prepare(token: number, target: HoverTarget): Promise<void> {
    const link = this.links.get(target.key);
    if (link === undefined) return;
    const reading = link.place === "reading" ? (link.el.closest("p, li, td, th, h1, h2, h3, h4, h5, h6")?.textContent ?? "") : undefined;
    const card = await this.parts.finder.find({ ...link, reading });
    const wanted = this.state.pending?.request === token && link.el.isConnected;
    if (card !== null && wanted) {
      const actions = { ...this.parts.actionsFor(card, link), pin: () => this.pin(token) };
      this.layer.prepare(token, link.el, { content: card, level: target.level, actions });
    }
    this.dispatch({ type: "ready", token, hasCard: card !== null && wanted });
  }

  private show(token: number, level: number, target: HoverTarget): void {
    this.shown[level] = token;
    const link = this.links.get(target.key);
    if (link !== undefined) this.layer.show(token, link.el);
    if (this.state.open[level]?.byKeyboard === true) this.layer.focus(token);
  }

  private close(level: number): void {
    const [token] = this.shown.splice(level);
    if (token === undefined || !this.layer.holdsFocus(token)) return;
    this.focusBefore?.focus();
    this.focusBefore = null;
  }

  private stop(): void {
    this.dispatch({ type: "disable" });
    for (const timer of this.timers) window.clearTimeout(timer);
    this.timers.clear();
    this.links.clear();
    this.layer.keepOnly(new Set());
    this.layer.closePinned();
  }
}
