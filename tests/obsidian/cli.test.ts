import type { App, CliData, CliHandler, Plugin } from "obsidian";
import { describe, expect, test } from "vitest";
import type { Api } from "../../src/obsidian/api";
import { addCli } from "../../src/obsidian/cli";
import { fit } from "../../src/regression/regression";

const app = { vault: { getFileByPath: () => null } } as unknown as App;
const manifest = { id: "regularization-lab" };
const api = {
  fit: (problem: Parameters<Api["fit"]>[0]) => Promise.resolve(fit(problem)),
  card: (linktext: string, options: object) => Promise.resolve({ linktext, ...options }),
} as unknown as Api;

function registered(): Map<string, CliHandler> {
  const handlers = new Map<string, CliHandler>();
  const plugin = { manifest, registerCliHandler: (command: string, _: string, __: object, handler: CliHandler) => void handlers.set(command, handler) };
  addCli({ app, plugin: plugin as unknown as Plugin }, api);
  return handlers;
}
const ask = async (command: string, flags: CliData) => JSON.parse((await registered().get(command)?.(flags)) ?? "") as unknown;

describe("the command line", () => {
  test("is left alone in an Obsidian that has none", () => {
    expect(() => addCli({ app, plugin: { manifest } as unknown as Plugin }, api)).not.toThrow();
  });

  test("has three commands under the plugin's id", () => {
    expect([...registered().keys()]).toEqual(["regularization-lab:fit", "regularization-lab:path", "regularization-lab:card"]);
  });

  test("gives the coefficients of a fit by the names of the features, in one line", async () => {
    expect(await ask("regularization-lab:fit", { data: "two", lambda: "0.5" })).toMatchObject({ lambda: 0.5, coefficients: { x1: expect.any(Number) as unknown, x2: expect.any(Number) as unknown } });
    expect(await registered().get("regularization-lab:fit")?.({ data: "two", lambda: "0.5" })).not.toContain("\n");
  });

  test("hands the language of a card on", async () => {
    expect(await ask("regularization-lab:card", { link: "Lasso", language: "ko" })).toEqual({ linktext: "Lasso", language: "ko" });
  });

  test.each([
    [{ data: "no.csv", lambda: "1" }, /^data: no\.csv is no file/],
    [{ data: "two", lambda: "much" }, /^lambda: NaN/],
    [{ data: "two", lambda: "1", features: "x1, x9" }, /^data: .*"unknown-feature"/],
    [{ data: "two", lambda: "1", ratio: "3" }, /^l1Ratio: 3/],
  ])("tells what is wrong with %o", async (flags, message) => {
    expect(await ask("regularization-lab:fit", flags)).toEqual({ error: expect.stringMatching(message) as unknown });
  });
});
