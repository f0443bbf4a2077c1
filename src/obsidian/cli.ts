import type { App, CliData, CliFlags, Plugin } from "obsidian";
import { builtIn, builtInNames } from "../data/built-in";
import { type Design, designOf } from "../data/design";
import { readNumericCsv } from "../data/numeric-csv";
import type { Table } from "../data/table";
import { reasonOf } from "../language/reason-of";
import type { Fit } from "../regression/fit";
import type { Api } from "./api";

const problemFlags: CliFlags = {
  data: { value: "<name|path>", description: `A CSV file of the vault, or one of ${builtInNames.join(", ")}`, required: true },
  target: { value: "<column>", description: "What is predicted; the last column without it" },
  features: { value: "<columns>", description: "What it is predicted from, separated by commas; all other columns without it" },
  loss: { value: "<name>", description: "squared, logistic or softmax; squared without it" },
  ratio: { value: "<number>", description: "1 lasso, 0 ridge, between them elastic net; 1 without it" },
};

/** The same as the api from Obsidian's command line, where that is there: one line of JSON, `{"error": …}` where something is wrong. */
export function addCli({ app, plugin }: { app: App; plugin: Plugin }, api: Api): void {
  // Obsidian before 1.12.2 has no command line.
  if (typeof (plugin as Partial<Pick<Plugin, "registerCliHandler">>).registerCliHandler !== "function") return;
  const add = (action: string, description: string, flags: CliFlags, answer: (given: CliData) => Promise<unknown>) => {
    const handler = async (given: CliData) => JSON.stringify(await answer(given).catch((error: unknown) => ({ error: reasonOf(error) })));
    plugin.registerCliHandler(`${plugin.manifest.id}:${action}`, description, flags, handler);
  };
  const lambda = { value: "<number>", description: "Strength of the penalty", required: true };
  add("fit", "Fits a regularized regression", { ...problemFlags, lambda }, async (given) => {
    const { design, problem } = await problemOf(app, given);
    return { target: design.target, ...described(await api.fit({ ...problem, lambda: numberOf(given, "lambda") ?? NaN }), design) };
  });
  const count = { value: "<number>", description: "How many strengths; 100 without it" };
  add("path", "Fits a regularized regression at many strengths", { ...problemFlags, count }, async (given) => {
    const { design, problem } = await problemOf(app, given);
    const { fits } = await api.path({ ...problem, count: numberOf(given, "count") ?? 100 });
    return { target: design.target, fits: fits.map((fit) => described(fit, design)) };
  });
  const cardFlags = {
    link: { value: "<text>", description: "The text of a link, such as Lasso_Regression", required: true },
    language: { value: "<en|ko>", description: "The language of the card" },
  };
  add("card", "Shows the concept card of a link", cardFlags, ({ link, language }) => {
    return api.card(link ?? "", language === undefined ? {} : { language: language as "en" | "ko" });
  });
}

async function problemOf(app: App, given: CliData) {
  const { target, features, loss } = given;
  const table = await tableOf(app, given.data ?? "");
  const design = designOf(table, { target, features: features?.split(",").map((name) => name.trim()) });
  if (!design.ok) {
    const { ok, ...fault } = design;
    throw new RangeError(`data: ${JSON.stringify(fault)}`);
  }
  return { design, problem: { x: design.x, y: design.y, loss: (loss ?? "squared") as "squared", l1Ratio: numberOf(given, "ratio") ?? 1 } };
}

async function tableOf(app: App, data: string): Promise<Table> {
  const name = builtInNames.find((known) => known === data);
  if (name !== undefined) return builtIn(name);
  const file = app.vault.getFileByPath(data);
  if (file === null) throw new RangeError(`data: ${data} is no file of this vault, nor one of ${builtInNames.join(", ")}`);
  return readNumericCsv(file.basename, await app.vault.cachedRead(file));
}

function numberOf(given: CliData, flag: string): number | undefined {
  const text = given[flag];
  return text === undefined ? undefined : Number(text);
}

/** Coefficients by the names of their features; for several classes one such list for each. */
function described({ lambda, intercept, coefficients, objective, dualityGap }: Fit, { features }: Design) {
  const named = (from: number) => Object.fromEntries(features.map((name, j) => [name, coefficients[from + j]]));
  const p = features.length;
  if (typeof intercept === "number") return { lambda, intercept, coefficients: named(0), objective, dualityGap };
  return { lambda, intercept: Array.from(intercept), coefficients: Array.from(intercept, (_, k) => named(k * p)), objective, dualityGap };
}
