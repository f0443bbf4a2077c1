import type { Entry, Ledger } from "./ledger";

type Realm = Window & typeof globalThis;
type Classes = Record<string, (new (...args: never[]) => Observer) | undefined>;

interface Observer {
  observe(target: unknown, ...rest: unknown[]): void;
  unobserve?(target: unknown): void;
  disconnect(): void;
}

/** An observer counts from its first `observe` until it is disconnected or observes nothing any more. */
export function wrapObservers(realm: Realm, ledger: Ledger): void {
  const classes = realm as unknown as Classes;
  for (const name of ["ResizeObserver", "IntersectionObserver", "MutationObserver", "PerformanceObserver"]) {
    const prototype = classes[name]?.prototype as Observer | undefined;
    if (!prototype) continue;
    const { observe, unobserve, disconnect } = prototype;
    const live = new WeakMap<Observer, { entry: Entry; targets: WeakSet<object>; count: number }>();
    const end = (observer: Observer) => {
      ledger.end(live.get(observer)?.entry);
      live.delete(observer);
    };
    prototype.observe = function (this: Observer, target: unknown, ...rest: unknown[]) {
      observe.call(this, target, ...rest);
      let state = live.get(this);
      if (!state) {
        const held = new WeakRef(this);
        const entry = ledger.add(() => (held.deref() ? { kind: "observers", what: name } : null));
        state = { entry, targets: new WeakSet(), count: 0 };
        live.set(this, state);
      }
      if (typeof target !== "object" || target === null || state.targets.has(target)) return;
      state.targets.add(target);
      state.count += 1;
    };
    if (unobserve) {
      prototype.unobserve = function (this: Observer, target: unknown) {
        unobserve.call(this, target);
        const state = live.get(this);
        if (!state || typeof target !== "object" || target === null || !state.targets.delete(target)) return;
        state.count -= 1;
        if (state.count === 0) end(this);
      };
    }
    prototype.disconnect = function (this: Observer) {
      disconnect.call(this);
      end(this);
    };
  }
}

/** A worker counts until it is terminated. */
export function wrapWorker(realm: Realm, ledger: Ledger): void {
  const Native = realm.Worker as typeof Worker | undefined;
  if (!Native) return;
  const entries = new WeakMap<Worker, Entry>();
  realm.Worker = class extends Native {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      entries.set(this, ledger.add(() => ({ kind: "workers", what: "Worker" })));
    }

    override terminate(): void {
      ledger.end(entries.get(this));
      super.terminate();
    }
  };
}
