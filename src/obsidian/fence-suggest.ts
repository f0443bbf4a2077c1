import { EditorSuggest, type Editor, type EditorPosition, type EditorSuggestContext, type EditorSuggestTriggerInfo } from "obsidian";
import { bodyAround } from "../demo/fences";
import { completionsAt, type Completion, type Completions } from "../demo/spec/complete";
import { words, type Lab } from "./lab";

/** A block is shorter; what is farther away is not looked at while someone types. */
const mostLines = 200;

/** Completes keys, values and column names inside a `regularization` fence. */
export class FenceSuggest extends EditorSuggest<Completion> {
  private found: Completions | null = null;

  constructor(private readonly lab: Lab) {
    super(lab.app);
  }

  override onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const lineAt = (line: number) => (line < editor.lineCount() ? editor.getLine(line) : undefined);
    const around = bodyAround(lineAt, cursor.line, mostLines);
    const index = cursor.line - (around?.first ?? 0);
    const line = around?.body[index];
    if (around === undefined || line === undefined) return null;
    // What stands before the body in a callout or a list is not part of it.
    const before = editor.getLine(cursor.line).length - line.length;
    this.found = completionsAt(around.body, index, cursor.ch - before);
    if (this.found === null) return null;
    const start = { line: cursor.line, ch: this.found.from + before };
    return { start, end: cursor, query: editor.getRange(start, cursor) };
  }

  override getSuggestions(): Completion[] {
    return [...(this.found?.options ?? [])];
  }

  override renderSuggestion(completion: Completion, el: HTMLElement): void {
    el.createDiv({ text: completion.text.trim() });
    const description = this.describe(completion);
    if (description !== undefined) el.createEl("small", { text: description });
  }

  override selectSuggestion(completion: Completion): void {
    const context: EditorSuggestContext | null = this.context;
    if (context === null) return;
    const { editor, start, end } = context;
    const space = completion.kind === "value" && editor.getLine(start.line).slice(0, start.ch).endsWith(":") ? " " : "";
    const text = space + completion.text;
    editor.replaceRange(text, start, end);
    editor.setCursor({ line: start.line, ch: start.ch + text.length });
  }

  private describe({ kind, key, text }: Completion): string | undefined {
    const say = words(this.lab);
    if (kind === "key") return say.keys[key];
    const named = (of: object): string | undefined => (of as Readonly<Record<string, string>>)[text];
    if (key === "data") return (say.data as Readonly<Record<string, { description?: string }>>)[text]?.description;
    return key === "penalties" ? named(say.demo.penalties) : undefined;
  }
}
