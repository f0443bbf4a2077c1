import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes long first, as usual: turned round, as a change is noticed sooner by what is small. */
class ShortFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).reverse();
  }
}

/** For `npm run mutation`: the unit tests of one room, without those that take long because they are large. */
const room = process.env["MUTATED_ROOM"] ?? "concepts";
const large = ["library-notes", "many-draws", "coordinate-descent", "awkward-designs", "wide-awkward-designs"].map((name) => `.cache/${room}/${name}.test.js`);

export default defineConfig({
  test: { setupFiles: ["scripts/mutation-setup.mjs"], include: [`.cache/${room}/**/*.test.js`], exclude: large, testNamePattern: /^(?!.*(?:megabyte|million|full homotopy|eight decades|up to 500 columns|where ridge goes|\d00000 names))/, testTimeout: 60_000, sequence: { sequencer: ShortFirst } },
});
