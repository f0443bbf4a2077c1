import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse as parseYaml } from "yaml";
import { describe, expect, test } from "vitest";
import { findFences } from "../../src/demo/fences";
import { parseSpec } from "../../src/demo/spec/parse-spec";

const readYaml = (text: string) => parseYaml(text, { logLevel: "error" }) as unknown;

describe.each(["docs/guide.md", "docs/guide.ko.md", "README.md"])("%s", (file) => {
  const text = readFileSync(file, "utf8");
  const blocks = findFences(text.replaceAll(/^ {4}/gm, "")).map(({ body }) => body);

  test("has samples, each a block that can be drawn, with nothing to remark on", () => {
    expect(blocks.length).toBeGreaterThan(file === "README.md" ? 0 : 9);
    for (const body of blocks) expect(parseSpec(body, readYaml), body).toMatchObject({ ok: true, notes: [] });
  });

  test("leads to files that exist", () => {
    const targets = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target);
    expect(targets.length).toBeGreaterThan(2);
    for (const target of targets) expect(existsSync(path.join(path.dirname(file), target)), target).toBe(true);
  });
});

test("the two guides show the same blocks but for names", () => {
  const views = (file: string) => [...readFileSync(file, "utf8").matchAll(/^ {4}views: .*$/gm)].map(([line]) => line);
  expect(views("docs/guide.ko.md")).toEqual(views("docs/guide.md"));
});
