import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { targets } from "./targets";

/** `npm run fuzz` sets both; here, as many as a test run bears, always the same. */
const fuzzing = process.env["FUZZ_CASES"] !== undefined;
const cases = Number(process.env["FUZZ_CASES"] ?? 2200);
const seed = Number(process.env["FUZZ_SEED"] ?? 1);
const weights = targets.reduce((sum, { weight }) => sum + weight, 0);

describe("hostile input", () => {
  test.each(targets.map((target) => [target.name, target] as const))("%s", { timeout: 600_000 }, (name, { weight, property }) => {
    const numRuns = Math.ceil((cases * weight) / weights);
    const start = performance.now();
    const { failed, counterexample, errorInstance, numShrinks, numRuns: run } = fc.check(fuzzing ? timed(property) : property, { numRuns, seed });
    if (fuzzing) console.log(`${failed ? "FOUND" : "none"}: ${run} cases in ${((performance.now() - start) / 1000).toFixed(1)} s: ${name}`);
    const found = failed ? `${errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance)}\nwith ${JSON.stringify(counterexample)} after ${numShrinks} steps` : "";
    expect(found).toBe("");
  });
});

/** A case that takes longer than a second is a find too, where time is not shared with other tests. */
function timed(property: fc.IRawProperty<unknown, false>): fc.IRawProperty<unknown, false> {
  const run: typeof property.run = (input) => {
    const start = performance.now();
    const failure = property.run(input);
    const seconds = (performance.now() - start) / 1000;
    return failure ?? (seconds > 1 ? { error: new Error(`${seconds.toFixed(1)} s for one case`) } : null);
  };
  return Object.assign(Object.create(property) as typeof property, { run });
}
