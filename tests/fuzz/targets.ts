import fc from "fast-check";
import { parse as parseYaml } from "yaml";
import { checkNote } from "../../src/concepts/check-note";
import { fillTemplate } from "../../src/concepts/note-template";
import { conceptCard } from "../../src/concepts/card";
import { noteFromCard } from "../../src/concepts/concept-note";
import { fileNameFor } from "../../src/concepts/file-name";
import { foldName } from "../../src/concepts/fold";
import { splitFrontmatter } from "../../src/concepts/frontmatter";
import { parseInline, plainText } from "../../src/concepts/inline";
import { loadLibrary } from "../../src/concepts/library";
import notes from "../../src/concepts/library?notes";
import { mentionsCard } from "../../src/concepts/mentions-card";
import { noteBlocks } from "../../src/concepts/note-blocks";
import { noteLinks } from "../../src/concepts/note-links";
import { firstTable } from "../../src/concepts/note-table";
import { repairLinks } from "../../src/concepts/repair-links";
import { readCsv } from "../../src/data/csv-table";
import { readLargeCsv } from "../../src/data/large-csv";
import { designOf } from "../../src/data/design";
import { lagged, withoutGaps } from "../../src/data/missing-values";
import { type Cell, rawTable } from "../../src/data/raw-table";
import { readTable } from "../../src/data/read-table";
import { readBlockLink } from "../../src/demo/block-link";
import { findFences, replaceBody } from "../../src/demo/fences";
import { fieldsOf, fieldsText } from "../../src/demo/spec/block-fields";
import type { BlockSpec } from "../../src/demo/spec/block-spec";
import { completionsAt } from "../../src/demo/spec/complete";
import { describeProblem } from "../../src/demo/spec/describe-problem";
import { parseDefaults, parseSpec } from "../../src/demo/spec/parse-spec";
import { presets } from "../../src/demo/spec/presets";
import { writeLambda } from "../../src/demo/spec/write-lambda";
import { wordsIn } from "../../src/language/language";
import { fit, path } from "../../src/regression/regression";
import { migrateSettings } from "../../src/settings";
import { awkwardNumber, awkwardText, mutated } from "./generators";

/** Something that takes input from outside, what it is given, and what must hold. */
export interface Target {
  readonly name: string;
  /** Of a run, this target's share of cases; 1 for most. */
  readonly weight: number;
  readonly property: fc.IRawProperty<unknown, false>;
}

const readYaml = (text: string) => parseYaml(text, { logLevel: "error" }) as unknown;
const library = loadLibrary(notes);
const bodies = [...presets.map(({ body }) => body), "data: [[habits.csv]]\ntarget: mood\nfeatures: [sleep, coffee]\nlag: 1\nmissing: mean", "data: notes\nfolder: Daily\ntag: '#mood'\nlambda: best", "λ: 0.5\npenalties: lasso, ridge\nviews: fit\ncaption: \"a: b\""];
const sampleNotes = [...Object.values(notes).slice(0, 40), "# T\n\nA [[weight_decay]] and [[Lasso#^x|the lasso]].\n\n| a | [[b\\|c]] |\n| - | - |\n| 1 | 2 |\n\n```regularization\nviews: [path]\n```\n\n$$\nx\n$$\n%% [[c]] %%\n> [!note] [[d]]\n"];
const tables = ["a,b,c\n1,2,3\n4,5,6\n7,8,9\n1,1,2\n", "day;mood;sleep\n2026-01-01;3,5;7,5 h\n2026-01-02;4;8 h\n2026-01-03;2;6\n2026-01-04;5;7\n", "x\ty\n\"1\"\t\"a\"\"b\"\n2\tc\n"];

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const cell: fc.Arbitrary<Cell> = fc.oneof(awkwardNumber, fc.boolean(), fc.constant(null), awkwardText, fc.constantFrom("7.5 h", "80 %", "1,5", "2026-01-02", "yes", "no"), fc.array(fc.constantFrom("work", "run", "", "[[x]]"), { maxLength: 3 }));

/** What is made of a table has finite numbers alone, or a code. */
function fitTable(table: ReturnType<typeof readTable>, target?: string): void {
  for (const rule of ["drop", "mean", "zero"] as const) {
    const design = designOf(withoutGaps(lagged(table, 1, target), rule, target), { target });
    if (!design.ok) must(design.code.length > 0, "a fault has a code");
    else must(design.x.values.every(Number.isFinite) && design.y.every(Number.isFinite), `${rule}: a design holds a value that is not finite`);
  }
}

