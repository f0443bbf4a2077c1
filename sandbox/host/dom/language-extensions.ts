/** What Obsidian adds to the built-in objects of JavaScript. */
type Realm = Pick<typeof globalThis, "Array" | "Math" | "Object" | "String" | "Number">;

function shuffled<T>(list: T[]): T[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(Math.random() * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
  return list;
}

const arrayMethods = {
  first<T>(this: T[]): T | undefined {
    return this[0];
  },
  last<T>(this: T[]): T | undefined {
    return this[this.length - 1];
  },
  contains<T>(this: T[], target: T): boolean {
    return this.includes(target);
  },
  remove<T>(this: T[], target: T): void {
    for (let at = this.indexOf(target); at >= 0; at = this.indexOf(target)) this.splice(at, 1);
  },
  shuffle<T>(this: T[]): T[] {
    return shuffled(this);
  },
  unique<T>(this: T[]): T[] {
    return [...new Set(this)];
  },
};

const stringMethods = {
  contains(this: string, target: string): boolean {
    return this.includes(target);
  },
  format(this: string, ...args: string[]): string {
    return this.replace(/\{(\d+)\}/g, (whole, index: string) => args[Number(index)] ?? whole);
  },
};

export function define(target: object, members: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  }
}

export function installLanguageExtensions(realm: Realm): void {
  define(realm.Array.prototype, arrayMethods);
  define(realm.Array, { combine: <T>(arrays: T[][]): T[] => arrays.flat() as T[] });
  define(realm.String.prototype, stringMethods);
  define(realm.String, { isString: (value: unknown) => typeof value === "string" });
  define(realm.Number, { isNumber: (value: unknown) => typeof value === "number" });
  define(realm.Math, {
    clamp: (value: number, low: number, high: number) => Math.min(Math.max(value, low), high),
    square: (value: number) => value * value,
  });
  define(realm.Object, {
    isEmpty: (value: object) => Object.keys(value).length === 0,
    each: (object: Record<string, unknown>, callback: (value: unknown, key: string) => boolean | void, context?: unknown) =>
      Object.entries(object).every(([key, value]) => callback.call(context, value, key) !== false),
  });
}
