import { followLinks } from "./hover/follow-links";
import { Component } from "../host/component";
import type { HoverParent, HoverPopover } from "../host/hover-popover";
import { MarkdownRenderer } from "./render/markdown-renderer";
import { TextFileView } from "./text-file-view";

interface CanvasNode {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly file?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const zoomPerNotch = 1.1;
const [smallest, largest] = [0.2, 4];

/** A `.canvas` file: texts and notes on a plane that the wheel zooms. What is on it is rendered Markdown without a place in a note; nothing is edited here. */
export class CanvasView extends TextFileView implements HoverParent {
  hoverPopover: HoverPopover | null = null;
  private zoom = 1;
  private nodes: Component | null = null;
  private readonly wrapperEl = this.contentEl.createDiv({ cls: "canvas-wrapper" });
  private readonly planeEl = this.wrapperEl.createDiv({ cls: "canvas" });

  getViewType(): string {
    return "canvas";
  }

  override getViewData(): string {
    return this.data;
  }

  override clear(): void {
    this.drawNodes([]);
  }

  override onload(): void {
    super.onload();
    followLinks(this.wrapperEl, { app: this.app, owner: this, hoverParent: this, sourcePath: () => this.file?.path ?? "" });
    this.registerDomEvent(this.wrapperEl, "wheel", (event: WheelEvent) => {
      event.preventDefault();
      this.zoomBy(event.deltaY < 0 ? zoomPerNotch : 1 / zoomPerNotch);
    }, { passive: false });
  }

  override setViewData(data: string): void {
    this.data = data;
    this.drawNodes((JSON.parse(data || "{}") as { nodes?: CanvasNode[] }).nodes ?? []);
  }

  private zoomBy(factor: number): void {
    this.zoom = Math.min(largest, Math.max(smallest, this.zoom * factor));
    this.planeEl.setCssStyles({ transform: `scale(${this.zoom})` });
  }

  private drawNodes(nodes: readonly CanvasNode[]): void {
    if (this.nodes) this.removeChild(this.nodes);
    this.nodes = this.addChild(new Component());
    this.planeEl.empty();
    for (const node of nodes) void this.drawNode(node, this.nodes);
  }

  private async drawNode({ x, y, width, height, text, file }: CanvasNode, owner: Component): Promise<void> {
    const el = this.planeEl.createDiv({ cls: "canvas-node" });
    el.setCssStyles({ left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    const content = el.createDiv({ cls: "canvas-node-container" }).createDiv({ cls: "canvas-node-content markdown-embed" });
    const note = file === undefined ? null : this.app.vault.getFileByPath(file);
    const markdown = note === null ? (text ?? "") : await this.app.vault.read(note);
    const place = content.createDiv({ cls: "markdown-embed-content" }).createDiv({ cls: "markdown-preview-view" });
    await MarkdownRenderer.render(this.app, markdown, place, note?.path ?? this.file?.path ?? "", owner);
  }
}
