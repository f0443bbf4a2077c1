import { debounce } from "../host/debounce";
import type { TAbstractFile, TFile } from "../host/vault";
import { EditableFileView } from "./file-view";
import { mergeTexts } from "./merge-texts";

/** As long as Obsidian waits after the last key before it writes. */
const saveMs = 2000;

/** A view of a file's text, written back some time after a change and at once when the file is left. */
export abstract class TextFileView extends EditableFileView {
  data = "";
  /** What the file holds as far as the view knows. */
  private saved = "";
  private readonly saveSoon = debounce(() => void this.save(), saveMs, true);
  readonly requestSave = (): void => void this.saveSoon();

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  override onload(): void {
    super.onload();
    this.registerEvent(this.app.vault.on("modify", (file: TAbstractFile) => {
      if (file === this.file) void this.takeFromDisk(this.file);
    }));
    this.register(() => this.saveSoon.cancel());
  }

  override async onLoadFile(file: TFile): Promise<void> {
    await super.onLoadFile(file);
    const text = await this.app.vault.read(file);
    if (!this._loaded || this.file !== file) return;
    this.saved = text;
    this.data = text;
    this.setViewData(text, true);
  }

  override async onUnloadFile(file: TFile): Promise<void> {
    await this.save(true);
    await super.onUnloadFile(file);
  }

  /** Merges with what others have written since; `clear` empties the view afterwards. */
  async save(clear = false): Promise<void> {
    this.saveSoon.cancel();
    const { file } = this;
    const mine = file ? this.getViewData() : "";
    if (clear) this.clear();
    if (!file || file.deleted || mine === this.data) return;
    const base = this.saved;
    this.data = mine;
    const written = await this.app.vault.process(file, (disk) => {
      const next = disk === base ? mine : mergeTexts(base, mine, disk);
      this.saved = next;
      return next;
    });
    if (clear || this.file !== file || written === mine) return;
    this.adopt(mine, written);
  }

  private async takeFromDisk(file: TFile): Promise<void> {
    const disk = await this.app.vault.read(file);
    if (this.file !== file || !this._loaded || disk === this.saved) return;
    const base = this.saved;
    this.saved = disk;
    this.adopt(base, disk);
  }

  /** The file went from `base` to `disk`: so does the view, which keeps what was typed in it. */
  private adopt(base: string, disk: string): void {
    const mine = this.getViewData();
    const merged = mine === base ? disk : mergeTexts(base, mine, disk);
    this.data = disk;
    if (merged !== mine) this.setViewData(merged, false);
    if (merged !== disk) this.requestSave();
  }
}
