// npm test: types, unit and architecture tests, the engine's again without WebAssembly, build, browser tests in Chromium and, where it is installed, in WebKitGTK, in this order; the lint beside those browser tests that leave most of the machine idle. Ends with one line of counts.
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

async function step(title, args) {
  const start = Date.now();
  console.log(`\n== ${title}`);
  const ok = await ended(spawn(process.execPath, args, { stdio: "inherit" }));
  console.log(`   ${ok ? "ok" : "FAILED"} (${seconds(start)})`);
  return ok;
}

/** All at the same time; what each printed comes when it has ended. `yielding` gives way to whatever else runs. */
async function checkTogether(checks, { yielding = false } = {}) {
  await Promise.all(Object.entries(checks).map(async ([title, args]) => {
    const start = Date.now();
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    if (yielding) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (printed += text));
    const ok = await ended(child);
    console.log(`\n== ${title}\n${printed}   ${ok ? "ok" : "FAILED"} (${seconds(start)})`);
    if (ok) passed += 1;
    else failed += 1;
  }));
}

async function vitest(project) {
  const file = `${results}/${project}.json`;
  const ok = await step(`${project} tests`, [
    bin("vitest/vitest.mjs"), "run", "--project", project, "--maxWorkers=100%",
    "--reporter=default", "--reporter=json", `--outputFile.json=${file}`,
  ]);
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
await checkTogether(Object.fromEntries(configs.map((config) => [`types (${config})`, [bin("typescript/bin/tsc"), "-p", config]])));
await vitest("unit");
await vitest("scalar");
const lint = () => checkTogether({ lint: [bin("eslint/bin/eslint.js"), ".", "--max-warnings", "0"] }, { yielding: true });
if (await step("build", ["esbuild.config.mjs"])) {
  passed += 1;
  await vitest("browser");
  await Promise.all([vitest("alone"), lint()]);
  await vitest("webkit");
} else {
  failed += 1;
  await lint();
}

console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
