import type { MarkdownPostProcessorContext } from "obsidian";
import { afterEach, describe, expect, test } from "vitest";
import { MarkdownRenderChild } from "../../sandbox/views/render/markdown-child";
import { sectionInfo } from "../../sandbox/views/render/section-info";
import { startHost, type Host } from "../support/host";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

class Box extends MarkdownRenderChild {
  constructor(el: HTMLElement, private readonly heard: string[], readonly source: string) {
    super(el);
  }
  override onload(): void {
    this.heard.push(`load ${this.source}`);
  }
  override onunload(): void {
    this.heard.push(`unload ${this.source}`);
  }
}

/** A plugin that draws ```box blocks. */
function drawBoxes({ app }: Host): { heard: string[]; contexts: MarkdownPostProcessorContext[]; boxes: HTMLElement[] } {
  const heard: string[] = [];
  const contexts: MarkdownPostProcessorContext[] = [];
  const boxes: HTMLElement[] = [];
  app.registries.codeBlockProcessors.set("box", {
    sortOrder: 0,
    handler: (source, el, context) => {
      el.setText(`drawn ${source}`);
      contexts.push(context);
      boxes.push(el);
      context.addChild(new Box(el, heard, source) as never);
    },
  });
  return { heard, contexts, boxes };
}

const note = "Top\n\n```box\none\n```\n\nEnd\n";
const drawn = () => document.querySelector(".cm-preview-code-block");

afterEach(() => {
  sectionInfo.mode = "ok";
});

describe("a code block of a plugin in Live Preview", () => {
  test("stands in the place of its fence, with a button that opens the fence", async () => {
    const host = await startHost({ "a.md": note });
    drawBoxes(host);
    const view = await host.open("a.md");
    expect(drawn()?.querySelector(".block-language-box")?.textContent).toBe("drawn one");
    expect(view.contentEl.querySelector(".cm-content")?.textContent).not.toContain("```");
    drawn()?.querySelector<HTMLElement>(".edit-block-button")?.click();
    expect(drawn()).toBeNull();
    expect(view.editor.getCursor()).toEqual({ line: 3, ch: 0 });
    expect(view.contentEl.querySelector(".cm-content")?.textContent).toContain("```box");
  });

  test("is destroyed when the caret enters, its child a moment later, and drawn anew when the caret leaves", async () => {
    const host = await startHost({ "a.md": note });
    const { heard } = drawBoxes(host);
    const view = await host.open("a.md");
    view.editor.setCursor(3, 0);
    expect(drawn()).toBeNull();
    expect(heard).toEqual(["load one"]);
    await wait(150);
    expect(heard).toEqual(["load one", "unload one"]);
    view.editor.setCursor(0, 0);
    expect(drawn()).not.toBeNull();
    expect(heard).toEqual(["load one", "unload one", "load one"]);
  });

  test("is drawn anew when its fence is edited, and stays as it is when the text around it is", async () => {
    const host = await startHost({ "a.md": note });
    const { heard } = drawBoxes(host);
    const view = await host.open("a.md");
    const before = drawn();
    view.editor.replaceRange("More\n", { line: 0, ch: 0 });
    expect(drawn()).toBe(before);
    view.editor.replaceRange("two", { line: 4, ch: 0 }, { line: 4, ch: 3 });
    expect(drawn()?.textContent).toContain("drawn two");
    expect(heard).toEqual(["load one", "load two"]);
  });

  test("tells the lines that its fence has now; null once it is gone, and what tests ask for", async () => {
    const host = await startHost({ "a.md": note });
    const { contexts, boxes } = drawBoxes(host);
    const view = await host.open("a.md");
    const lines = () => contexts[0]?.getSectionInfo(boxes[0] as HTMLElement);
    expect(lines()).toMatchObject({ lineStart: 2, lineEnd: 4 });
    view.editor.replaceRange("More\n", { line: 0, ch: 0 });
    expect(lines()).toMatchObject({ lineStart: 3, lineEnd: 5, text: `More\n${note}` });
    sectionInfo.mode = "null";
    expect(lines()).toBeNull();
    sectionInfo.mode = "ok";
    host.app.workspace.activeLeaf?.detach();
    await wait(150);
    expect(lines()).toBeNull();
  });

  test("is unloaded after its note was closed, not at once and not never", async () => {
    const host = await startHost({ "a.md": note });
    const { heard } = drawBoxes(host);
    await host.open("a.md");
    host.app.workspace.activeLeaf?.detach();
    await wait(5);
    expect(heard).toEqual(["load one"]);
    await wait(150);
    expect(heard).toEqual(["load one", "unload one"]);
  });

  test("is not drawn in source mode, nor behind the reading view", async () => {
    const host = await startHost({ "a.md": note });
    const { boxes } = drawBoxes(host);
    await host.open("a.md", "source");
    expect(boxes.length).toBe(0);
    await host.open("a.md", "reading");
    expect(boxes.length).toBe(1);
    expect(drawn()).toBeNull();
  });

  test("comes and goes with the plugin", async () => {
    const host = await startHost({ "a.md": note });
    await host.open("a.md");
    expect(drawn()).toBeNull();
    drawBoxes(host);
    host.app.workspace.trigger("post-processor-change");
    expect(drawn()).not.toBeNull();
  });
});

