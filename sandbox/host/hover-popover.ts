import { Component } from "./component";

/** Undeclared in Obsidian's types, where the enum has no members. */
export enum PopoverState {
  Showing,
  Shown,
  Hiding,
  Hidden,
}

export interface HoverParent {
  hoverPopover: HoverPopover | null;
}

const gap = 4;
const entered = (event: MouseEvent, el: HTMLElement) => !el.contains(event.relatedTarget as Node | null);

/**
 * One to a parent: a new one takes the place of the old. Opens after `waitTime` with the pointer on the target, closes that
 * long after it has left both.
 */
export class HoverPopover extends Component {
  static readonly all = new Set<HoverPopover>();
  readonly hoverEl: HTMLElement;
  state = PopoverState.Showing;
  onTarget = false;
  onHover = false;
  /** Popovers opened from links within this one keep it open. */
  hoverPopover: HoverPopover | null = null;
  readonly document: Document;
  private timer: number | null = null;

  constructor(
    readonly parent: HoverParent,
    readonly targetEl: HTMLElement | null,
    readonly waitTime = 300,
    readonly staticPos: { x: number; y: number } | null = null,
  ) {
    super();
    if (parent.hoverPopover && parent.hoverPopover.state !== PopoverState.Hidden) parent.hoverPopover.hide();
    parent.hoverPopover = this;
    HoverPopover.all.add(this);
    this.document = targetEl?.ownerDocument ?? window.activeDocument;
    this.hoverEl = this.document.createElement("div");
    this.hoverEl.className = "popover hover-popover";
    this.onTarget = true;
    targetEl?.addEventListener("mouseover", this.overTarget);
    targetEl?.addEventListener("mouseout", this.outOfTarget);
    this.hoverEl.addEventListener("mouseover", this.overSelf);
    this.hoverEl.addEventListener("mouseout", this.outOfSelf);
    this.timer = this.win.setTimeout(() => this.show(), waitTime);
  }

  private get win(): Window {
    return this.document.defaultView ?? window;
  }

  show(): void {
    this.clearTimer();
    if (this.targetEl && !this.targetEl.isConnected) {
      this.hide();
      return;
    }
    this.state = PopoverState.Shown;
    this.document.body.append(this.hoverEl);
    this.position();
    this.onShow();
    void this.load();
  }

  onShow(): void {}

  onHide(): void {}

  hide(): void {
    if (this.state === PopoverState.Hidden) return;
    this.clearTimer();
    this.hoverPopover?.hide();
    this.state = PopoverState.Hidden;
    this.targetEl?.removeEventListener("mouseover", this.overTarget);
    this.targetEl?.removeEventListener("mouseout", this.outOfTarget);
    this.hoverEl.remove();
    HoverPopover.all.delete(this);
    if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
    this.onHide();
    this.unload();
  }

  /** Under the target, above it where there is no room. */
  position(): void {
    const box = this.targetEl?.getBoundingClientRect();
    const x = this.staticPos?.x ?? box?.left ?? 0;
    const below = this.staticPos?.y ?? (box ? box.bottom + gap : 0);
    const { offsetWidth: width, offsetHeight: height } = this.hoverEl;
    const top = below + height > this.win.innerHeight && box ? box.top - gap - height : below;
    const left = Math.min(x, this.win.innerWidth - width - gap);
    this.hoverEl.setCssStyles({ position: "fixed", left: `${String(Math.max(gap, left))}px`, top: `${String(Math.max(gap, top))}px` });
  }

  shouldShow(): boolean {
    return this.onTarget || this.onHover || this.hoverPopover !== null;
  }

  transition(): void {
    if (this.shouldShow()) {
      if (this.state !== PopoverState.Hiding) return;
      this.state = PopoverState.Shown;
      this.clearTimer();
    } else if (this.state === PopoverState.Showing) {
      this.hide();
    } else if (this.state === PopoverState.Shown) {
      this.state = PopoverState.Hiding;
      this.timer = this.win.setTimeout(() => {
        if (this.shouldShow()) this.transition();
        else this.hide();
      }, this.waitTime);
    }
  }

  private clearTimer(): void {
    if (this.timer !== null) this.win.clearTimeout(this.timer);
    this.timer = null;
  }

  private readonly overTarget = (event: MouseEvent): void => {
    if (!this.targetEl || !entered(event, this.targetEl)) return;
    this.onTarget = true;
    this.transition();
  };

  private readonly outOfTarget = (event: MouseEvent): void => {
    if (!this.targetEl || !entered(event, this.targetEl)) return;
    this.onTarget = false;
    this.transition();
  };

  private readonly overSelf = (event: MouseEvent): void => {
    if (!entered(event, this.hoverEl)) return;
    this.onHover = true;
    this.transition();
  };

  private readonly outOfSelf = (event: MouseEvent): void => {
    if (!entered(event, this.hoverEl)) return;
    this.onHover = false;
    this.transition();
  };
}