export const targets: readonly Target[] = [
  {
    name: "the text of a block gives a block or sentences that say what is wrong",
    weight: 2,
    property: fc.property(fc.oneof(awkwardText, mutated(bodies)), (text) => {
      const parsed = parseSpec(text, readYaml, parseDefaults(text, readYaml));
      for (const problem of parsed.ok ? parsed.notes : parsed.problems) for (const language of ["en", "ko"] as const) must(describeProblem(problem, wordsIn(language)).length > 0, "a problem has words");
      if (!parsed.ok) must(parsed.problems.length > 0, "a refusal has a reason");
      else must(parsed.spec.views.length > 0 && parsed.spec.penalties.length > 0, "a block has views and penalties");
      fieldsText(fieldsOf(text, readYaml));
      const lines = text.split("\n");
      completionsAt(lines, lines.length - 1, lines.at(-1)?.length ?? 0);
    }),
  },
  {
    name: "saving λ leaves every other line of a block as it was",
    weight: 1,
    property: fc.property(mutated(bodies), (body) => {
      const before = parseSpec(body, readYaml);
      if (!before.ok) return;
      const after = parseSpec(writeLambda(body, 0.25), readYaml);
      must(after.ok, "a block with λ written can be read");
      const others = (spec: BlockSpec) => JSON.stringify(Object.entries(spec).filter(([key]) => key !== "lambda" && key !== "match"));
      if (after.ok) must(others(before.spec) === others(after.spec) && after.spec.lambda === 0.25, "λ has changed, and nothing else");
    }),
  },
  {
    name: "fences are found, and writing one back changes nothing else",
    weight: 1,
    property: fc.property(fc.oneof(awkwardText, mutated(sampleNotes)), (note) => {
      for (const fence of findFences(note)) if (fence.closed) must(replaceBody(note, fence, fence.body).replaceAll("\r", "") === note.replaceAll("\r", ""), "a fence written back as it was");
    }),
  },
  {
    name: "a link's text is resolved, folded and made a file name inside the vault, or refused",
    weight: 2,
    property: fc.property(fc.oneof(awkwardText, mutated(library.titles("en").flatMap(({ title, aliases }) => [title, ...aliases]))), (linktext) => {
      const found = library.resolve(linktext);
      if (found.kind === "concept") must(library.ids.includes(found.id), "a concept of the library");
      must(foldName(foldName(linktext)) === foldName(linktext) || foldName(linktext) !== "", "folding ends");
      readBlockLink(linktext);
      const name = fileNameFor(linktext);
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      if (name !== null) must(!/^\.|[\\:*?"<>|\u0000-\u001f]/.test(name.name) && ![name.name, ...(name.folder ?? "").split("/")].includes("..") && !name.name.includes("/"), "no path outside the vault");
    }),
  },
  {
    name: "a note is read whatever stands in it",
    weight: 1,
    property: fc.property(fc.oneof(awkwardText, mutated(sampleNotes)), (note) => {
      noteBlocks(note);
      splitFrontmatter(note);
      checkNote(note);
      plainText(parseInline(note.slice(0, 2000)));
      mentionsCard({ linktext: "weight_decay", notes: [{ path: "A.md", title: "A", text: note }], wantedBy: 1, linkedWith: [] });
      const table = firstTable(note);
      if (table !== null) fitTable(readTable(rawTable("t", table.header, table.rows)));
    }),
  },
  {
    name: "repairing links changes the links and nothing between them",
    weight: 1,
    property: fc.property(fc.oneof(awkwardText, mutated(sampleNotes)), (note) => {
      const links = noteLinks(note);
      must(repairLinks(note, () => null).text === note, "no link, no change");
      const { text } = repairLinks(note, () => ({ linktext: "Target", generate: (subpath, shown) => `[[Target${subpath}${shown === "" ? "" : `|${shown}`}]]` }));
      let at = 0;
      for (const { from, to } of links) {
        if (from < at) continue;
        must(text.includes(note.slice(at, from)), "what stands between two links stays");
        at = to;
      }
      must(text.endsWith(note.slice(at)), "what follows the last link stays");
    }),
  },
  {
    name: "a note from a card can be read, whatever its template",
    weight: 0.5,
    property: fc.property(fc.constantFrom(...library.ids), awkwardText, awkwardText, (id, linktext, template) => {
      const card = conceptCard(library, { kind: "concept", id }, linktext, "ko");
      if (card === null) return;
      const labels = wordsIn("ko").card.noteHeadings;
      const own = noteFromCard(card, { fileName: "N", labels, now: () => "2026" });
      must(splitFrontmatter(own).properties["id"] === id, "the id of the concept");
      must(fillTemplate(template, () => undefined).trim() === template.replaceAll("\r\n", "\n").replace(/\n{3,}/g, "\n\n").trim(), "a template without places stays");
    }),
  },
  {
    name: "a CSV file gives a table or a code",
    weight: 1,
    property: fc.property(fc.oneof(awkwardText, mutated(tables)), (text) => {
      const read = readCsv("t", text);
      if (!read.ok) must(read.code.startsWith("csv-"), "a fault has a code");
      else fitTable(readTable(read.raw));
      const steps = readLargeCsv("t", new TextEncoder().encode(text));
      let step = steps.next();
      while (step.done !== true) step = steps.next();
      if (!step.value.ok) must(step.value.code.startsWith("csv-"), "a fault has a code");
      else must(step.value.table.sums?.parts.every((part) => part.every(Number.isFinite)) === true, "sums are numbers");
    }),
  },
  {
    name: "a table of cells gives numbers or a code",
    weight: 1,
    property: fc.property(fc.array(fc.array(cell, { minLength: 6, maxLength: 12 }), { minLength: 1, maxLength: 4 }), (columns) => {
      const rows = Math.min(...columns.map(({ length }) => length));
      const table = readTable({ name: "t", rows, columns: columns.map((cells, j) => ({ name: ["a", "__proto__", "constructor", "정"][j] ?? "", cells: cells.slice(0, rows) })) });
      fitTable(table);
      fitTable(table, "__proto__");
    }),
  },
  {
    name: "stored settings are read entry by entry, and reading them again changes nothing",
    weight: 1,
    property: fc.property(fc.oneof(fc.jsonValue(), fc.record({ version: fc.jsonValue(), language: fc.oneof(fc.constantFrom("en", "ko", "app"), fc.jsonValue()), cards: fc.jsonValue(), hoverDelay: awkwardNumber, blockDefaults: awkwardText, noteFolder: fc.jsonValue() })), (stored) => {
      const settings = migrateSettings(stored);
      must(JSON.stringify(migrateSettings(settings)) === JSON.stringify(settings), "settled");
      must(Number.isFinite(settings.hoverDelay), "a delay is a number");
    }),
  },
  {
    name: "the engine fits finite numbers, or names the argument that is wrong",
    weight: 0.5,
    property: fc.property(
      fc.record({ rows: fc.integer({ min: 0, max: 8 }), columns: fc.integer({ min: 0, max: 4 }), loss: fc.constantFrom("squared" as const, "logistic" as const, "softmax" as const), l1Ratio: fc.oneof(fc.constantFrom(0, 0.5, 1), awkwardNumber), lambda: fc.oneof(fc.double({ min: 0, max: 2, noNaN: true }), awkwardNumber), standardize: fc.boolean(), intercept: fc.boolean(), whole: fc.boolean() }),
      fc.array(awkwardNumber, { minLength: 40, maxLength: 40 }),
      ({ rows, columns, whole, lambda, ...problem }, numbers) => {
        const x = Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => numbers[(i * columns + j) % 40] ?? 0));
        const y = Array.from({ length: rows }, (_, i) => (whole || problem.loss !== "squared" ? Math.abs(Math.trunc(numbers[39 - i] ?? 0)) % 3 : (numbers[39 - i] ?? 0)));
        try {
          const fits = [fit({ x, y, lambda, ...problem }), ...path({ x, y, count: 3, ...problem }).fits];
          for (const { coefficients, objective, dualityGap } of fits) must(coefficients.every(Number.isFinite) && !Number.isNaN(objective) && !Number.isNaN(dualityGap), "weights are finite, objective and gap are numbers");
        } catch (error) {
          must((error instanceof RangeError || error instanceof TypeError) && /^(?:x|y|lambdas?|loss|l1Ratio|count|minRatio|tolerance|moments): /.test(error.message), `an error that names its argument, not ${String(error)}`);
        }
      },
    ),
  },
];