describe("a link in the editor", () => {
  const links = "A [[Lasso_Regression|Lasso]] and [[here]].\n\n`[[code]]` $[[math]]$\n";
  const tokens = () => Array.from(document.querySelectorAll(".cm-hmd-internal-link"));

  test("shows its alias in Live Preview, in the elements that Obsidian makes", async () => {
    const { open } = await startHost({ "a.md": links, "here.md": "" });
    await open("a.md");
    expect(tokens().map((el) => el.textContent)).toEqual(["Lasso", "here"]);
    expect(tokens()[0]?.querySelector(":scope > .is-unresolved > .cm-underline")?.textContent).toBe("Lasso");
    expect(tokens()[1]?.querySelector(":scope > .cm-underline")?.textContent).toBe("here");
  });

  test("shows all of its text while the caret touches it", async () => {
    const { open } = await startHost({ "a.md": links });
    const view = await open("a.md");
    view.editor.setCursor(0, 4);
    expect(document.querySelector(".cm-line")?.textContent).toBe("A [[Lasso_Regression|Lasso]] and here.");
    expect(document.querySelectorAll(".cm-formatting-link").length).toBe(2);
  });

  test("has brackets and no marks of Live Preview in source mode", async () => {
    const { open } = await startHost({ "a.md": links });
    await open("a.md", "source");
    expect(document.querySelector(".cm-line")?.textContent).toBe("A [[Lasso_Regression|Lasso]] and [[here]].");
    expect(document.querySelectorAll(".cm-underline, .is-unresolved").length).toBe(0);
    expect(document.querySelectorAll(".cm-formatting-link").length).toBe(4);
    expect(tokens().map((el) => el.textContent).join("")).toBe("Lasso_Regression|Lassohere");
  });

  test("in a table is split at the escaped bar", async () => {
    const { open } = await startHost({ "a.md": "| a |\n|---|\n| [[Target\\|Alias]] |\n" });
    const view = await open("a.md");
    expect(document.querySelector("table a.internal-link")?.getAttribute("data-href")).toBe("Target");
    view.editor.setCursor(0, 0);
    expect(tokens().map((el) => el.textContent)).toEqual(["Alias"]);
  });

  test("tells its target, not its alias, when the pointer enters it, and opens with a click", async () => {
    const { app, open } = await startHost({ "a.md": links });
    await open("a.md");
    const heard: { linktext: string; source: string; sourcePath: string }[] = [];
    app.workspace.on("hover-link", (link: (typeof heard)[number]) => heard.push(link));
    const inner = tokens()[0]?.querySelector(".cm-underline");
    inner?.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
    expect(heard).toMatchObject([{ linktext: "Lasso_Regression", source: "editor", sourcePath: "a.md" }]);
    inner?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    await wait(30);
    expect(app.workspace.getActiveFile()?.path).toBe("Lasso_Regression.md");
  });

  test("is marked anew some time after its note was made", async () => {
    const { app, open } = await startHost({ "a.md": links });
    await open("a.md");
    expect(tokens()[1]?.querySelector(".is-unresolved")).not.toBeNull();
    await app.vault.create("here.md", "");
    await wait(700);
    expect(tokens()[1]?.querySelector(".is-unresolved")).toBeNull();
  });
});

describe("Markdown in Live Preview", () => {
  const text = "---\na: 1\n---\n# Head\n\n**b** ==h== $x$\n\n- one\n- [ ] task\n\n---\n\n$$\ny\n$$\n\n> [!tip] T\n> c\n";

  test("hides its marks and draws what stands alone", async () => {
    const { open } = await startHost({ "a.md": text });
    const view = await open("a.md");
    const content = view.contentEl.querySelector(".cm-content");
    expect(content?.textContent).not.toMatch(/#|\*\*|==|---/);
    expect(content?.querySelector(".HyperMD-header-1 .cm-header-1")?.textContent).toBe("Head");
    expect(content?.querySelector(".cm-strong")?.textContent).toBe("b");
    expect(content?.querySelectorAll(".metadata-container, hr, .math-block, .math-inline, .callout, .list-bullet").length).toBe(6);
  });

  test("writes a task's mark with a click on its box", async () => {
    const { open } = await startHost({ "a.md": text });
    const view = await open("a.md");
    view.contentEl.querySelector<HTMLElement>(".task-list-item-checkbox")?.click();
    expect(view.editor.getValue()).toContain("- [x] task");
  });

  test("is plain text in source mode", async () => {
    const { open } = await startHost({ "a.md": text });
    const view = await open("a.md", "source");
    expect(view.contentEl.querySelectorAll(".cm-embed-block, .math, hr, .list-bullet").length).toBe(0);
  });
});
