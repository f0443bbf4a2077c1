/** The clock and the timer of the surroundings. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Runs the callback after what else waits; the function returned calls it off. */
  later(callback: () => void): () => void;
}

/** Milliseconds: half a frame, less what one long item and collecting the garbage may take beyond it. */
const slice = 3;

/** Work on one item after another in slices of time, so that a large vault never holds up a keystroke. An item waits only once. */
export class SlicedQueue {
  private readonly waiting = new Set<string>();
  private readonly emptied = new Set<() => void>();
  private cancel: (() => void) | null = null;
  private running = false;

  constructor(private readonly work: (item: string) => void, private readonly clock: Clock) {}

  /** Until it is started, items only wait. */
  start(): void {
    this.running = true;
    this.schedule();
  }

  add(items: Iterable<string>): void {
    for (const item of items) this.waiting.add(item);
    this.schedule();
  }

  drop(item: string): void {
    this.waiting.delete(item);
  }

  /** Resolves as soon as nothing waits. */
  whenEmpty(): Promise<void> {
    if (this.running && this.waiting.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.emptied.add(resolve));
  }

  stop(): void {
    this.running = false;
    this.cancel?.();
    this.cancel = null;
    this.waiting.clear();
    this.tellEmpty();
  }

  private schedule(): void {
    if (!this.running || this.cancel !== null) return;
    if (this.waiting.size === 0) return this.tellEmpty();
    this.cancel = this.clock.later(() => this.runSlice());
  }

  private runSlice(): void {
    this.cancel = null;
    const end = this.clock.now() + slice;
    for (const item of this.waiting) {
      this.waiting.delete(item);
      this.work(item);
      if (this.clock.now() >= end) break;
    }
    this.schedule();
  }

  private tellEmpty(): void {
    for (const tell of this.emptied) tell();
    this.emptied.clear();
  }
}
