// npm run bench -- peers [row …]: this engine beside R glmnet and scikit-learn, where they are installed, in alternating rounds on the same files.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./median.mjs";
import { largestGap } from "./peers/gap.mjs";
import { crossValidationError, leaveOneOutError } from "./peers/held-out.mjs";
import { numbersIn, problemIn } from "./peers/problem-files.mjs";
import { bundledInto, cache, pythons, writeProblems } from "./peers/problem-folder.mjs";
import { startFirst } from "./peers/player.mjs";
import { report } from "./peers/report.mjs";
import { lookups, rows } from "./peers/rows.mjs";

const rounds = Number(process.env.ROUNDS ?? 5);
/** A round of one solver goes on for so many milliseconds, or for one run. */
const budget = 300;
/** Whoever takes longer is not asked again and has but one run. */
const tooLong = 5000;

const here = (file) => fileURLToPath(new URL(`./peers/${file}`, import.meta.url));
const install = {
  glmnet: "R with glmnet is not installed (Debian: apt-get install r-cran-glmnet).",
  "scikit-learn": "scikit-learn is not installed (Debian: apt-get install python3-sklearn).",
};

await writeProblems();
const engine = await bundledInto("engine", "./peers/engine.ts");
const players = {
  engine: await startFirst([{ command: process.execPath, args: [engine], cwd: cache }]),
  scalar: await startFirst([{ command: process.execPath, args: [engine, "scalar"], cwd: cache }]),
  glmnet: await startFirst([{ command: "Rscript", args: ["--vanilla", here("glmnet.R")], cwd: cache }]),
  "scikit-learn": await startFirst(pythons.map((command) => ({ command, args: [here("scikit-learn.py")], cwd: cache }))),
};
const missing = Object.keys(install).filter((name) => !players[name]).map((name) => install[name]);
missing.forEach((words) => console.log(words));

mkdirSync(path.join(cache, "out"), { recursive: true });
const wanted = (process.env.ROWS ?? rows.map(({ id }) => id).join(" ")).split(" ");
const measured = [];
for (const row of rows.filter(({ id }) => wanted.includes(id))) measured.push(await measure(row));
const found = await lookUp();
await Promise.all(Object.values(players).map((player) => player?.end()));

const text = report({ measured, lookups: found, missing, versions: [...new Set(Object.values(players).flatMap((player) => player?.versions ?? []))], rounds });
console.log(text);
const results = new URL("./results.md", import.meta.url);
const written = wanted.length === rows.length ? text : withSections(readFileSync(results, "utf8"), text);
if (written === null) console.log("Not written to bench/results.md: it was measured on another day or under other conditions; measure all rows.");
else {
  writeFileSync(results, written);
  console.log("Written to bench/results.md.");
}

/** `old` with the sections that are in `fresh`, too; null where what holds for all sections has changed. */
function withSections(old, fresh) {
  const [oldHead, ...sections] = old.split(/^(?=## )/m);
  const [head, ...others] = fresh.split(/^(?=## )/m);
  if (head !== oldHead) return null;
  const title = (section) => section.slice(0, section.indexOf("\n"));
  const renewed = new Map(others.map((section) => [title(section), section]));
  return [head, ...sections.map((section) => renewed.get(title(section)) ?? section)].join("");
}

/** The first round warms up and leaves the results to be judged. */
async function measure(row) {
  const problem = problemIn(path.join(cache, row.folder));
  if (!problem) return { row, absent: `Its data come with scikit-learn. ${install["scikit-learn"]}` };
  const entries = row.solvers.filter(({ player }) => players[player]).map((solver, i) => ({ solver, file: path.join("out", `${row.id}-${i}.bin`), times: [], runs: 0 }));
  for (const entry of entries) {
    process.stdout.write(`${row.id}: ${entry.solver.label} … `);
    const first = await ask(row, entry.solver, entry.file);
    if (first.failed) entry.failed = first.failed;
    else {
      entry.error = judged(row, problem, entry);
      if (first.ms > tooLong) Object.assign(entry, { times: [first.ms], runs: 1, alone: true });
    }
    console.log(first.failed ?? `${first.ms.toPrecision(3)} ms, ${entry.error.toExponential(0)}`);
  }
  for (let round = 0; round < rounds; round++) {
    for (const entry of entries.filter(({ failed, alone }) => !failed && !alone)) {
      const { ms, runs } = await ask(row, entry.solver, "");
      entry.times.push(ms);
      entry.runs += runs;
    }
  }
  return { row, entries: entries.map((entry) => ({ ...entry, ms: median(entry.times) })) };
}

function ask({ folder }, { player, method, tolerance }, file) {
  return players[player].time({ folder, method, tolerance, budget, file });
}

function judged({ judge }, problem, { solver, file }) {
  const result = numbersIn(path.join(cache, file));
  if (judge === "cross-validation") return crossValidationError(problem, result, solver.player === "scikit-learn" ? "scikit-learn" : "glmnet");
  if (judge === "leave-one-out") return leaveOneOutError(problem, result);
  return largestGap(problem, result, judge === "ridge" ? 0 : 1);
}

async function lookUp() {
  const found = [];
  for (const folder of lookups.folders) {
    const { ms, failed } = await players.engine.time({ folder, method: "one-lambda", budget: 1000 });
    const { p } = problemIn(path.join(cache, folder));
    found.push({ p, failed, microseconds: (1000 * ms) / lookups.solutions });
  }
  return found;
}
