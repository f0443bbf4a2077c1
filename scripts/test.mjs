// npm test: types, lint, unit and architecture tests, the engine's again without WebAssembly, build, browser tests in Chromium and, where it is installed, in WebKitGTK, in this order; ends with one line of counts.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { findOrInstallBrowser } from "./browser.mjs";

const bin = (name) => `node_modules/${name}`;
const results = ".cache/test-results";
let passed = 0;
let failed = 0;
let skipped = 0;

function step(title, args) {
  const start = Date.now();
  console.log(`\n== ${title}`);
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  console.log(`   ${status === 0 ? "ok" : "FAILED"} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  return status === 0;
}

/** All at the same time; what each printed comes when it has ended. */
async function checkTogether(checks) {
  await Promise.all(Object.entries(checks).map(async ([title, args]) => {
    const start = Date.now();
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (printed += text));
    const ok = await new Promise((resolve) => child.on("close", (status) => resolve(status === 0)).on("error", () => resolve(false)));
    console.log(`\n== ${title}\n${printed}   ${ok ? "ok" : "FAILED"} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    if (ok) passed += 1;
    else failed += 1;
  }));
}

function vitest(project) {
  const file = `${results}/${project}.json`;
  const ok = step(`${project} tests`, [
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
await checkTogether({
  lint: [bin("eslint/bin/eslint.js"), ".", "--max-warnings", "0"],
  ...Object.fromEntries(configs.map((config) => [`types (${config})`, [bin("typescript/bin/tsc"), "-p", config]])),
});
vitest("unit");
vitest("scalar");
if (step("build", ["esbuild.config.mjs"])) {
  passed += 1;
  vitest("browser");
  vitest("alone");
  vitest("webkit");
} else failed += 1;

console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
