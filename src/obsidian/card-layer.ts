import type { ConceptCard } from "../concepts/card";
import { placeCard } from "../concepts/placement";
import { mountCard } from "../ui/card/mount-card";
import type { CardActions, CardProps } from "../ui/card/card-props";
import { words, type Lab } from "./lab";
import { PinnedCard } from "./pinned-card";

/** Pixels between a link and its card: near enough to cross, far enough not to cover the underline. */
const gap = 6;

interface Floating {
  readonly el: HTMLElement;
  readonly level: number;
  readonly props: CardProps;
  readonly unmount: () => void;
}

/** The floating cards of all windows: drawn hidden beforehand, so that opening one is only a matter of placing it. */
export class CardLayer {
  private readonly cards = new Map<number, Floating>();
  private readonly pinned = new Set<PinnedCard>();

  constructor(private readonly lab: Lab) {}

  /** Draws a card, hidden, in the window of its link. */
  prepare(token: number, anchor: HTMLElement, card: { content: ConceptCard; level: number; actions: CardActions }): void {
    const say = words(this.lab).card;
    const el = anchor.doc.body.createDiv({
      cls: "is-floating is-preparing",
      attr: { role: "dialog", "aria-label": say.label(card.content.title), "data-reglab-level": String(card.level) },
    });
    const props = { card: card.content, words: say, actions: card.actions };
    this.cards.set(token, { el, level: card.level, props, unmount: mountCard(el, props) });
  }

  /** Puts a prepared card beside its link and makes it visible. */
  show(token: number, anchor: HTMLElement): void {
    const card = this.cards.get(token);
    if (card === undefined) return;
    const { win } = card.el;
    const parent = [...this.cards.values()].find(({ el, level }) => level === card.level - 1 && el.contains(anchor));
    const place = placeCard({
      anchor: anchor.getClientRects()[0] ?? anchor.getBoundingClientRect(),
      card: card.el.getBoundingClientRect(),
      viewport: { width: win.innerWidth, height: win.innerHeight },
      gap,
      ...(parent === undefined ? {} : { parent: parent.el.getBoundingClientRect() }),
    });
    card.el.setCssStyles({ left: `${place.left}px`, top: `${place.top}px`, maxHeight: `${place.maxHeight}px` });
    card.el.classList.remove("is-preparing");
  }

  /** Leaves a card where it stands until the reader closes it; the keyboard then goes back to `focusAfter`. */
  pin(token: number, focusAfter: HTMLElement | null): void {
    const card = this.cards.get(token);
    if (card === undefined) return;
    this.cards.delete(token);
    for (const old of this.pinned) if (!old.isSeen) old.close();
    const pinned = new PinnedCard(card.el, { props: card.props, focusAfter, onClose: () => this.pinned.delete(pinned) });
    this.pinned.add(pinned);
  }

  closePinned(): void {
    for (const card of this.pinned) card.close();
  }

  /** Takes the keyboard into a card. */
  focus(token: number): void {
    const el = this.cards.get(token)?.el;
    (el?.querySelector<HTMLElement>("button, a") ?? el)?.focus();
  }

  holdsFocus(token: number): boolean {
    const el = this.cards.get(token)?.el;
    return el?.contains(el.doc.activeElement) ?? false;
  }

  /** Takes down every card but these. */
  keepOnly(tokens: ReadonlySet<number>): void {
    for (const [token, { el, unmount }] of [...this.cards]) {
      if (tokens.has(token)) continue;
      this.cards.delete(token);
      unmount();
      el.remove();
    }
  }

  /** The level of the card that an element lies in; null outside all cards. */
  levelAt(target: Element): number | null {
    const level = target.closest("[data-reglab-level]")?.getAttribute("data-reglab-level");
    return level == null ? null : Number(level);
  }
}
