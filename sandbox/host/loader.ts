import type { PluginManifest } from "obsidian";
import type { App } from "./app";
import { Plugin } from "./plugin";

export type ModuleTable = Readonly<Record<string, unknown>>;
type Require = (name: string) => unknown;
type PluginClass = new (app: App, manifest: PluginManifest) => Plugin;

/** Bundlers and `await` look for these on any module. */
const asides = new Set(["__esModule", "then", "default"]);

/** A module whose missing exports are errors that name them, not `undefined`. */
export function strictModule(name: string, exports: object): object {
  return new Proxy({ ...exports }, {
    get(target: Record<string, unknown>, key) {
      if (typeof key === "symbol" || key in target || asides.has(key)) return Reflect.get(target, key) as unknown;
      throw new Error(`"${key}" of module "${name}" is not in the stand-in host`);
    },
  });
}

export function makeRequire(modules: ModuleTable): Require {
  return (name) => {
    if (Object.hasOwn(modules, name)) return modules[name];
    throw new Error(`Cannot find module '${name}': Obsidian does not give it to a plugin on every platform`);
  };
}

/** Runs the text of a built main.js as Obsidian does and gives the plugin's class. */
export function evaluatePlugin(code: string, id: string, require: Require): PluginClass {
  const module: { exports: unknown } = { exports: {} };
  const run = new Function("require", "module", "exports", `${code}\n//# sourceURL=plugin:${id}\n`) as (
    require: Require,
    module: { exports: unknown },
    exports: unknown,
  ) => void;
  run(require, module, module.exports);
  const exported = (module.exports as { default?: unknown }).default ?? module.exports;
  if (typeof exported !== "function" || !(exported.prototype instanceof Plugin)) {
    throw new Error(`Failed to load plugin ${id}: main.js does not export a class that extends Plugin`);
  }
  return exported as PluginClass;
}
