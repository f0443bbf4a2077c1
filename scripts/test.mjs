// npm test: types, unit and architecture tests, build, browser tests in Chromium and, where it is installed, in WebKitGTK, in this order; beside those that leave most of the machine idle the lint, and the engine's tests again without WebAssembly. Ends with one line of counts.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import { findOrInstallBrowser } from "./browser.mjs";

const bin = (name) => `node_modules/${name}`;
const results = ".cache/test-results";
let passed = 0;
let failed = 0;
let skipped = 0;

/** Resolves to whether a child ended well. */
const ended = (child) => new Promise((resolve) => child.on("close", (status) => resolve(status === 0)).on("error", () => resolve(false)));
const seconds = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`;

/** Runs one program. Of those that run beside others the output comes when they have ended; `yielding` ones give way to whatever else runs. */
async function step(title, args, { beside = false, yielding = false } = {}) {
  const start = Date.now();
  if (!beside) console.log(`\n== ${title}`);
  const child = spawn(process.execPath, args, { stdio: beside ? ["ignore", "pipe", "pipe"] : "inherit" });
  if (yielding) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (printed += text));
  const ok = await ended(child);
  console.log(`${beside ? `\n== ${title}\n${printed}` : ""}   ${ok ? "ok" : "FAILED"} (${seconds(start)})`);
  return ok;
}

async function check(title, args, options) {
  if (await step(title, args, options)) passed += 1;
  else failed += 1;
}

async function vitest(project, options) {
  const file = `${results}/${project}.json`;
  const ok = await step(`${project} tests`, [
    bin("vitest/vitest.mjs"), "run", "--project", project, "--maxWorkers=100%",
    "--reporter=default", "--reporter=json", `--outputFile.json=${file}`,
  ], options);
  let counts;
  try {
    counts = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    failed += 1;
    return;
  }
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  skipped += counts.numPendingTests;
  if (counts.numTotalTests === 0 || (!ok && counts.numFailedTests === 0)) failed += 1;
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
try {
  console.log(`Browser: ${findOrInstallBrowser()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const configs = ["tsconfig.json", "tsconfig.pure.json", "tsconfig.tools.json"];
await Promise.all(configs.map((config) => check(`types (${config})`, [bin("typescript/bin/tsc"), "-p", config], { beside: true })));
await vitest("unit");
await vitest("dom");
const aside = { beside: true, yielding: true };
const besideBrowser = async () => {
  await check("lint", [bin("eslint/bin/eslint.js"), ".", "--max-warnings", "0"], aside);
  await vitest("scalar", aside);
};
if (await step("build", ["esbuild.config.mjs"])) {
  passed += 1;
  await vitest("browser");
  await Promise.all([vitest("alone"), besideBrowser()]);
  await vitest("webkit");
} else {
  failed += 1;
  await besideBrowser();
}

console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
