// npm run bench -- engines: rows (a) to (e) by the same script in Node, in JavaScriptCore where there is a `jsc`, and in a Blob worker of Chromium.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { bundled } from "./bundled.mjs";
import { problemIn } from "./peers/problem-files.mjs";
import { cache, writeProblems } from "./peers/problem-folder.mjs";
import { launchBrowser } from "../scripts/browser.mjs";

const rows = { a: "diabetes", b: "tall", c: "wide", d: "wider", e: "long" };
const budget = 1000;

await writeProblems();
const suite = await bundled("./engines/suite.ts", { format: "iife", platform: "browser" });
const problems = Object.entries(rows).map(([row, folder]) => ({ row, folder, ...problemIn(path.join(cache, folder)) }));

function inNode() {
  vm.runInThisContext(suite);
  return problems.map(({ n, p, x, y, lambdas }) => globalThis.reglabSuite({ rows: n, columns: p, x, y, lambdas }, () => performance.now(), budget));
}

/** Undefined where there is no jsc. */
function inJavaScriptCore() {
  const script = path.join(cache, "suite.js");
  writeFileSync(script, suite);
  const args = [script, fileURLToPath(new URL("./engines/in-jsc.js", import.meta.url)), "--", ...problems.flatMap(({ folder, n, p }) => [folder, n, p])];
  const { status, error, stdout, stderr } = spawnSync("jsc", args.map(String), { cwd: cache, encoding: "utf8" });
  if (error) return undefined;
  if (status !== 0) throw new Error(`jsc: ${stderr}${stdout}`);
  return stdout.trim().split("\n").map((line) => JSON.parse(line));
}

/** The worker gets the script as the plugin's does, from a Blob, and the numbers by transfer. */
async function inChromiumWorker() {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.route("http://bench.test/**", (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === "/") return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>bench</title>" });
      return route.fulfill({ contentType: "application/octet-stream", body: readFileSync(path.join(cache, pathname)) });
    });
    await page.goto("http://bench.test/");
    const times = [];
    for (const { folder, n, p } of problems) times.push(await page.evaluate(inWorker, { suite, folder, n, p, budget }));
    return { times, version: browser.version() };
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
async function inWorker({ suite, folder, n, p, budget }) {
  const numbers = async (name) => new Float64Array(await (await fetch(`/${folder}/${name}.bin`)).arrayBuffer());
  const problem = { rows: n, columns: p, x: await numbers("x"), y: await numbers("y"), lambdas: await numbers("lambdas") };
  const answer = `${suite}; onmessage = ({ data }) => postMessage(reglabSuite(data, () => performance.now(), ${budget}));`;
  const address = URL.createObjectURL(new Blob([answer], { type: "text/javascript" }));
  const worker = new Worker(address);
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(problem, [problem.x.buffer]);
    });
  } finally {
    worker.terminate();
    URL.revokeObjectURL(address);
  }
}

const node = inNode();
const jsc = inJavaScriptCore();
const chromium = await inChromiumWorker();
if (!jsc) console.log("There is no jsc (Debian: apt-get install libjavascriptcoregtk-4.0-bin).");
const engines = { [`Node ${process.versions.node}`]: node, ...(jsc && { JavaScriptCore: jsc }), [`Chromium ${chromium.version.split(".")[0]}, Blob worker`]: chromium.times };
console.log("Milliseconds, median (first call):");
console.table(
  Object.fromEntries(
    Object.entries(engines).map(([name, times]) => [
      name,
      Object.fromEntries(times.map(({ median, first }, i) => [`(${problems[i].row}) ${problems[i].n}×${problems[i].p}`, `${median.toPrecision(3)} (${first.toPrecision(3)})`])),
    ]),
  ),
);
const worst = Math.max(...Object.values(engines).flatMap((times) => times.map(({ norm }, i) => Math.abs(norm / node[i].norm - 1))));
console.log(`All engines found the same Σ|w| of each path to ${worst.toExponential(0)}.`);
