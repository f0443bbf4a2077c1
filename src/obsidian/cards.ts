import { MarkdownView, Notice } from "obsidian";
import { canBeCreated, type ConceptCard, type WritableCard } from "../concepts/card";
import { presets } from "../demo/spec/presets";
import type { CardActions } from "../ui/card/card-props";
import { cardFigure } from "./card-figure";
import { CardFinder, type LinkPlace } from "./card-finder";
import { CardModal } from "./card-modal";
import { conceptCardBlock } from "./concept-card-block";
import { announceCreated, createConceptNote } from "./create-note";
import { Hovering } from "./hover";
import { listenForHover } from "./hover-listeners";
import { insertBlock } from "./insert-demo";
import { words, type Lab } from "./lab";
import type { FoundLink } from "./link-at";
import { repairActions } from "./repair-from-card";
import { vaultNames, type VaultNames } from "./vault-names";

/** What commands need of the cards. */
export interface CardOpener {
  readonly names: VaultNames;
  hasCard(link: LinkPlace): boolean;
  hasNote(link: LinkPlace): boolean;
  find(link: LinkPlace): Promise<ConceptCard | null>;
  openAt(link: FoundLink): void;
  openInModal(link: LinkPlace): void;
}

/** Cards on hover, on tap, in blocks and by command. */
export function addCards(lab: Lab): CardOpener {
  const { app, plugin } = lab;
  const names = vaultNames(lab);
  const finder = new CardFinder(lab, names);
  const hovering: Hovering = new Hovering(lab, { finder, actionsFor: (card, link) => actionsFor(card, link) });
  const drawFigure = cardFigure(lab);
  const closeAll = (): void => hovering.dispatch({ type: "press-outside" });

  const openInModal = async (link: LinkPlace): Promise<void> => {
    const card = await finder.find(link);
    if (card === null) new Notice(words(lab).card.none(link.linktext));
    else new CardModal({ lab, finder, names }, card, link).open();
  };
  const follow = (target: string, sourcePath: string): void => {
    if (!finder.hasNote(target, sourcePath)) {
      void openInModal({ linktext: target, sourcePath });
      return;
    }
    closeAll();
    void app.workspace.openLinkText(target, sourcePath);
  };
  const create = async (card: WritableCard, sourcePath: string): Promise<void> => {
    closeAll();
    const file = await createConceptNote(lab, card, sourcePath);
    if (file !== null) announceCreated(lab, [file], words(lab).commands.created(file.path));
  };
  const turnOff = (): void => {
    void lab.change({ ...lab.settings, cards: "off" });
    new Notice(words(lab).commands.cardsOff);
  };

  function actionsFor(card: ConceptCard, link: FoundLink): CardActions {
    const { sourcePath } = link;
    const repairs = repairActions(lab, names, { link, close: closeAll });
    const view = app.workspace.getActiveViewOfType(MarkdownView);
    const editor = card.kind === "concept" && view?.getMode() === "source" ? view.editor : undefined;
    return {
      // A link inside a card opens the next card beside it; the click does not wait for the dwell.
      follow: (target, event) => {
        if (finder.hasNote(target, sourcePath)) follow(target, sourcePath);
        else hovering.openAt({ linktext: target, sourcePath, el: event.currentTarget as HTMLElement, place: "card" });
      },
      create: canBeCreated(card) && !finder.hasNote(card.linktext, sourcePath) ? () => void create(card, sourcePath) : undefined,
      openNote: card.kind === "note" ? () => follow(card.path, sourcePath) : undefined,
      ...(card.kind === "note" ? repairs.toNote(card) : card.kind === "notes" ? repairs.toChosen() : {}),
      insertDemo: editor === undefined ? undefined : () => {
        closeAll();
        insertBlock(editor, presets[0].body);
      },
      turnOff,
      drawFigure,
    };
  }

  listenForHover({ lab, finder, hovering, openInSheet: (link) => void openInModal(link) });
  plugin.registerMarkdownCodeBlockProcessor("concept-card", conceptCardBlock(lab, finder, (target) => follow(target, "")));
  return {
    names,
    hasCard: (link) => finder.hasCard(link),
    hasNote: ({ linktext, sourcePath }) => finder.hasNote(linktext, sourcePath),
    find: (link) => finder.find(link),
    openAt: (link) => hovering.openAt(link),
    openInModal: (link) => void openInModal(link),
  };
}
