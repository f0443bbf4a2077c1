import { cpus } from "node:os";
import { lookups as lookupPlan } from "./rows.mjs";

const errorName = { lasso: "largest gap", ridge: "largest gap", "cross-validation": "error of the curve", "leave-one-out": "error of the curve" };

/** All that was measured as Markdown. */
export function report({ measured, lookups, missing, versions, rounds }) {
  return [
    "# Measured against glmnet and scikit-learn",
    "",
    `${new Date().toISOString().slice(0, 10)}; ${cpus().length} cores, ${process.arch}; ${versions.join("; ")}. Written by \`npm run bench -- peers\`.`,
    "",
    `Every solver reads the same standardised columns (1/n) and the same 100 λ (from λmax to λmax/1000, to λmax/100 where p > n), with one thread, no early stop, in a process of its own that has been warmed up. Rounds alternate between the solvers; the medians of ${rounds} rounds stand here. Ours include checking, standardising, Gram matrix and reading out all coefficients; theirs are the call alone.`,
    "",
    "**Largest gap**: of the 100 duality gaps, as a share of the objective without any weight, all by one script that knows only the files (`bench/peers/gap.mjs`). Held-out curves are compared with brute force instead (`held-out.mjs`). **Ours is faster by**: against the fastest of our runs whose gap is no larger; a dash where there is none.",
    ...missing.flatMap((words) => ["", words]),
    ...measured.flatMap(section),
    "",
    "## One λ of a path already computed",
    "",
    ...lookups.map(({ p, microseconds, failed }) => `- p = ${p}: ${failed ?? `${microseconds.toFixed(2)} µs (goal: at most ${lookupPlan.goal} µs): ${microseconds <= lookupPlan.goal ? "holds" : "not yet"}`}`),
    "",
  ].join("\n");
}

function section({ row, absent, entries }) {
  const head = ["", `## (${row.id}) ${row.title}`, ""];
  if (absent) return [...head, `Not measured. ${absent}`];
  return [
    ...head,
    `| solver | ms | ${errorName[row.judge]} | ours is faster by |`,
    "|---|---:|---:|---:|",
    ...entries.map((entry) => `| ${entry.solver.label} | ${timeOf(entry)} | ${entry.failed ? "" : sizeOf(entry.error)} | ${factorOf(entry, entries)} |`),
    "",
    ...goalsOf(row, entries),
  ];
}

function timeOf({ failed, ms, alone }) {
  if (failed) return `not there: ${failed}`;
  return `${ms < 1000 ? Number(ms.toPrecision(3)) : Math.round(ms).toLocaleString("en")}${alone ? " (one run)" : ""}`;
}

const sizeOf = (error) => error.toExponential(1).replace("e-", "e−").replace("e+", "e");

const isOurs = ({ player }) => player === "engine" || player === "scalar";

/** How many times faster the fastest of ours is that is at least as exact; undefined where none is. */
function advantage({ ms, error }, entries) {
  // Differences this small are the rounding of the judge.
  const level = Math.max(error, 1e-13);
  const ours = entries.filter(({ solver, failed, error: own }) => isOurs(solver) && !failed && own <= level);
  return ours.length > 0 ? ms / Math.min(...ours.map((entry) => entry.ms)) : undefined;
}

function factorOf(entry, entries) {
  if (entry.failed || isOurs(entry.solver)) return "";
  const factor = advantage(entry, entries);
  return factor === undefined ? "—" : `${Number(factor.toPrecision(2))}×`;
}

/** Against glmnet its most exact run counts, against scikit-learn every run. */
function goalsOf({ goals, judge }, entries) {
  return Object.entries(goals).flatMap(([player, goal]) => {
    const theirs = entries.filter(({ solver, failed }) => solver.player === player && !solver.aside && !failed);
    if (theirs.length === 0) return [];
    const counted = player === "glmnet" ? [theirs.reduce((tightest, entry) => (entry.error < tightest.error ? entry : tightest))] : theirs;
    const factors = counted.map((entry) => advantage(entry, entries) ?? 0);
    const least = Math.min(...factors);
    const wanted = goal === 1 ? "faster than" : `at least ${goal}× as fast as`;
    const run = player === "glmnet" ? ` (against its most exact run, ${judge === "cross-validation" ? "error" : "gap"} ${sizeOf(counted[0].error)})` : "";
    return [`- To show: ${wanted} ${player}${run}. Measured: ${least === 0 ? "no run of ours is as exact" : `${Number(least.toPrecision(2))}×`}: **${least >= goal ? "holds" : "not yet"}**.`];
  });
}
