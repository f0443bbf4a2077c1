import type { Entry, Kind, Ledger } from "./ledger";

type Listener = EventListenerOrEventListenerObject;
type Options = boolean | AddEventListenerOptions | undefined;
type Realm = Window & typeof globalThis;

function captures(options: Options | EventListenerOptions): boolean {
  return typeof options === "object" ? options.capture === true : options === true;
}

function describe(target: EventTarget): string {
  if ("tagName" in target) {
    const el = target as Element;
    return [el.tagName.toLowerCase(), ...Array.from(el.classList)].join(".");
  }
  return target.constructor.name;
}

/** Listeners on garbage are nobody's trouble: targets are held weakly. */
function kindOf(target: EventTarget): Kind {
  if ("nodeType" in target) return (target as Node).isConnected ? "listeners" : "detachedListeners";
  return "document" in target || "matches" in target ? "listeners" : "detachedListeners";
}

/** A function of its own, so that it closes over nothing that holds the target. */
function whileAlive(held: WeakRef<EventTarget>, key: string): Entry["now"] {
  return () => {
    const alive = held.deref();
    return alive ? { kind: kindOf(alive), what: `${key} on ${describe(alive)}` } : null;
  };
}

export function wrapListeners(realm: Realm, ledger: Ledger): void {
  const { prototype } = realm.EventTarget;
  const { addEventListener: add, removeEventListener: remove } = prototype;
  const known = new WeakMap<EventTarget, Map<string, Map<Listener, Entry>>>();

  const forget = (target: EventTarget, key: string, listener: Listener) => {
    const listeners = known.get(target)?.get(key);
    ledger.end(listeners?.get(listener));
    listeners?.delete(listener);
  };

  const note = (target: EventTarget, type: string, listener: Listener, options: Options) => {
    const capture = captures(options);
    const key = `${type}${capture ? " (capture)" : ""}`;
    const byKey = known.get(target) ?? new Map<string, Map<Listener, Entry>>();
    known.set(target, byKey);
    const listeners = byKey.get(key) ?? new Map<Listener, Entry>();
    byKey.set(key, listeners);
    if (listeners.has(listener)) return;
    listeners.set(listener, ledger.add(whileAlive(new WeakRef(target), key), 2));
    if (typeof options !== "object") return;
    if (options.once) add.call(target, type, () => forget(target, key, listener), { once: true, capture });
    const signal: EventTarget | undefined = options.signal;
    const abort = () => forget(target, key, listener);
    // A signal may come from another realm, whose own method it needs.
    const theirs = signal && Object.prototype.isPrototypeOf.call(prototype, signal) ? add : signal?.addEventListener;
    theirs?.call(signal, "abort", abort, { once: true });
  };

  prototype.addEventListener = function (this: EventTarget | undefined, type: string, listener: Listener | null, options?: Options) {
    const target = this ?? realm;
    const aborted = typeof options === "object" && options.signal?.aborted === true;
    if (listener && !aborted) note(target, type, listener, options);
    add.call(target, type, listener, options);
  };
  prototype.removeEventListener = function (
    this: EventTarget | undefined,
    type: string,
    listener: Listener | null,
    options?: boolean | EventListenerOptions,
  ) {
    const target = this ?? realm;
    if (listener) forget(target, `${type}${captures(options) ? " (capture)" : ""}`, listener);
    remove.call(target, type, listener, options);
  };
}
