import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import esbuild from "esbuild";
import { describe, expect, test } from "vitest";
import { buildPlugin, pluginOptions } from "../../esbuild.config.mjs";
import { buildWorker } from "../../scripts/worker-plugin.mjs";

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

  test("is the same to the byte when built in a folder of another name", () => {
    const elsewhere = path.join(mkdtempSync(path.join(tmpdir(), "reglab-")), "정규화 & co");
    try {
      mkdirSync(elsewhere);
      for (const name of ["src", "styles", "scripts", "esbuild.config.mjs", "package.json", "manifest.json", "tsconfig.json"]) cpSync(name, path.join(elsewhere, name), { recursive: true });
      symlinkSync(path.resolve("node_modules"), path.join(elsewhere, "node_modules"), "junction");
      execFileSync(process.execPath, ["esbuild.config.mjs"], { cwd: elsewhere });
      for (const [index, file] of files.entries()) expect(readFileSync(path.join(elsewhere, "dist", file)).equals(contents()[index] ?? Buffer.alloc(0)), file).toBe(true);
    } finally {
      rmSync(path.dirname(elsewhere), { recursive: true, force: true });
    }
  });

  test("holds no work of others that NOTICE does not name with its licence", async () => {
    const { metafile } = await esbuild.build({ ...pluginOptions, write: false, metafile: true });
    const { inputs } = await buildWorker(path.resolve("src/compute/worker.ts"));
    // The source of the kernels is compiled, not bundled; everything else that is in the files stands in the two lists.
    const names = [...Object.values(metafile?.outputs ?? {}).flatMap((output) => Object.keys(output.inputs)), ...inputs];
    const packages = new Set(names.flatMap((name) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []));
    expect([...packages].sort()).toEqual(["d3-array", "katex", "papaparse", "preact", "valibot"]);
    const notice = readFileSync("NOTICE", "utf8");
    const titles: Record<string, string> = { katex: "KaTeX", papaparse: "Papa Parse", preact: "Preact", valibot: "Valibot" };
    for (const name of packages) {
      const { license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as { license: string };
      const at = notice.search(new RegExp(`^${titles[name] ?? name}\\b`, "m"));
      expect(at, name).toBeGreaterThan(0);
      expect(["MIT", "ISC"]).toContain(license);
      expect(notice.slice(at).split("\n\n")[0], name).toContain(`${license} License`);
    }
  });

  test("names no folder of the machine and calls no network", () => {
    const text = readFileSync("dist/main.js", "utf8");
    expect(text).not.toContain(process.cwd());
    expect(text).not.toMatch(/\(\?<[=!]/);
    // KaTeX's parser has a method of that name, so only calls of the global one count.
    expect(text).not.toMatch(/(?<![.}\w])fetch\s*\(|(?:window|self|globalThis)\.fetch|XMLHttpRequest|WebSocket|sendBeacon|requestUrl/);
  });

  test("speaks of no one's KaTeX but its own", () => {
    const css = readFileSync("dist/styles.css", "utf8");
    expect(css).not.toMatch(/(^|[},])\s*\.katex/);
    expect(css).not.toMatch(/font-family:\s*KaTeX_/);
    expect(css).not.toMatch(/url\((?!data:)/);
    expect(css).not.toMatch(/!important|:has\(/);
  });
});
