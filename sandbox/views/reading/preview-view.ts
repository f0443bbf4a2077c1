import type { App } from "../../host/app";
import type { HoverParent } from "../../host/hover-popover";
import type { TFile } from "../../host/vault";
import { followLinks } from "../hover/follow-links";
import { MarkdownRenderer } from "../render/markdown-renderer";
import { newDocId } from "../render/rendering";
import { afterVaultChanges, markAllUnresolved } from "../render/unresolved";
import { ReadingSection, type SectionPlace } from "./reading-section";
import { matchSections, splitSections } from "./sections";
import { toggleTask } from "./toggle-task";
import { VirtualSections } from "./virtual-sections";

/** Drawing goes on in slices of this many milliseconds, so that the page stays alive. */
const sliceMs = 16;

export interface PreviewOwner extends HoverParent {
  readonly file: TFile | null;
  readonly app: App;
}

/** The reading view of a note. */
export class MarkdownPreviewView extends MarkdownRenderer {
  readonly previewEl: HTMLElement;
  private readonly sizerEl: HTMLElement;
  private readonly virtual: VirtualSections;
  private sections: ReadingSection[] = [];
  private text = "";
  private docId = newDocId();
  private frame: number | null = null;
  private slice: number | null = null;
  private waiting: (() => void)[] = [];

  constructor(private readonly owner: PreviewOwner, parentEl: HTMLElement) {
    super(owner.app, parentEl.createDiv("markdown-reading-view"));
    this.previewEl = this.containerEl.createDiv({ cls: "markdown-preview-view markdown-rendered is-readable-line-width", attr: { tabindex: -1 } });
    this.sizerEl = this.previewEl.createDiv("markdown-preview-sizer markdown-preview-section");
    const pusherEl = this.sizerEl.createDiv("markdown-preview-pusher");
    this.virtual = new VirtualSections({ scrollEl: this.previewEl, sizerEl: this.sizerEl, pusherEl });
  }

  override get file(): TFile | null {
    return this.owner.file;
  }

  override onload(): void {
    const sourcePath = () => this.file?.path ?? "";
    followLinks(this.previewEl, { app: this.app, owner: this, hoverParent: this.owner, sourcePath });
    this.registerDomEvent(this.previewEl, "scroll", () => this.later(), { passive: true });
    this.registerDomEvent(this.previewEl, "click", (event: MouseEvent) => {
      if (this.file) void toggleTask(event, { app: this.app, file: this.file, sections: this.sections });
    });
    const sizes = new ResizeObserver(() => this.later());
    sizes.observe(this.previewEl);
    sizes.observe(this.sizerEl);
    this.register(() => sizes.disconnect());
    this.register(afterVaultChanges(this.app, () => {
      for (const { el } of this.sections) markAllUnresolved(this.app, el, sourcePath());
    }));
    this.registerEvent(this.app.workspace.on("post-processor-change", () => this.rerender(true)));
    this.register(() => this.clear());
  }

  get(): string {
    return this.text;
  }

  /** Draws the note; only sections whose text has changed are drawn anew, and what the old ones held is unloaded. */
  set(data: string, clear: boolean): void {
    if (clear) this.clear();
    this.text = data;
    if (!this.isShown) return;
    this.adopt(data);
    this.renderSlice();
  }

  clear(): void {
    this.stopTimers();
    for (const section of this.sections) this.removeChild(section);
    this.sections = [];
    this.docId = newDocId();
    this.virtual.showAll([]);
    this.text = "";
    this.previewEl.scrollTop = 0;
  }

  /** `full`: every section anew, as after a plugin came or went. */
  rerender(full = false): void {
    const scroll = this.previewEl.scrollTop;
    const text = this.text;
    if (full) this.clear();
    this.set(text, false);
    this.previewEl.scrollTop = scroll;
  }

  show(): void {
    this.containerEl.show();
    this.set(this.text, false);
  }

  hide(): void {
    this.containerEl.hide();
  }

  /** Resolves when all sections are drawn; what their processors promised may still be at work. */
  whenDrawn(): Promise<void> {
    return this.sections.every(({ rendered }) => rendered) ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The first line seen, as in the editor, so that changing the mode keeps the place. */
  getScroll(): number {
    const top = this.previewEl.getBoundingClientRect().top;
    const seen = this.sections.find(({ el }) => el.isConnected && el.getBoundingClientRect().bottom > top);
    return seen?.source.lineStart ?? 0;
  }

  applyScroll(line: number): void {
    const index = this.sections.findIndex(({ source }) => source.lineEnd >= line);
    if (index > 0) this.virtual.scrollTo(index);
  }

  private get isShown(): boolean {
    return this._loaded && this.containerEl.style.display !== "none";
  }

  private adopt(data: string): void {
    const next = splitSections(data);
    const old = this.sections;
    const matches = matchSections(old.map(({ source }) => source), next);
    const kept = new Set(matches);
    old.forEach((section, index) => {
      if (!kept.has(index)) this.removeChild(section);
    });
    this.sections = next.map((source, index) => {
      const known = old[matches[index] ?? -1];
      if (known) {
        known.source = source;
        return known;
      }
      return this.addChild(new ReadingSection(source, this.containerEl.ownerDocument));
    });
    this.virtual.showAll(this.sections);
  }

  private renderSlice(): void {
    this.stopTimers();
    const until = performance.now() + sliceMs;
    const place: SectionPlace = {
      rendering: { app: this.app, sourcePath: this.file?.path ?? "", docId: this.docId, depth: 0 },
      noteText: () => this.text,
      tellsLines: true,
    };
    for (const section of this.sections) {
      if (section.rendered) continue;
      if (performance.now() > until) {
        this.slice = window.setTimeout(() => this.renderSlice(), 0);
        return;
      }
      section.render(place);
    }
    for (const resolve of this.waiting.splice(0)) resolve();
    this.later();
  }

  private later(): void {
    if (this.slice !== null) return;
    this.frame ??= window.requestAnimationFrame(() => {
      this.frame = null;
      this.virtual.update();
    });
  }

  private stopTimers(): void {
    if (this.slice !== null) window.clearTimeout(this.slice);
    if (this.frame !== null) window.cancelAnimationFrame(this.frame);
    this.slice = this.frame = null;
  }
}
