import type { App } from "../host/app";
import { Scope } from "../host/keymap";
import { ButtonComponent } from "../host/settings/button-components";
import { printNote } from "../views/print";
import { word } from "./words";

type Printed = Awaited<ReturnType<typeof printNote>>;

/** The note as it goes to the printer: drawn anew under `.print`, on a sheet over the page. */
export class PrintPreview {
  private readonly scope: Scope;
  private printed: Printed | null = null;
  private el: HTMLElement | null = null;

  constructor(private readonly app: App) {
    this.scope = new Scope(app.scope);
    this.scope.register([], "Escape", () => {
      this.close();
      return false;
    });
  }

  /** The `.print` element, after all that its blocks have promised; it stays until `close`. */
  async draw(path: string): Promise<HTMLElement> {
    this.close();
    const file = this.app.vault.getFileByPath(path);
    if (!file) throw new Error(`There is no note "${path}" in the vault.`);
    this.printed = await printNote(this.app, file);
    return this.printed.el;
  }

  async show(path: string): Promise<void> {
    const sheet = await this.draw(path);
    this.el = document.body.createDiv({ cls: "print-preview", attr: { role: "dialog", "aria-label": word("print") } });
    const bar = this.el.createDiv("print-preview-bar");
    const print = new ButtonComponent(bar).setButtonText(word("printNow")).setCta().onClick(() => window.print());
    new ButtonComponent(bar).setButtonText(word("close")).onClick(() => this.close());
    this.el.createDiv("print-preview-sheets").append(sheet);
    this.app.keymap.pushScope(this.scope);
    print.buttonEl.focus();
  }

  close(): void {
    this.app.keymap.popScope(this.scope);
    this.printed?.done();
    this.printed = null;
    this.el?.remove();
    this.el = null;
  }
}
