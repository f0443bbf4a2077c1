import { defineConfig } from "vitest/config";
import { viteKernels } from "./scripts/kernels-plugin.mjs";
import { viteNotes } from "./scripts/library-plugin.mjs";
import { viteWorker } from "./scripts/worker-plugin.mjs";

const csvAsText = {
  name: "csv",
  enforce: "pre" as const,
  transform(code: string, id: string) {
    return id.endsWith(".csv") ? { code: `export default ${JSON.stringify(code)}`, map: null } : null;
  },
};
export const shared = { plugins: [viteNotes(), viteKernels(), viteWorker(), csvAsText], oxc: { jsx: { runtime: "automatic" as const, importSource: "preact" } } };

/** Browser tests that nothing may run beside: they watch the time or the memory, train networks, or build anew what the others read. */
const alone = ["bundle", "faults", "hover-contract", "leaks", "many-blocks", "views-deep", "workers"].map((name) => `tests/browser/${name}.test.ts`);

/** Unit tests that need a document. */
const dom = "tests/**/*.dom.test.ts";

const pure = ["regression", "math", "concepts", "data", "network", "plot", "compute", "demo/spec"];

export default defineConfig({
  test: {
    // npm run coverage: the rooms that need no page. What AssemblyScript compiles runs as WebAssembly, where no one counts lines.
    coverage: {
      provider: "v8",
      include: [...pure.map((room) => `src/${room}/**/*.ts`), "src/settings.ts"],
      exclude: ["src/math/kernels/assembly/**", "**/*.d.ts"],
      reporter: ["text-summary"],
      reportsDirectory: ".cache/coverage",
      thresholds: Object.fromEntries(pure.map((room) => [`src/${room}/**/*.ts`, { lines: 95 }])),
    },
    projects: [
      // Mostly not isolated: to load the engine anew for each file takes as long as half of the tests. Timeouts are generous: on a busy machine tests take several times as long, and what a page does not come to ends after 30 s by itself.
      { ...shared, test: { name: "unit", include: ["tests/**/*.test.{ts,tsx}"], exclude: ["tests/browser/**", "tests/webkit/**", dom], isolate: false, testTimeout: 60_000 } },
      { ...shared, test: { name: "dom", include: [dom], environment: "jsdom", testTimeout: 60_000 } },
      // The engine once more as where WebAssembly is refused.
      { ...shared, test: { name: "scalar", include: ["tests/regression/**/*.test.ts", "tests/compute/**/*.test.ts"], exclude: ["tests/regression/many-draws.test.ts"], setupFiles: ["tests/support/without-wasm.ts"], isolate: false, testTimeout: 60_000 } },
      { ...shared, test: { name: "browser", include: ["tests/browser/**/*.test.ts"], exclude: alone, isolate: false, testTimeout: 180_000, hookTimeout: 60_000 } },
      { ...shared, test: { name: "alone", include: alone, fileParallelism: false, isolate: false, testTimeout: 180_000, hookTimeout: 60_000 } },
      // npm run test:webkit: the browser tests in WebKitGTK, too.
      { ...shared, test: { name: "webkit-all", include: ["tests/browser/**/*.test.ts"], env: { REGLAB_ENGINE: "webkit" }, fileParallelism: false, testTimeout: 120_000, hookTimeout: 60_000 } },
      { ...shared, test: { name: "webkit", include: ["tests/webkit/**/*.test.ts"], fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
  },
});
