import { Modal, Setting, type TFile } from "obsidian";
import { announceRepair } from "./announce-repair";
import { findBrokenLinks, isSameLink, type BrokenLink } from "./broken-links";
import { words, type Lab } from "./lab";
import { repairFiles, saveOpenNotes, type FileRepair } from "./repair-files";
import type { VaultNames } from "./vault-names";

/** Rows beyond this are not drawn, and what is not shown is not changed. */
const mostRows = 300;

interface Row extends BrokenLink {
  /** When the note was last changed as the row was made. */
  readonly seen: number;
  /** Null where the reader has yet to choose. */
  target: TFile | null;
  chosen: boolean;
}

/** Shows which links mean notes that they do not reach, and repairs the chosen ones. */
export class RepairModal extends Modal {
  private everywhere: boolean;
  private rows: Row[] = [];
  /** Lists that come too late for a choice made since are dropped. */
  private listing = 0;

  constructor(private readonly lab: Lab, private readonly names: VaultNames) {
    super(lab.app);
    this.everywhere = lab.app.workspace.getActiveFile() === null;
  }

  override onOpen(): void {
    this.setTitle(words(this.lab).repair.title);
    void this.list();
  }

  override onClose(): void {
    this.listing += 1;
    this.contentEl.empty();
  }

  private async list(): Promise<void> {
    const { lab, names } = this;
    const listing = (this.listing += 1);
    this.contentEl.empty();
    this.contentEl.createEl("p", { text: words(lab).repair.reading, attr: { role: "status" } });
    await saveOpenNotes(lab.app);
    await names.whenReady();
    const path = this.everywhere ? null : (lab.app.workspace.getActiveFile()?.path ?? "");
    const found = await findBrokenLinks(lab, names, path);
    if (listing !== this.listing) return;
    this.rows = found.map((link) => {
      const target = link.targets.length === 1 ? (link.targets[0] ?? null) : null;
      return { ...link, seen: link.source.stat.mtime, target, chosen: target !== null };
    });
    this.draw();
  }

  private draw(): void {
    const say = words(this.lab).repair;
    const { contentEl, rows } = this;
    contentEl.empty();
    const links = rows.reduce((sum, { count }) => sum + count, 0);
    new Setting(contentEl).setName(links === 0 ? say.none : say.intro(links)).addDropdown((dropdown) => {
      if (this.lab.app.workspace.getActiveFile() !== null) dropdown.addOption("note", say.inThisNote);
      dropdown.addOption("vault", say.inVault).setValue(this.everywhere ? "vault" : "note");
      dropdown.onChange((value) => {
        this.everywhere = value === "vault";
        void this.list();
      });
    });
    const list = contentEl.createDiv({ cls: "reglab-missing-list" });
    const footer = contentEl.createDiv();
    for (const row of rows.slice(0, mostRows)) this.drawRow(list, row, footer);
    if (rows.length > mostRows) contentEl.createEl("p", { cls: "setting-item-description", text: say.more(rows.length - mostRows) });
    this.drawButtons(footer);
  }

  private drawRow(list: HTMLElement, row: Row, footer: HTMLElement): void {
    const say = words(this.lab).repair;
    const [only] = row.targets;
    const isChoice = row.targets.length > 1;
    const setting = new Setting(list)
      .setName(isChoice || only === undefined ? `[[${row.linktext}]]` : `[[${row.linktext}]] → ${only.basename}`)
      .setDesc(say.where(row.source.path, row.count));
    if (isChoice) {
      setting.addDropdown((dropdown) => {
        dropdown.addOption("", say.choose);
        for (const { path } of row.targets) dropdown.addOption(path, path);
        dropdown.onChange((path) => {
          row.target = row.targets.find((target) => target.path === path) ?? null;
          row.chosen = row.target !== null;
          this.drawButtons(footer);
        });
      });
      return;
    }
    setting.addToggle((toggle) => toggle.setValue(row.chosen).onChange((on) => {
      row.chosen = on;
      this.drawButtons(footer);
    }));
  }

  private drawButtons(footer: HTMLElement): void {
    const say = words(this.lab).repair;
    const chosen = this.rows.slice(0, mostRows).filter((row) => row.chosen);
    const links = chosen.reduce((sum, { count }) => sum + count, 0);
    footer.empty();
    const buttons = new Setting(footer);
    if (links > 0) buttons.addButton((button) => button.setCta().setButtonText(say.apply(links)).onClick(() => void this.apply(chosen)));
    buttons.addButton((button) => button.setButtonText(say.cancel).onClick(() => this.close()));
  }

  private async apply(chosen: readonly Row[]): Promise<void> {
    this.close();
    announceRepair(this.lab, await repairFiles(this.lab.app, byFile(chosen)));
  }
}

function byFile(rows: readonly Row[]): FileRepair[] {
  const files = new Map<TFile, Row[]>();
  for (const row of rows) files.set(row.source, [...(files.get(row.source) ?? []), row]);
  return [...files].map(([file, own]) => ({
    file,
    seen: Math.min(...own.map(({ seen }) => seen)),
    targetOf: (link) => own.find((row) => isSameLink(link, row))?.target ?? null,
  }));
}
