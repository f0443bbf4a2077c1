// npm run fuzz [seed]: hostile input for everything that takes any, by chance from a seed. CASES=… for more or fewer.
import { spawnSync } from "node:child_process";

const seed = process.argv[2] ?? String(Date.now() % 2 ** 31);
const cases = process.env.CASES ?? "120000";
if (!/^\d+$/.test(seed) || !/^\d+$/.test(cases)) throw new Error(`seed ${seed}, ${cases} cases: expected whole numbers`);
console.log(`Seed ${seed}, ${cases} cases. The same again: CASES=${cases} npm run fuzz ${seed}`);
const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", "tests/fuzz", "--disable-console-intercept"], {
  stdio: "inherit",
  env: { ...process.env, FUZZ_CASES: cases, FUZZ_SEED: seed },
});
process.exit(status ?? 1);
