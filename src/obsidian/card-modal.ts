import { Modal } from "obsidian";
import type { ConceptCard } from "../concepts/card";
import { mountCard } from "../ui/card/mount-card";
import type { CardFinder } from "./card-finder";
import { createConceptNote } from "./create-note";
import { words, type Lab } from "./lab";

/** A card in a window of its own, for phones and for concepts found by name; links inside lead on in the same window. */
export class CardModal extends Modal {
  private unmount: (() => void) | null = null;
  private readonly trail: ConceptCard[] = [];

  constructor(
    private readonly lab: Lab,
    private readonly finder: CardFinder,
    card: ConceptCard,
    private readonly sourcePath: string,
  ) {
    super(lab.app);
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
    const { lab } = this;
    const say = words(lab).card;
    const canCreate = card.kind !== "ambiguous" && !this.finder.hasNote(card.linktext, this.sourcePath);
    const el = this.contentEl.createDiv({ cls: "is-in-modal", attr: { "aria-label": say.label(card.title) } });
    const unmount = mountCard(el, {
      card,
      words: say,
      actions: {
        follow: (target) => void this.follow(target),
        back: this.trail.length > 1 ? () => this.goBack() : undefined,
        create: canCreate ? () => void this.create(card) : undefined,
      },
    });
    this.unmount = () => {
      unmount();
      el.remove();
    };
  }

  private goBack(): void {
    this.trail.pop();
    this.draw();
  }

  private async create(card: ConceptCard): Promise<void> {
    const file = await createConceptNote(this.lab, card, this.sourcePath);
    if (file !== null) this.close();
  }

  private async follow(target: string): Promise<void> {
    if (this.finder.hasNote(target, this.sourcePath)) {
      this.close();
      await this.lab.app.workspace.openLinkText(target, this.sourcePath);
      return;
    }
    const card = await this.finder.find({ linktext: target, sourcePath: this.sourcePath });
    if (card === null) return;
    this.trail.push(card);
    this.draw();
  }
}
