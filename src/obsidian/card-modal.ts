import { Modal } from "obsidian";
import { canBeCreated, type ConceptCard, type WritableCard } from "../concepts/card";
import type { CardActions } from "../ui/card/card-props";
import { mountCard } from "../ui/card/mount-card";
import { cardFigure } from "./card-figure";
import type { CardFinder, LinkPlace } from "./card-finder";
import { createConceptNote } from "./create-note";
import { words, type Lab } from "./lab";
import { repairActions } from "./repair-from-card";
import type { VaultNames } from "./vault-names";

export interface CardModalParts {
  readonly lab: Lab;
  readonly finder: CardFinder;
  readonly names: VaultNames;
}

/** A card in a window of its own, for phones and for concepts found by name; links inside lead on in the same window. */
export class CardModal extends Modal {
  private unmount: (() => void) | null = null;
  private readonly trail: ConceptCard[] = [];

  constructor(private readonly parts: CardModalParts, card: ConceptCard, private readonly link: LinkPlace) {
    super(parts.lab.app);
    this.trail.push(card);
  }

  override onOpen(): void {
    this.draw();
  }

  override onClose(): void {
    this.unmount?.();
    this.unmount = null;
  }

  private draw(): void {
    const card = this.trail.at(-1);
    if (card === undefined) return;
    this.unmount?.();
    const say = words(this.parts.lab).card;
    const el = this.contentEl.createDiv({ cls: "is-in-modal", attr: { "aria-label": say.label(card.title) } });
    const unmount = mountCard(el, {
      card,
      words: say,
      actions: {
        follow: (target) => void this.follow(target),
        drawFigure: cardFigure(this.parts.lab),
        back: this.trail.length > 1 ? () => this.goBack() : undefined,
        ...this.actionsFor(card),
      },
    });
    this.unmount = () => {
      unmount();
      el.remove();
    };
  }

  private actionsFor(card: ConceptCard): Partial<CardActions> {
    const { lab, finder, names } = this.parts;
    const { sourcePath } = this.link;
    // A card reached from another one is not about the link that the first was opened for.
    const link = { ...this.link, ...(this.trail.length > 1 ? { line: undefined } : {}), linktext: card.linktext };
    const repairs = repairActions(lab, names, { link, close: () => this.close() });
    if (card.kind === "note") return { ...repairs.toNote(card), openNote: () => void this.follow(card.path) };
    if (card.kind === "notes") return repairs.toChosen();
    const canCreate = canBeCreated(card) && !finder.hasNote(card.linktext, sourcePath);
    return canCreate ? { create: () => void this.create(card) } : {};
  }

  private goBack(): void {
    this.trail.pop();
    this.draw();
  }

  private async create(card: WritableCard): Promise<void> {
    const file = await createConceptNote(this.parts.lab, card, this.link.sourcePath);
    if (file !== null) this.close();
  }

  private async follow(target: string): Promise<void> {
    const { lab, finder } = this.parts;
    const { sourcePath } = this.link;
    if (finder.hasNote(target, sourcePath)) {
      this.close();
      await lab.app.workspace.openLinkText(target, sourcePath);
      return;
    }
    const card = await finder.find({ linktext: target, sourcePath });
    if (card === null) return;
    this.trail.push(card);
    this.draw();
  }
}
