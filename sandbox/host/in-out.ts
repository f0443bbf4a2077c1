/** Every file operation gives way to other code at least once, as reading a disk does. */
export function inOut(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

/** Runs jobs of one key one after another; jobs of different keys run side by side. */
export class Queue {
  private tails = new Map<string, Promise<unknown>>();

  run<T>(key: string, job: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key) ?? Promise.resolve();
    const mine = before.then(job, job);
    const settled: Promise<unknown> = mine.then(
      () => this.finish(key, settled),
      () => this.finish(key, settled),
    );
    this.tails.set(key, settled);
    return mine;
  }

  private finish(key: string, settled: Promise<unknown>): void {
    if (this.tails.get(key) === settled) this.tails.delete(key);
  }
}
