import type { FoundLink } from "./link-at";

/** Milliseconds after which a finger that stays where it is holds a link; what phones take for it. */
const holdTime = 500;
/** Milliseconds after the finger has gone in which a click still comes of it. */
const echo = 400;

/** A finger on a link: once it has stayed, the link is taken, and what the host or the browser would make of the touch is kept from them. */
export class Hold {
  private timer: number | null = null;
  private isTaken = false;
  private liftedAt = Infinity;

  constructor(private readonly take: (link: FoundLink) => void) {}

  /** A finger comes down, on a link that can be held or elsewhere. */
  press(link: FoundLink | null): void {
    this.cancel();
    this.isTaken = false;
    this.liftedAt = Infinity;
    if (link === null) return;
    this.timer = window.setTimeout(() => {
      this.timer = null;
      if (!link.el.isConnected) return;
      this.isTaken = true;
      this.take(link);
    }, holdTime);
  }

  /** The finger has moved, or something came between. */
  cancel(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = null;
  }

  lift(): void {
    this.cancel();
    this.liftedAt = performance.now();
  }

  /** Keeps a menu or a click that comes of a touch that was taken from everyone else. */
  swallow(event: Event): void {
    if (!this.isTaken || performance.now() - this.liftedAt > echo) return;
    event.preventDefault();
    event.stopPropagation();
  }
}
