import type { ViewUpdate } from "@codemirror/view";
import type { App } from "../../host/app";
import type { TFile } from "../../host/vault";
import type { Editor } from "./editor";
import { EditorSuggest } from "./editor-suggest";

/** Asks plugins' suggesters after each key; the first that answers has the caret. */
export class EditorSuggestDriver {
  private current: EditorSuggest<unknown> | null = null;

  constructor(private readonly app: App, private readonly editor: Editor, private readonly file: () => TFile | null) {}

  update({ docChanged, selectionSet, focusChanged, transactions, view }: ViewUpdate): void {
    if (focusChanged && !view.hasFocus) this.close();
    const typed = docChanged && transactions.some((tr) => tr.isUserEvent("input") || tr.isUserEvent("delete"));
    const moved = selectionSet && this.current !== null;
    // Asking moves the popover, which measures the editor: not while it is being updated.
    if (typed || moved) queueMicrotask(() => this.ask());
  }

  close(): void {
    this.current?.close();
    this.current = null;
  }

  private ask(): void {
    const file = this.file();
    const suggests = this.app.registries.editorSuggests.filter((suggest) => suggest instanceof EditorSuggest);
    const found = file && this.editor.cm.state.selection.main.empty ? suggests.find((suggest) => suggest.tryOpen(this.editor, file)) : undefined;
    if (this.current && this.current !== found) this.current.close();
    this.current = found ?? null;
  }
}
