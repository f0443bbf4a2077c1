import { FuzzySuggestModal } from "obsidian";
import type { Library } from "../concepts/library";
import { languageIn, words, type Lab } from "./lab";

type ConceptTitle = ReturnType<Library["titles"]>[number];

/** Finds a concept by any of its names, in both languages. */
export class FindConceptModal extends FuzzySuggestModal<ConceptTitle> {
  constructor(private readonly lab: Lab, private readonly choose: (concept: ConceptTitle) => void) {
    super(lab.app);
    const say = words(lab).commands;
    this.setPlaceholder(say.findConceptPlaceholder);
    this.emptyStateText = say.noConcept;
  }

  override getItems(): ConceptTitle[] {
    return [...this.lab.library.titles(languageIn(this.lab))];
  }

  override getItemText({ title, aliases }: ConceptTitle): string {
    return [title, ...aliases.filter((alias) => alias !== title)].join(" · ");
  }

  override onChooseItem(concept: ConceptTitle): void {
    this.choose(concept);
  }
}
