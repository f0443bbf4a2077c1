import { defineConfig } from "vitest/config";
import { shared } from "./vitest.config";

/** For `npm run mutation`: the unit tests of one room, without those that take long because they are large. */
const room = process.env["MUTATED_ROOM"] ?? "concepts";
const large = ["library-notes", "many-draws", "awkward-designs", "wide-awkward-designs"].map((name) => `tests/${room}/${name}.test.ts`);

export default defineConfig({
  ...shared,
  test: { include: [`tests/${room}/**/*.test.ts`], exclude: large, testNamePattern: /^(?!.*(?:megabyte|million|\d00000 names))/, testTimeout: 60_000 },
});
