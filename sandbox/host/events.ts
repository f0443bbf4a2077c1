type Callback = (...data: never[]) => unknown;

export interface EventRef {
  readonly e: Events;
  readonly name: string;
  readonly fn: Callback;
  readonly ctx: unknown;
}

/** An error in one handler must not keep the others from running, and must still reach the console. */
function rethrowLater(error: unknown): void {
  setTimeout(() => {
    throw error;
  }, 0);
}

export class Events {
  private handlers = new Map<string, EventRef[]>();

  on(name: string, callback: Callback, ctx?: unknown): EventRef {
    const ref: EventRef = { e: this, name, fn: callback, ctx };
    const list = this.handlers.get(name);
    if (list) list.push(ref);
    else this.handlers.set(name, [ref]);
    return ref;
  }

  off(name: string, callback: Callback): void {
    this.keep(name, (ref) => ref.fn !== callback);
  }

  offref(ref: EventRef): void {
    this.keep(ref.name, (other) => other !== ref);
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const ref of [...(this.handlers.get(name) ?? [])]) this.tryTrigger(ref, data);
  }

  tryTrigger(ref: EventRef, args: unknown[]): void {
    try {
      ref.fn.apply(ref.ctx, args as never[]);
    } catch (error) {
      rethrowLater(error);
    }
  }

  /** How many handlers are registered, of one name or of all: for tests that count what is left behind. */
  handlerCount(name?: string): number {
    if (name !== undefined) return this.handlers.get(name)?.length ?? 0;
    let count = 0;
    for (const list of this.handlers.values()) count += list.length;
    return count;
  }

  private keep(name: string, wanted: (ref: EventRef) => boolean): void {
    const left = (this.handlers.get(name) ?? []).filter(wanted);
    if (left.length) this.handlers.set(name, left);
    else this.handlers.delete(name);
  }
}
