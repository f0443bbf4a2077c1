import { Component } from "../../host/component";
import { processInto } from "../render/render-markdown";
import { answerSectionInfo } from "../render/section-info";
import type { Rendering } from "../render/rendering";
import { markdownToDom } from "../render/to-dom";
import { drawProperties } from "./properties";
import type { SectionText } from "./sections";

export interface SectionPlace {
  readonly rendering: Omit<Rendering, "owner" | "sectionInfo">;
  readonly noteText: () => string;
  /** Print knows of no lines. */
  readonly tellsLines: boolean;
}

const lineHeight = 27;

/** A drawn block of the reading view: its element, and a component of its own that holds what processors added. */
export class ReadingSection extends Component {
  readonly el: HTMLElement;
  /** From the top of this section to the top of the next; an estimate until it has been seen. */
  height: number;
  rendered = false;
  promises: Promise<unknown>[] = [];

  constructor(public source: SectionText, doc: Document) {
    super();
    this.el = doc.createElement("div");
    this.height = (source.lineEnd - source.lineStart + 1) * lineHeight;
  }

  render({ rendering, noteText, tellsLines }: SectionPlace): void {
    this.rendered = true;
    const { el, source } = this;
    if (source.type === "yaml") {
      el.className = "el-pre mod-frontmatter mod-ui";
      drawProperties(el, rendering.app, source.text, rendering.sourcePath);
      return;
    }
    el.append(markdownToDom(source.text));
    el.className = `el-${(el.firstElementChild?.tagName ?? "p").toLowerCase()}`;
    const sectionInfo = () => {
      if (!tellsLines || !this._loaded) return null;
      return answerSectionInfo({ text: noteText(), lineStart: this.source.lineStart, lineEnd: this.source.lineEnd });
    };
    this.promises = processInto(el, { ...rendering, owner: this, sectionInfo });
  }
}
