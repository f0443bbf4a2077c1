import type { EditorPosition } from "obsidian";
import type { App } from "../../host/app";
import { PopoverSuggest } from "../../host/popover-suggest";
import type { TFile } from "../../host/vault";
import type { Editor } from "./editor";

export interface EditorSuggestTriggerInfo {
  start: EditorPosition;
  end: EditorPosition;
  query: string;
}

export interface EditorSuggestContext extends EditorSuggestTriggerInfo {
  editor: Editor;
  file: TFile;
}

/** Rows under the caret while a text of a certain kind is typed. */
export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
  context: EditorSuggestContext | null = null;
  limit = 100;
  private asked = 0;
  private instructionsEl: HTMLElement | null = null;

  constructor(app: App) {
    super(app);
  }

  abstract onTrigger(cursor: EditorPosition, editor: Editor, file: TFile | null): EditorSuggestTriggerInfo | null;
  abstract getSuggestions(context: EditorSuggestContext): T[] | Promise<T[]>;

  setInstructions(instructions: { command: string; purpose: string }[]): void {
    this.instructionsEl?.remove();
    this.instructionsEl = this.suggestEl.createDiv("prompt-instructions");
    for (const { command, purpose } of instructions) {
      const row = this.instructionsEl.createDiv("prompt-instruction");
      row.createSpan({ cls: "prompt-instruction-command", text: command });
      row.createSpan({ text: purpose });
    }
  }

  /** For the editor: whether this one answers to what stands before the caret. */
  tryOpen(editor: Editor, file: TFile): boolean {
    const trigger = this.onTrigger(editor.getCursor(), editor, file);
    if (!trigger) return false;
    this.context = { ...trigger, editor, file };
    void this.fillFor(this.context);
    return true;
  }

  private async fillFor(context: EditorSuggestContext): Promise<void> {
    const mine = ++this.asked;
    const values = (await this.getSuggestions(context)).slice(0, this.limit || undefined);
    if (mine !== this.asked || this.context !== context) return;
    if (values.length === 0) {
      this.close();
      return;
    }
    this.open();
    this.suggestions.setSuggestions(values);
    const { cm } = context.editor;
    const box = cm.coordsAtPos(context.editor.posToOffset(context.start));
    if (box) this.reposition(box);
  }

  override close(): void {
    this.asked += 1;
    this.context = null;
    super.close();
  }
}
