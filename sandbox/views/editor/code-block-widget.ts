import type { EditorView } from "@codemirror/view";
import type { MarkdownSectionInformation } from "obsidian";
import type { Component } from "../../host/component";
import type { CodeBlockHandler } from "../../host/registries";
import { runCodeBlock } from "../render/processors";
import { newDocId } from "../render/rendering";
import { answerSectionInfo } from "../render/section-info";
import { EmbedBlock } from "./embed-block";
import { editPlace } from "./fields";
import { type NoteBlock, parsedNote } from "./parsed-note";

interface CodeBlock {
  readonly language: string;
  readonly source: string;
  readonly handler: CodeBlockHandler;
  /** Where it stood when it was drawn. */
  readonly from: number;
}

/** A fence drawn by the plugin that registered its language; the same text is drawn once, however it moves. */
export class CodeBlockWidget extends EmbedBlock {
  protected readonly cls = "cm-preview-code-block markdown-rendered";

  constructor(private readonly block: CodeBlock) {
    super();
  }

  override eq({ block }: CodeBlockWidget): boolean {
    return block.language === this.block.language && block.source === this.block.source && block.handler === this.block.handler;
  }

  protected fill(el: HTMLElement, view: EditorView, owner: Component): void {
    const place = view.state.facet(editPlace);
    if (!place) return;
    const { language, source, handler } = this.block;
    el.addClass(`cm-lang-${language}`);
    const box = el.createDiv();
    void runCodeBlock({ language, source, box, within: el }, handler, {
      app: place.app,
      sourcePath: place.info.file?.path ?? "",
      docId: newDocId(),
      owner,
      sectionInfo: () => answerSectionInfo(this.linesIn(view, el, owner)),
      depth: 0,
    });
  }

  /** The lines of the fence now; null once it is another one or no longer drawn. */
  private linesIn(view: EditorView, el: HTMLElement, owner: Component): MarkdownSectionInformation | null {
    if (!owner._loaded) return null;
    const placed = view.contentDOM.contains(el);
    const at = placed ? view.posAtDOM(el) : this.block.from;
    const fence = view.state.field(parsedNote).blocks.find((block) => block.from === at && this.isOf(block));
    return fence ? { text: view.state.doc.toString(), lineStart: fence.firstLine, lineEnd: fence.lastLine } : null;
  }

  private isOf({ fence }: NoteBlock): boolean {
    return fence?.language === this.block.language && fence.source === this.block.source;
  }
}
