import { MarkdownRenderChild, type MarkdownPostProcessorContext } from "obsidian";
import { mountCard } from "../ui/card/mount-card";
import { mountProblems } from "../demo/mount";
import { cardFigure } from "./card-figure";
import type { CardFinder } from "./card-finder";
import { languageIn, words, type Lab } from "./lab";
import { wordsIn } from "../language/language";

/** A `concept-card` block: the card of the link text in its body, drawn at once and kept in the language of the settings. */
export class ConceptCardBlock extends MarkdownRenderChild {
  private unmount: (() => void) | null = null;

  constructor(
    el: HTMLElement,
    private readonly lab: Lab,
    private readonly finder: CardFinder,
    private readonly name: string,
    private readonly open: (target: string, event: MouseEvent) => void,
  ) {
    super(el);
  }

  override onload(): void {
    this.draw();
    this.lab.onChange(this, () => this.draw());
  }

  override onunload(): void {
    this.unmount?.();
    this.unmount = null;
  }

  private draw(): void {
    this.unmount?.();
    const card = this.finder.fromLibrary(this.name);
    const say = words(this.lab).card;
    if (card === null) {
      this.unmount = mountProblems(this.containerEl, [say.none(this.name)], wordsIn(languageIn(this.lab)));
      return;
    }
    const el = this.containerEl.createDiv({ cls: "is-block" });
    const unmount = mountCard(el, { card, words: say, actions: { follow: this.open, drawFigure: cardFigure(this.lab) } });
    this.unmount = () => {
      unmount();
      el.remove();
    };
  }
}

export function conceptCardBlock(lab: Lab, finder: CardFinder, open: (target: string, event: MouseEvent) => void) {
  return (source: string, el: HTMLElement, context: MarkdownPostProcessorContext): void => {
    context.addChild(new ConceptCardBlock(el, lab, finder, source.trim().replace(/^\[\[|\]\]$/g, ""), open));
  };
}
