import type { EditorView } from "@codemirror/view";
import { MarkdownView, Notice, SuggestModal, type Editor } from "obsidian";
import type { CardOpener } from "./cards";
import { FindConceptModal } from "./find-concept";
import { InsertDemoModal } from "./insert-demo";
import { words, type Lab } from "./lab";
import { linkAt, linkAtPosition, type FoundLink } from "./link-at";
import { MissingConceptsModal } from "./missing-concepts";
import { RepairModal } from "./repair-modal";

export function addCommands(lab: Lab, cards: CardOpener): void {
  const { plugin, app } = lab;
  const say = words(lab).commands;
  plugin.addCommand({ id: "insert-demo", name: say.insertDemo, editorCallback: (editor) => new InsertDemoModal(lab, editor).open() });
  plugin.addCommand({
    id: "show-card",
    name: say.showCard,
    checkCallback: (checking) => {
      const view = app.workspace.getActiveViewOfType(MarkdownView);
      if (view === null) return false;
      if (!checking) showCard(lab, cards, view);
      return true;
    },
  });
  plugin.addCommand({
    id: "find-concept",
    name: say.findConcept,
    callback: () => new FindConceptModal(lab, ({ id }) => cards.openInModal({ linktext: id, sourcePath: activePath(lab) })).open(),
  });
  plugin.addCommand({ id: "create-missing-notes", name: say.createMissing, callback: () => new MissingConceptsModal(lab).open() });
  plugin.addCommand({ id: "repair-links", name: words(lab).repair.command, callback: () => new RepairModal(lab, cards.names).open() });
}

function activePath(lab: Lab): string {
  return lab.app.workspace.getActiveFile()?.path ?? "";
}

/** In an editor the link at the cursor; in reading view the focused link, else a list of the note's links. */
function showCard(lab: Lab, cards: CardOpener, view: MarkdownView): void {
  const say = words(lab).commands;
  if (view.getMode() === "preview") {
    const focused = linkAt(lab.app, view.containerEl.doc.activeElement);
    if (focused !== null && cards.hasCard(focused)) cards.openAt(focused);
    else chooseLink(lab, cards, view);
    return;
  }
  const link = linkAtCursor(view);
  if (link === null) {
    new Notice(say.noLinkHere);
  } else if (cards.hasCard(link)) {
    cards.openAt(link);
  } else {
    new Notice(cards.hasNote(link) ? say.linkHasNote(link.linktext) : words(lab).card.none(link.linktext));
  }
}

/** The editor's CodeMirror view; public API gives no other way from an Editor to it. */
function editorView(editor: Editor): EditorView | undefined {
  return (editor as Editor & { cm?: EditorView }).cm;
}

function linkAtCursor(view: MarkdownView): FoundLink | null {
  const cm = editorView(view.editor);
  if (cm === undefined) return null;
  const { head } = cm.state.selection.main;
  const found = linkAtPosition(cm, head);
  if (found === null) return null;
  const { node } = cm.domAtPos(head);
  const el = node.instanceOf(HTMLElement) ? node : (node.parentElement ?? cm.contentDOM);
  return { ...found, sourcePath: view.file?.path ?? "", el, place: "source" };
}

/** Offers the note's links that have a card. */
function chooseLink(lab: Lab, cards: CardOpener, view: MarkdownView): void {
  const sourcePath = view.file?.path ?? "";
  const links = Object.keys(lab.app.metadataCache.unresolvedLinks[sourcePath] ?? {}).filter((linktext) => cards.hasCard({ linktext, sourcePath }));
  if (links.length === 0) {
    new Notice(words(lab).commands.noLinksInNote);
    return;
  }
  new ChooseLinkModal(lab, links, (linktext) => cards.openInModal({ linktext, sourcePath })).open();
}

class ChooseLinkModal extends SuggestModal<string> {
  constructor(lab: Lab, private readonly links: readonly string[], private readonly choose: (linktext: string) => void) {
    super(lab.app);
    this.setPlaceholder(words(lab).commands.chooseLink);
    this.emptyStateText = words(lab).commands.noConcept;
  }

  override getSuggestions(query: string): string[] {
    return this.links.filter((link) => link.toLowerCase().includes(query.trim().toLowerCase()));
  }

  override renderSuggestion(link: string, el: HTMLElement): void {
    el.setText(link.replaceAll("_", " "));
  }

  override onChooseSuggestion(link: string): void {
    this.choose(link);
  }
}
