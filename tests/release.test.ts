import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse as parseYaml } from "yaml";
import { describe, expect, test } from "vitest";
import { checkRelease } from "../scripts/check-release.mjs";

const text = (file: string) => readFileSync(file, "utf8");
const json = (file: string) => JSON.parse(text(file)) as Record<string, unknown>;
const manifest = json("manifest.json") as { id: string; name: string; version: string; minAppVersion: string; description: string };
const packageFile = json("package.json") as { version: string; scripts: Record<string, string>; devDependencies: Record<string, string>; dependencies?: Record<string, string> };
const from = { manifest, packageFile, versions: json("versions.json") as Record<string, string>, changelog: text("CHANGELOG.md") };

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? sources(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}

describe("a release", () => {
  test("can be cut from what is here, with the changelog's words", () => {
    const { faults, notes } = checkRelease(manifest.version, from);
    expect(faults).toEqual([]);
    expect(notes).toMatch(/^- /);
  });

  test.each([
    ["v1.2.3", from, /not a version/],
    ["9.9.9", from, /manifest\.json says/],
    [manifest.version, { ...from, packageFile: { version: "0.0.1" } }, /package\.json says 0\.0\.1/],
    [manifest.version, { ...from, versions: { "0.0.1": "1.0.0" } }, /versions\.json gives 1\.0\.0 \(at 0\.0\.1\)/],
    [manifest.version, { ...from, versions: {} }, /no app version/],
    [manifest.version, { ...from, changelog: "# Changelog\n" }, /CHANGELOG\.md has no section/],
  ] as const)("is refused for %s where something does not fit", (version, state, fault) => {
    expect(checkRelease(version, state).faults.join("\n")).toMatch(fault);
  });

  test("publishes exactly the three files, of a bare version tag", () => {
    const workflow = parseYaml(text(".github/workflows/release.yml")) as { on: { push: { tags: string[] } }; jobs: { release: { steps: { uses?: string; run?: string; with?: Record<string, string> }[] } } };
    expect(workflow.on.push.tags).toEqual(["[0-9]+.[0-9]+.[0-9]+"]);
    const { steps } = workflow.jobs.release;
    const files = ["dist/main.js", "dist/manifest.json", "dist/styles.css"];
    expect(steps.find(({ uses }) => uses?.startsWith("actions/attest@"))?.with?.["subject-path"]?.trim().split(/\s+/)).toEqual(files);
    expect(steps.at(-1)?.run?.match(/dist\/\S+/g)).toEqual(files);
    // Every npm script that it runs is there.
    for (const { run = "" } of steps) for (const [, name = ""] of run.matchAll(/npm run (?:-s )?([\w:]+)/g)) expect(packageFile.scripts).toHaveProperty([name]);
  });
});

describe("the rules of the community list", () => {
  test("hold for the manifest", () => {
    expect(manifest.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(manifest.id).not.toMatch(/obsidian|plugin$/);
    expect(manifest.name).toMatch(/^[A-Za-z ]+$/);
    expect(manifest.name).not.toMatch(/obsidian|plugin/i);
    expect(manifest.description.length).toBeLessThanOrEqual(250);
    expect(manifest.description).toMatch(/^[A-Z][\x20-\x7e]*\.$/);
    expect(manifest.description).not.toMatch(/obsidian/i);
    expect(manifest).not.toHaveProperty("fundingUrl");
  });

  test("hold for the repository: licence, README, lock file, exact versions, no built file", () => {
    for (const file of ["LICENSE", "README.md", "NOTICE", "package-lock.json"]) expect(existsSync(file), file).toBe(true);
    expect(text(".gitignore").split("\n")).toContain("dist/");
    expect(Object.values({ ...packageFile.devDependencies, ...packageFile.dependencies }).filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  /** What no line of the plugin may hold, and why. */
  const banned: readonly (readonly [string, RegExp])[] = [
    ["a sink for HTML", /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment)\b|document\.write/],
    ["code made of text", /\beval\(|new Function\(/],
    ["a network call", /\b(?:fetch|requestUrl|importScripts)\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/],
    ["talk on the console", /console\.(?:log|info|debug)/],
    ["a store outside of the vault", /\b(?:localStorage|sessionStorage|indexedDB)\b/],
    ["the global app", /window\.app\b|globalThis\.app\b/],
    ["a view kept or closed", /activeLeaf|detachLeavesOfType/],
    ["a write that is not atomic", /vault\.modify\(|adapter\.write\(/],
    ["deletion past the user's choice", /vault\.(?:delete|trash)\(/],
    ["a lookbehind", /\(\?<[=!]/],
    ["a way around the types", /\bas any\b|@ts-ignore/],
    ["a node module", /from "node:|require\("/],
  ];
  const files = sources("src").filter((file) => /\.tsx?$/.test(file));

  test.each(banned)("keep out of the source: %s", (_, pattern) => {
    const found = files.flatMap((file) => text(file).split("\n").flatMap((line, at) => (pattern.test(line.replace(/^\s*(?:\*|\/\/|\/\*).*/, "")) ? [`${file}:${at + 1}: ${line.trim()}`] : [])));
    expect(found).toEqual([]);
  });

  test("and that check can fail", () => {
    const samples = ["el.innerHTML = x", "eval(x)", "await fetch(url)", "console.log(x)", "localStorage.x", "window.app", "workspace.activeLeaf", "vault.modify(f, x)", "vault.delete(f)", "/(?<=a)b/", "x as any", 'from "node:fs"'];
    banned.forEach(([, pattern], index) => expect(samples[index]).toMatch(pattern));
  });
});
