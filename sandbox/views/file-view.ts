/* eslint-disable @typescript-eslint/no-unused-vars -- what subclasses are told; here it is not needed */
import { type TAbstractFile, TFile } from "../host/vault";
import { ItemView, type ViewStateResult } from "./view";

/** A view of one file at a time; it follows the file's renames and closes when the file is deleted. */
export abstract class FileView extends ItemView {
  allowNoFile = false;
  override navigation = true;
  file: TFile | null = null;
  /** One file after another, however fast they are asked for. */
  private loading: Promise<void> = Promise.resolve();

  override onload(): void {
    const { vault, workspace } = this.app;
    this.registerEvent(vault.on("rename", (file: TAbstractFile) => {
      if (file !== this.file) return;
      void this.onRename(this.file);
      this.leaf.updateHeader();
      workspace.layoutChanged();
    }));
    this.registerEvent(vault.on("delete", (file: TAbstractFile) => {
      if (file === this.file) this.leaf.detach();
    }));
  }

  getDisplayText(): string {
    return this.file?.basename ?? "No file";
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), file: this.file?.path ?? null };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const path = (state as { file?: string | null } | null)?.file;
    if (path !== undefined) await this.loadFile(path === null ? null : this.app.vault.getFileByPath(path));
    await super.setState(state, result);
  }

  loadFile(file: TFile | null): Promise<void> {
    this.loading = this.loading.then(
      () => this.changeTo(file),
      () => this.changeTo(file),
    );
    return this.loading;
  }

  private async changeTo(file: TFile | null): Promise<void> {
    const before = this.file;
    if (before === file) return;
    if (before) await this.onUnloadFile(before);
    this.file = file;
    if (file) await this.onLoadFile(file);
  }

  protected override async onClose(): Promise<void> {
    await super.onClose();
    await this.loadFile(null);
  }

  async onLoadFile(_file: TFile): Promise<void> {}
  async onUnloadFile(_file: TFile): Promise<void> {}
  async onRename(_file: TFile): Promise<void> {}

  canAcceptExtension(_extension: string): boolean {
    return false;
  }
}

export abstract class EditableFileView extends FileView {}
