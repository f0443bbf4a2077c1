import { describe, expect, test } from "vitest";
import { MarkdownView } from "../../sandbox/views/markdown-view";
import { startHost } from "../support/host";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("the workspace", () => {
  test("calls back once the layout is ready, and at once after that", async () => {
    const { app } = await startHost({});
    const heard: string[] = [];
    app.workspace.onLayoutReady(() => heard.push("late"));
    expect(heard).toEqual(["late"]);
    expect(app.workspace.layoutReady).toBe(true);
  });

  test("says which file and which leaf are active", async () => {
    const { app, open, file } = await startHost({ "a.md": "A", "b.md": "B" });
    const heard: string[] = [];
    app.workspace.on("file-open", (opened: { path: string } | null) => heard.push(opened?.path ?? "none"));
    await open("a.md");
    await open("b.md");
    expect(heard).toEqual(["a.md", "b.md"]);
    expect(app.workspace.getActiveFile()).toBe(file("b.md"));
    expect(app.workspace.activeEditor?.file).toBe(file("b.md"));
    app.workspace.activeLeaf?.detach();
    expect(heard).toEqual(["a.md", "b.md", "none"]);
    expect(app.workspace.getActiveFile()).toBeNull();
    expect(app.workspace.activeLeaf?.view.getViewType()).toBe("empty");
  });

  test("shows one of several tabs, and closing it shows the next", async () => {
    const { app, open, file } = await startHost({ "a.md": "A", "b.md": "B" });
    await open("a.md");
    const first = app.workspace.activeLeaf;
    const second = app.workspace.getLeaf("tab");
    await second.openFile(file("b.md"));
    expect(app.workspace.getLeavesOfType("markdown").length).toBe(2);
    expect(first?.containerEl.style.display).toBe("none");
    expect(document.querySelectorAll(".workspace-tab-header").length).toBe(2);
    second.detach();
    expect(app.workspace.activeLeaf).toBe(first);
    expect(first?.containerEl.style.display).toBe("");
  });

  test("makes the note of a link that leads nowhere, where new notes go", async () => {
    const { app, open } = await startHost({ "folder/a.md": "[[new note]]" });
    app.fileManager.newFileLocation = "current";
    await open("folder/a.md");
    await app.workspace.openLinkText("new note#part|alias", "folder/a.md");
    expect(app.vault.getFileByPath("folder/new note.md")).not.toBeNull();
    await app.workspace.openLinkText("x/y", "folder/a.md");
    expect(app.workspace.getActiveFile()?.path).toBe("x/y.md");
  });

  test("opens a plugin's view and closes all of its kind", async () => {
    const { app } = await startHost({});
    const { ItemView } = await import("../../sandbox/views/view");
    class Board extends ItemView {
      getViewType = () => "board";
      getDisplayText = () => "Board";
    }
    app.registries.viewCreators.set("board", (leaf) => new Board(leaf as never));
    await app.workspace.getLeaf(true).setViewState({ type: "board", active: true });
    expect(app.workspace.getActiveViewOfType(Board)?.containerEl.dataset.type).toBe("board");
    app.workspace.detachLeavesOfType("board");
    expect(app.workspace.getLeavesOfType("board")).toEqual([]);
  });
});

describe("a note's view", () => {
  test("writes what was typed when it is closed, and nothing where nothing was typed", async () => {
    const text = "one\r\ntwo";
    const { app, open, file } = await startHost({ "a.md": text, "b.md": "B" });
    const view = await open("a.md");
    await open("b.md");
    expect(await app.vault.read(file("a.md"))).toBe(text);
    await open("a.md");
    view.editor.replaceRange("zero\n", { line: 0, ch: 0 });
    app.workspace.activeLeaf?.detach();
    await wait(20);
    expect(await app.vault.read(file("a.md"))).toBe("zero\none\ntwo");
  });

  test("takes over what others write and keeps what is being typed", async () => {
    const { app, open, file } = await startHost({ "a.md": "one\ntwo\n" });
    const view = await open("a.md");
    view.editor.setCursor(1, 3);
    view.editor.replaceSelection(" typed");
    await app.vault.process(file("a.md"), (text) => `from outside\n${text}`);
    await wait(20);
    expect(view.editor.getValue()).toBe("from outside\none\ntwo typed\n");
    expect(view.editor.getCursor()).toEqual({ line: 2, ch: 9 });
    await view.save();
    expect(await app.vault.read(file("a.md"))).toBe("from outside\none\ntwo typed\n");
  });

  test("loses nothing when both write at the same time", async () => {
    const { app, open, file } = await startHost({ "a.md": "one\ntwo\n" });
    const view = await open("a.md");
    view.editor.replaceRange("mine ", { line: 1, ch: 0 });
    await Promise.all([app.vault.process(file("a.md"), (text) => text.replace("one", "theirs")), view.save()]);
    await wait(20);
    expect(await app.vault.read(file("a.md"))).toBe("theirs\nmine two\n");
    expect(view.editor.getValue()).toBe("theirs\nmine two\n");
  });

  test("follows a rename and closes when the note is deleted", async () => {
    const { app, open, file } = await startHost({ "a.md": "A" });
    const view = await open("a.md");
    const note = file("a.md");
    await app.vault.rename(note, "b.md");
    expect(view.file?.path).toBe("b.md");
    expect(app.workspace.activeLeaf?.getDisplayText()).toBe("b");
    await app.vault.delete(note);
    expect(app.workspace.getLeavesOfType("markdown")).toEqual([]);
  });

  test("changes its mode and says so in its state", async () => {
    const { open } = await startHost({ "a.md": "# A\n\n[[b]]" });
    const view = await open("a.md", "reading");
    expect(view.getMode()).toBe("preview");
    expect(view.containerEl.querySelector(".markdown-preview-view a.internal-link")?.getAttribute("data-href")).toBe("b");
    expect(view.containerEl.querySelector(".cm-hmd-internal-link")).toBeNull();
    await open("a.md", "source");
    expect(view.getState()).toMatchObject({ mode: "source", source: true, file: "a.md" });
    expect(view).toBeInstanceOf(MarkdownView);
  });

  test("leaves nothing behind in the vault, the workspace and the registries when it is closed", async () => {
    const { app, open } = await startHost({ "a.md": "A" });
    app.workspace.activeLeaf?.detach();
    const counts = () => [app.vault, app.workspace, app.metadataCache].map((events) => events.handlerCount());
    const before = counts();
    await open("a.md", "reading");
    expect(counts()).not.toEqual(before);
    app.workspace.activeLeaf?.detach();
    await wait(5);
    expect(counts()).toEqual(before);
  });
});
