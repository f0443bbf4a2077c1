import { beforeAll, describe, expect, test } from "vitest";
import { installDomExtensions } from "../../sandbox/host/dom/install";
import { evaluatePlugin, makeRequire, type ModuleTable } from "../../sandbox/host/loader";

let modules: ModuleTable;
beforeAll(async () => {
  installDomExtensions(window);
  modules = (await import("../../sandbox/host/modules")).hostModules;
});

const load = (code: string) => evaluatePlugin(code, "test", makeRequire(modules));
const empty = `const { Plugin } = require("obsidian"); module.exports = class extends Plugin {};`;

describe("the loader", () => {
  test("gives the class that main.js exports, with the host's own Plugin and CodeMirror", async () => {
    const { Plugin } = await import("../../sandbox/host/plugin");
    const { EditorView } = await import("@codemirror/view");
    expect(load(empty).prototype).toBeInstanceOf(Plugin);
    const exported = load(`${empty} module.exports.view = require("@codemirror/view").EditorView;`) as unknown as { view: unknown };
    expect(exported.view).toBe(EditorView);
  });

  test.each(["fs", "electron", "path", "@codemirror/lang-markdown", "toString"])("does not give the module %s, and names it", (name) => {
    expect(() => load(`require(${JSON.stringify(name)});`)).toThrow(`'${name}'`);
  });

  test("refuses a main.js that exports no plugin", () => {
    expect(() => load("module.exports = {};")).toThrow(/does not export/);
  });

  test("names an export of obsidian that is not there, and keeps quiet about what bundlers and promises ask for", async () => {
    const obsidian = modules["obsidian"] as Record<string | symbol, unknown>;
    expect(() => obsidian["NoSuchThing"]).toThrow(/"NoSuchThing".*"obsidian"/);
    for (const name of ["__esModule", "then", "default", Symbol.toStringTag]) expect(obsidian[name]).toBeUndefined();
    expect(await Promise.resolve(obsidian)).toBe(obsidian);
    expect(typeof obsidian["Notice"]).toBe("function");
  });
});
