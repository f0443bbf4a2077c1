import type { ReadingSection } from "./reading-section";

/** Sections stay in the document this many viewports above and below what is seen. */
const marginInViewports = 1.5;

interface Frame {
  readonly scrollEl: HTMLElement;
  readonly sizerEl: HTMLElement;
  readonly pusherEl: HTMLElement;
}

/** Takes sections far from view out of the document (their components live on) and puts them back, with the heights they had. */
export class VirtualSections {
  private sections: readonly ReadingSection[] = [];
  private first = 0;
  private end = 0;

  constructor(private readonly frame: Frame) {}

  /** Everything into the document, to be measured. */
  showAll(sections: readonly ReadingSection[]): void {
    const { sizerEl, pusherEl } = this.frame;
    this.sections = sections;
    this.first = 0;
    this.end = sections.length;
    pusherEl.setCssStyles({ marginBottom: "0px" });
    sizerEl.setCssStyles({ minHeight: "" });
    sizerEl.setChildrenInPlace([pusherEl, ...sections.map(({ el }) => el)]);
  }

  /** Measures what is there, then keeps what is near the view. */
  update(): void {
    const { scrollEl, sizerEl } = this.frame;
    const viewport = scrollEl.clientHeight;
    if (viewport === 0 || this.sections.length === 0) return;
    this.measure();
    const margin = viewport * marginInViewports;
    const [first, end] = this.rangeAround(scrollEl.scrollTop - sizerEl.offsetTop - margin, viewport + 2 * margin);
    if (first !== this.first || end !== this.end) this.place(first, end);
  }

  /** Scrolls a section into view, whether or not it is in the document. */
  scrollTo(index: number): void {
    const top = this.sections.slice(0, index).reduce((sum, { height }) => sum + height, 0);
    this.frame.scrollEl.scrollTop = this.frame.sizerEl.offsetTop + top;
    this.update();
    this.sections[index]?.el.scrollIntoView({ block: "start" });
  }

  private measure(): void {
    const { sizerEl } = this.frame;
    const tops = this.sections.slice(this.first, this.end).map(({ el }) => el.getBoundingClientRect().top);
    const end = sizerEl.getBoundingClientRect().bottom;
    tops.forEach((top, index) => {
      const section = this.sections[this.first + index];
      if (!section) return;
      const next = tops[index + 1];
      if (next !== undefined) section.height = next - top;
      else if (this.end < this.sections.length || end > top) section.height = section.el.getBoundingClientRect().height;
    });
  }

  private rangeAround(from: number, length: number): [number, number] {
    let top = 0;
    let first = -1;
    let end = 0;
    this.sections.forEach((section, index) => {
      const bottom = top + section.height;
      const near = (bottom > from && top < from + length) || section.el.contains(section.el.ownerDocument.activeElement);
      if (near && first < 0) first = index;
      if (near) end = index + 1;
      top = bottom;
    });
    return first < 0 ? [Math.max(0, this.sections.length - 1), this.sections.length] : [first, end];
  }

  private place(first: number, end: number): void {
    const { sizerEl, pusherEl } = this.frame;
    const sum = (sections: readonly ReadingSection[]) => sections.reduce((total, { height }) => total + height, 0);
    const anchor = this.sections[Math.max(first, this.first)];
    const before = anchor?.el.isConnected ? anchor.el.getBoundingClientRect().top : null;
    const above = sum(this.sections.slice(0, first));
    this.first = first;
    this.end = end;
    pusherEl.setCssStyles({ marginBottom: `${String(above)}px` });
    sizerEl.setCssStyles({ minHeight: `${String(sum(this.sections))}px` });
    sizerEl.setChildrenInPlace([pusherEl, ...this.sections.slice(first, end).map(({ el }) => el)]);
    if (before === null || !anchor?.el.isConnected) return;
    // Margins that collapse differently must not make what is being read jump.
    const drift = anchor.el.getBoundingClientRect().top - before;
    if (Math.abs(drift) > 0.5) pusherEl.setCssStyles({ marginBottom: `${String(above - drift)}px` });
  }
}
