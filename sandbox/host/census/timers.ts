import type { Entry, Kind, Ledger } from "./ledger";

type Realm = Window & typeof globalThis;
type Callback = (...args: unknown[]) => unknown;
type Start = (callback: Callback, ...rest: unknown[]) => number;
type Stop = (id: number | undefined) => void;
type Functions = Record<string, unknown>;

/** Timeouts and intervals share their ids, and either function stops both: one family. */
const starts = [
  { name: "setTimeout", family: "timer", kind: "timers", repeats: false },
  { name: "setInterval", family: "timer", kind: "intervals", repeats: true },
  { name: "requestAnimationFrame", family: "frame", kind: "frames", repeats: false },
  { name: "requestIdleCallback", family: "idle", kind: "timers", repeats: false },
] satisfies { name: string; family: string; kind: Kind; repeats: boolean }[];

const stops = [
  { name: "clearTimeout", family: "timer" },
  { name: "clearInterval", family: "timer" },
  { name: "cancelAnimationFrame", family: "frame" },
  { name: "cancelIdleCallback", family: "idle" },
];

export function wrapTimers(realm: Realm, ledger: Ledger): void {
  const functions = realm as unknown as Functions;
  const running = new Map<string, Entry>();
  const end = (family: string, id: number) => {
    ledger.end(running.get(`${family} ${String(id)}`));
    running.delete(`${family} ${String(id)}`);
  };
  for (const { name, family, kind, repeats } of starts) {
    const native = functions[name] as Start | undefined;
    if (!native) continue;
    functions[name] = (callback: Callback, ...rest: unknown[]) => {
      const run = (...args: unknown[]) => {
        if (!repeats) end(family, id);
        if (typeof callback === "function") callback(...args);
      };
      const id = native.call(realm, run, ...rest);
      const delay = typeof rest[0] === "number" ? ` ${String(rest[0])} ms` : "";
      running.set(`${family} ${String(id)}`, ledger.add(() => ({ kind, what: name + delay })));
      return id;
    };
  }
  for (const { name, family } of stops) {
    const native = functions[name] as Stop | undefined;
    if (!native) continue;
    functions[name] = (id: number | undefined) => {
      if (id !== undefined) end(family, id);
      native.call(realm, id);
    };
  }
}
