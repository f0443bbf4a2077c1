// npm run mutation [-- ROOM or FILE …]: changes the code of a room, or of files of one, in thousands of small ways and asks the room's unit tests to notice (Stryker). Takes an hour or more; ends with 1 where fewer than 80 % are noticed.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

/** Not among the dependencies: it is run by hand, and is as large as all the others. */
const tools = ["@stryker-mutator/core@9.6.1", "@stryker-mutator/vitest-runner@9.6.1"];
const rooms = { concepts: ["src/concepts/*.ts"], "demo/spec": ["src/demo/spec/*.ts"], regression: ["src/regression/*.ts"] };
const least = 80;
const folder = ".cache/mutation";

if (!existsSync("node_modules/@stryker-mutator/vitest-runner")) {
  execFileSync("npm", ["install", "--no-save", "--no-audit", "--no-fund", ...tools], { stdio: "inherit" });
}
mkdirSync(folder, { recursive: true });

/** The share that was noticed, of those that a test runs over. */
function scoreOf(report) {
  const counts = {};
  for (const { mutants } of Object.values(report.files)) for (const { status } of mutants) counts[status] = (counts[status] ?? 0) + 1;
  const { Killed = 0, Timeout = 0, Survived = 0, NoCoverage = 0 } = counts;
  const all = Killed + Timeout + Survived + NoCoverage;
  return { noticed: Killed + Timeout, all, share: (100 * (Killed + Timeout)) / all };
}

/** What is changed in each room: all of it, or the files that are named. */
const wanted = new Map();
for (const one of process.argv.slice(2)) {
  const room = Object.keys(rooms).find((known) => one === known || one.startsWith(`src/${known}/`));
  if (room === undefined) throw new Error(`${one}: expected one of ${Object.keys(rooms).join(", ")}, or a file in src/ of these`);
  wanted.set(room, one === room ? rooms[room] : [...(wanted.get(room) ?? []), one]);
}
if (wanted.size === 0) for (const [room, files] of Object.entries(rooms)) wanted.set(room, files);

for (const [room, mutate] of wanted) {
  const name = room.replaceAll("/", "-");
  const report = `${folder}/${name}.json`;
  const config = {
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    vitest: { configFile: "vitest.mutation.config.ts", related: false },
    buildCommand: `node scripts/bundle-tests.mjs ${room}`,
    mutate,
    coverageAnalysis: "perTest",
    // What runs once while a file is loaded would need every test anew.
    ignoreStatic: true,
    timeoutMS: 3_000,
    reporters: ["progress-append-only", "json", "html"],
    jsonReporter: { fileName: report },
    htmlReporter: { fileName: `${folder}/${name}.html` },
    tempDirName: ".cache/stryker",
  };
  writeFileSync(`${folder}/${name}.config.json`, JSON.stringify(config));
  const { status } = spawnSync(process.execPath, ["node_modules/@stryker-mutator/core/bin/stryker.js", "run", `${folder}/${name}.config.json`], { stdio: "inherit", env: { ...process.env, MUTATED_ROOM: room } });
  if (status !== 0) process.exit(1);
  const { noticed, all, share } = scoreOf(JSON.parse(readFileSync(report, "utf8")));
  console.log(`${room}: ${noticed} of ${all} changes noticed, ${share.toFixed(1)} %`);
  if (share < least) process.exitCode = 1;
}
