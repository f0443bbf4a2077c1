import { getLinkpath, Modal, Notice, Setting, type EventRef, type TFile } from "obsidian";
import { conceptCard } from "../concepts/card";
import { announceCreated, createConceptNote } from "./create-note";
import { languageIn, words, type Lab } from "./lab";

interface MissingConcept {
  readonly linktext: string;
  readonly id: string;
  readonly title: string;
  /** The notes that hold the link; the first decides the folder. */
  readonly wantedBy: readonly string[];
}

/** Unresolved links that name a concept of the library, one row a file that would be created. */
function findMissing(lab: Lab, path: string | null): MissingConcept[] {
  const { unresolvedLinks } = lab.app.metadataCache;
  const found = new Map<string, MissingConcept>();
  for (const note of path === null ? Object.keys(unresolvedLinks) : [path]) {
    for (const linktext of Object.keys(unresolvedLinks[note] ?? {})) {
      const linkpath = getLinkpath(linktext);
      const resolution = lab.library.resolve(linkpath);
      if (resolution.kind !== "concept") continue;
      const key = linkpath.toLowerCase();
      const title = lab.library.note(resolution.id, languageIn(lab))?.title ?? linkpath;
      found.set(key, { linktext: linkpath, id: resolution.id, title, wantedBy: [...(found.get(key)?.wantedBy ?? []), note] });
    }
  }
  return [...found.values()].sort((one, other) => other.wantedBy.length - one.wantedBy.length || one.title.localeCompare(other.title));
}

/** Shows which concept notes a note, or the vault, still wants, and creates the chosen ones. */
export class MissingConceptsModal extends Modal {
  private everywhere: boolean;
  /** What the user switched on or off by hand. */
  private readonly choices = new Map<string, boolean>();
  /** What is drawn, as text: links that become known meanwhile are drawn, and nothing else takes the focus away. */
  private drawn = "";
  private links: EventRef | null = null;

  constructor(private readonly lab: Lab) {
    super(lab.app);
    this.everywhere = lab.app.workspace.getActiveFile() === null;
  }

  override onOpen(): void {
    this.setTitle(words(this.lab).commands.missing.title);
    this.draw();
    this.links = this.app.metadataCache.on("resolved", () => {
      if (JSON.stringify(this.find()) !== this.drawn) this.draw();
    });
  }

  override onClose(): void {
    if (this.links !== null) this.app.metadataCache.offref(this.links);
    this.contentEl.empty();
  }

  private find(): MissingConcept[] {
    return findMissing(this.lab, this.everywhere ? null : (this.app.workspace.getActiveFile()?.path ?? ""));
  }

  private draw(): void {
    const say = words(this.lab).commands.missing;
    const { contentEl } = this;
    contentEl.empty();
    const missing = this.find();
    this.drawn = JSON.stringify(missing);
    new Setting(contentEl).setName(missing.length === 0 ? say.none : say.intro(missing.length)).addDropdown((dropdown) => {
      if (this.app.workspace.getActiveFile() !== null) dropdown.addOption("note", say.inThisNote);
      dropdown.addOption("vault", say.inVault).setValue(this.everywhere ? "vault" : "note");
      dropdown.onChange((value) => {
        this.everywhere = value === "vault";
        this.draw();
      });
    });
    const list = contentEl.createDiv({ cls: "reglab-missing-list" });
    const footer = contentEl.createDiv();
    for (const concept of missing) this.drawRow(list, concept, missing, footer);
    this.drawButtons(footer, missing);
  }

  private drawRow(list: HTMLElement, concept: MissingConcept, missing: readonly MissingConcept[], footer: HTMLElement): void {
    const { linktext, title, wantedBy } = concept;
    new Setting(list)
      .setName(`[[${linktext}]]`)
      .setDesc(`${title} · ${words(this.lab).commands.missing.wantedBy(wantedBy.length)}`)
      .addToggle((toggle) => toggle.setValue(this.isChosen(concept, missing)).onChange((on) => {
        this.choices.set(linktext, on);
        this.drawButtons(footer, missing);
      }));
  }

  /** One note a concept unless the user says otherwise: a second spelling is better repaired than given a second note. */
  private isChosen(concept: MissingConcept, missing: readonly MissingConcept[]): boolean {
    return this.choices.get(concept.linktext) ?? missing.find(({ id }) => id === concept.id) === concept;
  }

  private drawButtons(footer: HTMLElement, missing: readonly MissingConcept[]): void {
    const say = words(this.lab).commands.missing;
    const chosen = missing.filter((concept) => this.isChosen(concept, missing));
    footer.empty();
    const buttons = new Setting(footer);
    if (chosen.length > 0) {
      buttons.addButton((button) => button.setCta().setButtonText(say.create(chosen.length)).onClick(() => void this.create(chosen)));
    }
    buttons.addButton((button) => button.setButtonText(say.cancel).onClick(() => this.close()));
  }

  private async create(chosen: readonly MissingConcept[]): Promise<void> {
    this.close();
    const { lab } = this;
    const created: TFile[] = [];
    let stopped = false;
    lab.plugin.register(() => (stopped = true));
    for (const { linktext, id, wantedBy } of chosen) {
      if (stopped) return;
      const card = conceptCard(lab.library, { kind: "concept", id }, linktext, languageIn(lab));
      const file = card === null ? null : await createConceptNote(lab, card, wantedBy[0] ?? "");
      if (file !== null) created.push(file);
    }
    const sentence = words(lab).commands.missing.done(created.length);
    if (created.length > 0) announceCreated(lab, created, sentence);
    else new Notice(sentence);
  }
}
