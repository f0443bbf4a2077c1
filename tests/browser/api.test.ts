import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeBrowser, errorsOf, openSandbox, type OpenSandbox } from "../support/sandbox";
import { samplesOf } from "./documented-samples";

let sandbox: OpenSandbox;
let page: Page;
const files = { "Note.md": "Sleep is not [[Deep rest]].", "Other.md": "A note on [[Deep rest]].", "habits.csv": "sleep,steps,mood\n7,5,3\n8,6,4\n6,9,3\n5,2,1\n9,7,5\n7,8,4" };

/** Runs the body of an async function of `app` in the page. */
function run(code: string): Promise<unknown> {
  return page.evaluate(async (body) => {
    const AsyncFunction = (async () => undefined).constructor as new (...parts: string[]) => (app: unknown) => Promise<unknown>;
    return new AsyncFunction("app", body)(window.sandbox.app);
  }, code);
}
const api = 'const { api } = app.plugins.plugins["regularization-lab"];\n';

beforeAll(async () => {
  sandbox = await openSandbox({ files });
  page = sandbox.page;
});
afterAll(async () => {
  await sandbox.close();
  await closeBrowser();
});

describe("docs/api.md", () => {
  const samples = samplesOf("docs/api.md");

  test("has a sample for every function", () => {
    const all = samples.map(({ code }) => code).join("\n");
    for (const name of ["fit", "path", "crossValidate", "resolve", "card"]) expect(all).toContain(`api.${name}(`);
    expect(samples.every(({ expected }) => expected.length > 0)).toBe(true);
  });

  test.each(samples)("the sample under $heading gives what it says", async ({ code, expected }) => {
    expect(await run(code)).toEqual(expected);
  });
});

describe.each(["docs/mathematics.md", "docs/mathematics.ko.md"])("%s", (file) => {
  const samples = samplesOf(file);

  test("has a sample", () => expect(samples.length).toBeGreaterThan(0));

  test.each(samples)("the sample under $heading gives what it says", async ({ code, expected }) => {
    expect(expected.length).toBeGreaterThan(0);
    expect(await run(code)).toEqual(expected);
  });
});

describe("the api", () => {
  test("is one frozen object with the six members of its contract", async () => {
    expect(await run(`${api} return [Object.keys(api).sort(), Object.isFrozen(api)];`)).toEqual([["apiVersion", "card", "crossValidate", "fit", "path", "resolve"], true]);
  });

  test("takes rows as arrays and typed arrays, and column-major values, with the same result", async () => {
    const given = await run(`${api}
      const rows = [[1, 0], [2, 1], [3, 0], [4, 1], [5, 5]];
      const y = Float32Array.of(1, 2, 3, 4, 6);
      const values = Float64Array.from([0, 1].flatMap((j) => rows.map((row) => row[j])));
      const forms = [rows, rows.map((row) => Int16Array.from(row)), { values, rows: 5, columns: 2 }];
      const fits = await Promise.all(forms.map((x) => api.fit({ x, y, lambda: 0.1 })));
      return fits.map(({ coefficients }) => Array.from(coefficients));`);
    const [first, ...others] = given as number[][];
    for (const other of others) expect(other).toEqual(first);
  });

  test("rejects bad problems with an error that begins with the argument's name", async () => {
    const messages = (await run(`${api}
      const x = [[1, 2], [3, 4], [5, 7]];
      const y = [1, 2, 3];
      const calls = {
        problem: api.fit(), x: api.fit({ x: [[1, NaN], [3, 4], [5, 6]], y, lambda: 1 }), y: api.path({ x, y: [1] }), lambda: api.fit({ x, y }),
        lambdas: api.path({ x, y, lambdas: [-1] }), loss: api.path({ x, y, loss: "hinge" }), l1Ratio: api.path({ x, y, l1Ratio: 2 }),
        folds: api.crossValidate({ x, y, folds: 9 }), linktext: api.card(7), language: api.card("Lasso", { language: "de" }),
      };
      return Promise.all(Object.entries(calls).map(([name, call]) => call.then(() => [name, "nothing", ""], (error) => [name, error.name, error.message])));`)) as string[][];
    for (const [name, kind, message] of messages) {
      expect(["RangeError", "TypeError"], name).toContain(kind);
      expect(message).toMatch(new RegExp(`^${name}: `));
    }
    expect(messages).toHaveLength(10);
  });

  test("gives cards from the vault's own words too", async () => {
    expect(await run(`${api} const card = await api.card("Deep rest"); return [card.kind, card.wantedBy];`)).toEqual(["mentions", 2]);
  });

  test("is gone, and what it was asked stops, when the plugin is disabled", async () => {
    expect(await run(`${api}
      await app.plugins.disablePlugin("regularization-lab");
      const after = await api.fit({ x: [[1], [2]], y: [1, 2], lambda: 1 }).catch((error) => error.name);
      const gone = app.plugins.plugins["regularization-lab"] === undefined;
      await app.plugins.enablePlugin("regularization-lab");
      return [after, gone];`)).toEqual(["AbortError", true]);
    expect(await errorsOf(page)).toEqual([]);
  });
});

describe("the command line", () => {
  const ask = async (command: string, flags: Record<string, string>) =>
    JSON.parse((await run(`return app.registries.cliHandlers.get("regularization-lab:${command}").handler(${JSON.stringify(flags)});`)) as string) as Record<string, unknown>;

  test("fits a built-in set and a CSV file of the vault", async () => {
    const { target, coefficients } = await ask("fit", { data: "diabetes", lambda: "5" });
    expect(target).toBe("progression");
    expect(Object.values(coefficients as object).filter((value) => value !== 0)).toHaveLength(5);
    const own = await ask("fit", { data: "habits.csv", target: "mood", features: "sleep, steps", lambda: "0.01" });
    expect(Object.keys(own.coefficients as object)).toEqual(["sleep", "steps"]);
    expect(own.dualityGap).toBeLessThan(1e-10);
  });

  test("gives paths and cards", async () => {
    expect((await ask("path", { data: "habits.csv", count: "7" })).fits).toHaveLength(7);
    expect(await ask("card", { link: "Lasso_Regression", language: "en" })).toMatchObject({ kind: "concept", id: "lasso", language: "en" });
  });

  test("tells what is wrong", async () => {
    expect(await ask("fit", { data: "nothing.csv", lambda: "1" })).toEqual({ error: expect.stringMatching(/^data: /) as unknown });
    expect(await ask("fit", { data: "diabetes" })).toEqual({ error: expect.stringMatching(/^lambda: /) as unknown });
    expect(await ask("fit", { data: "habits.csv", target: "mod", lambda: "1" })).toEqual({ error: expect.stringContaining('"meant":"mood"') as unknown });
  });
});
