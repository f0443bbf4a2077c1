import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buildPlugin } from "../../esbuild.config.mjs";

/** What the test run has built before the browser tests. */
const files = ["main.js", "manifest.json", "styles.css"];
const contents = () => files.map((file) => readFileSync(`dist/${file}`));

describe("the built plugin", () => {
  test("is exactly the three files that Obsidian installs", () => {
    expect(readdirSync("dist").sort()).toEqual(files);
  });

  test("keeps to its sizes: main.js ≤ 1.2 MB, styles.css ≤ 240 kB", () => {
    expect(statSync("dist/main.js").size).toBeLessThanOrEqual(1_200_000);
    expect(statSync("dist/styles.css").size).toBeLessThanOrEqual(240_000);
  });

  test("is the same to the byte when built again", async () => {
    const before = contents();
    await buildPlugin();
    expect(contents().every((content, index) => content.equals(before[index] ?? Buffer.alloc(0)))).toBe(true);
  });

  test("names no folder of the machine and calls no network", () => {
    const text = readFileSync("dist/main.js", "utf8");
    expect(text).not.toContain(process.cwd());
    // KaTeX's parser has a method of that name, so only calls of the global one count.
    expect(text).not.toMatch(/(?<![.}\w])fetch\s*\(|(?:window|self|globalThis)\.fetch|XMLHttpRequest|WebSocket|sendBeacon|requestUrl/);
  });

  test("speaks of no one's KaTeX but its own", () => {
    const css = readFileSync("dist/styles.css", "utf8");
    expect(css).not.toMatch(/(^|[},])\s*\.katex/);
    expect(css).not.toMatch(/font-family:\s*KaTeX_/);
    expect(css).not.toMatch(/url\((?!data:)/);
  });
});
