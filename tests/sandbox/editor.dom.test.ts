import { StateField } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import type { Editor } from "../../sandbox/views/editor/editor";
import { EditorSuggest, type EditorSuggestContext } from "../../sandbox/views/editor/editor-suggest";
import { editorEditorField, editorInfoField, editorLivePreviewField } from "../../sandbox/views/editor/fields";
import { printNote } from "../../sandbox/views/print";
import { startHost } from "../support/host";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function edit(text: string): Promise<Editor> {
  const { open } = await startHost({ "a.md": text });
  return (await open("a.md", "source")).editor;
}

describe("the editor", () => {
  test("counts lines and columns from 0 and keeps to the text", async () => {
    const editor = await edit("one\ntwo\nthree");
    expect(editor.lineCount()).toBe(3);
    expect(editor.lastLine()).toBe(2);
    expect(editor.getLine(1)).toBe("two");
    expect(editor.getLine(9)).toBe("");
    expect(editor.posToOffset({ line: 1, ch: 1 })).toBe(5);
    expect(editor.posToOffset({ line: 1, ch: 99 })).toBe(7);
    expect(editor.offsetToPos(5)).toEqual({ line: 1, ch: 1 });
    expect(editor.getRange({ line: 0, ch: 1 }, { line: 1, ch: 1 })).toBe("ne\nt");
    expect(editor.wordAt({ line: 2, ch: 2 })).toEqual({ from: { line: 2, ch: 0 }, to: { line: 2, ch: 5 } });
  });

  test("selects, replaces, undoes and does again", async () => {
    const editor = await edit("one two");
    editor.setSelection({ line: 0, ch: 4 }, { line: 0, ch: 7 });
    expect(editor.getSelection()).toBe("two");
    expect(editor.getCursor("from")).toEqual({ line: 0, ch: 4 });
    editor.replaceSelection("2");
    expect(editor.getValue()).toBe("one 2");
    editor.undo();
    expect(editor.getValue()).toBe("one two");
    editor.redo();
    expect(editor.getValue()).toBe("one 2");
    expect(editor.somethingSelected()).toBe(false);
  });

  test("makes one step of a transaction and of lines that are processed", async () => {
    const editor = await edit("a\nb\nc");
    editor.transaction({ changes: [{ from: { line: 0, ch: 0 }, text: "1" }, { from: { line: 2, ch: 0 }, text: "3" }], selection: { from: { line: 2, ch: 1 } } });
    expect(editor.getValue()).toBe("1a\nb\n3c");
    expect(editor.getCursor()).toEqual({ line: 2, ch: 1 });
    editor.undo();
    expect(editor.getValue()).toBe("a\nb\nc");
    editor.setSelection({ line: 0, ch: 0 }, { line: 2, ch: 1 });
    editor.processLines((_line, text) => text, (line, text) => ({ from: { line, ch: 0 }, to: { line, ch: text.length }, text: `- ${text}` }));
    expect(editor.getValue()).toBe("- a\n- b\n- c");
  });

  test("tells plugins' extensions where they are, and takes new ones in while it is open", async () => {
    const { app, open } = await startHost({ "a.md": "text" });
    const view = await open("a.md", "live");
    const { cm } = view.editor;
    expect(cm.state.field(editorInfoField)).toBe(view);
    expect(cm.state.field(editorEditorField)).toBe(cm);
    expect(cm.state.field(editorLivePreviewField)).toBe(true);
    const field = StateField.define({ create: () => "mine", update: (value) => value });
    app.registries.editorExtensions.add(field);
    expect(cm.state.field(field)).toBe("mine");
    app.registries.editorExtensions.remove(field);
    expect(cm.state.field(field, false)).toBeUndefined();
  });

  test("says that it was changed, but not when the file was", async () => {
    const { app, open, file } = await startHost({ "a.md": "text" });
    const view = await open("a.md", "live");
    const heard: unknown[] = [];
    app.workspace.on("editor-change", (editor: unknown) => heard.push(editor));
    view.editor.replaceRange("x", { line: 0, ch: 0 });
    expect(heard).toEqual([view.editor]);
    await view.save();
    await app.vault.modify(file("a.md"), "other");
    await wait(20);
    expect(view.editor.getValue()).toBe("other");
    expect(heard.length).toBe(1);
  });
});

class Fruits extends EditorSuggest<string> {
  onTrigger(cursor: { line: number; ch: number }, editor: Editor) {
    const before = editor.getLine(cursor.line).slice(0, cursor.ch);
    const at = before.lastIndexOf("@");
    return at < 0 ? null : { start: { line: cursor.line, ch: at }, end: cursor, query: before.slice(at + 1) };
  }
  getSuggestions({ query }: EditorSuggestContext): string[] {
    return ["apple", "apricot", "banana"].filter((fruit) => fruit.startsWith(query));
  }
  renderSuggestion(fruit: string, el: HTMLElement): void {
    el.setText(fruit);
  }
  selectSuggestion(fruit: string): void {
    const { context } = this;
    context?.editor.replaceRange(fruit, context.start, context.end);
    this.close();
  }
}

describe("suggestions in the editor", () => {
  const rows = () => Array.from(document.querySelectorAll(".suggestion-item")).map((el) => el.textContent);
  const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

  test("open while their text is typed, are chosen with the keys and go with Escape", async () => {
    const { app, open } = await startHost({ "a.md": "" });
    app.registries.editorSuggests.push(new Fruits(app));
    const { editor } = await open("a.md");
    const type = async (text: string) => {
      editor.replaceSelection(text);
      await wait(5);
    };
    await type("@ap");
    expect(rows()).toEqual(["apple", "apricot"]);
    press("ArrowDown");
    press("Enter");
    expect(editor.getValue()).toBe("apricot");
    expect(rows()).toEqual([]);
    await type(" @b");
    expect(rows()).toEqual(["banana"]);
    press("Escape");
    expect(rows()).toEqual([]);
    expect(app.keymap.depth).toBe(0);
  });
});

describe("a printed note", () => {
  test("waits for what processors promise, tells no lines, and is unloaded when done", async () => {
    const { app, file } = await startHost({ "a.md": "---\nx: 1\n---\n# A\n\n```slow\nx\n```\n" });
    let lines: unknown;
    app.registries.codeBlockProcessors.set("slow", {
      sortOrder: 0,
      handler: async (_source, el, context) => {
        lines = context.getSectionInfo(el);
        await wait(20);
        el.setText("late");
      },
    });
    const { el, done } = await printNote(app, file("a.md"));
    expect(el.matches("div.print")).toBe(true);
    expect(el.querySelector(".block-language-slow")?.textContent).toBe("late");
    expect(lines).toBeNull();
    done();
    expect(document.querySelector(".print")).toBeNull();
  });
});
