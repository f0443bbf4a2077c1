export type Kind = "listeners" | "detachedListeners" | "timers" | "intervals" | "frames" | "observers" | "workers";

export interface Left {
  kind: Kind;
  /** The event and its target, or the delay, or the class. */
  what: string;
  /** The nearest callers, the maker first. */
  stack: string[];
}

export interface Entry {
  serial: number;
  /** Null where it no longer counts, for example because its target is garbage. */
  now: () => { kind: Kind; what: string } | null;
  stack: string;
  /** How many of the nearest callers are the census itself. */
  own: number;
}

const framesKept = 6;

function callers({ stack, own }: Entry): string[] {
  const frames = stack.split("\n").filter((line) => /^\s*at /.test(line));
  return frames.slice(own, own + framesKept).map((line) => line.trim().replace(/^at /, ""));
}

/** What has been made and not ended yet. */
export class Ledger {
  private readonly entries = new Set<Entry>();
  private serial = 0;

  /** `wrappers`: functions of the census between this one and the one that was watched. */
  add(now: Entry["now"], wrappers = 1): Entry {
    const entry = { serial: ++this.serial, now, stack: new Error().stack ?? "", own: wrappers + 1 };
    this.entries.add(entry);
    return entry;
  }

  end(entry: Entry | undefined): void {
    if (entry) this.entries.delete(entry);
  }

  mark(): number {
    return this.serial;
  }

  left(since: number): Left[] {
    const found: Left[] = [];
    for (const entry of this.entries) {
      const alive = entry.now();
      if (!alive) this.entries.delete(entry);
      else if (entry.serial > since) found.push({ ...alive, stack: callers(entry) });
    }
    return found;
  }
}
