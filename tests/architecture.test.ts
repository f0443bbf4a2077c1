import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

/** Which rooms a room may import from; the house of ARCHITECTURE.md. */
const arrows: Record<string, readonly string[]> = {
  math: [],
  concepts: [],
  language: [],
  plot: ["math"],
  regression: ["math"],
  network: ["math"],
  data: ["math"],
  compute: ["regression", "network", "data", "math"],
  ui: ["plot", "math", "concepts", "language"],
  demo: ["ui", "plot", "regression", "network", "compute", "data", "math", "language"],
  settings: ["language"],
  obsidian: ["demo", "concepts", "ui", "data", "regression", "compute", "language", "settings"],
  main: ["obsidian", "settings"],
};
const packages: Record<string, readonly string[]> = {
  ui: ["preact", "katex", "d3-array"],
  plot: ["d3-array"],
  data: ["papaparse"],
  demo: ["preact", "valibot"],
  obsidian: ["obsidian", "@codemirror", "preact"],
  main: ["obsidian"],
};
const root = path.resolve(import.meta.dirname, "../src");

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(file);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [file] : [];
  });
}

/** The room of a file: the first folder below src, or the file's own name at the top. */
function roomOf(file: string): string {
  const [first = ""] = path.relative(root, file).split(path.sep);
  return first.replace(/\.tsx?$/, "");
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(/(?:^|\n)\s*(?:import|export)\s(?:[^"';]*?\sfrom\s)?"([^"]+)"|import\("([^"]+)"\)/g);
  return [...found].map((match) => match[1] ?? match[2] ?? "");
}

interface Edge { from: string; to: string; source: string; target: string }

function edges(): { inner: Edge[]; outer: Edge[] } {
  const inner: Edge[] = [];
  const outer: Edge[] = [];
  for (const file of sources(root)) {
    for (const specifier of importsOf(file)) {
      const source = path.relative(root, file);
      if (specifier.startsWith(".")) {
        const target = path.resolve(path.dirname(file), specifier.replace(/\?.*$/, ""));
        inner.push({ from: roomOf(file), to: roomOf(target), source, target: path.relative(root, target) });
      } else {
        const name = specifier.split("/")[0] ?? specifier;
        outer.push({ from: roomOf(file), to: name, source, target: specifier });
      }
    }
  }
  return { inner, outer };
}

/** Files that lie on a cycle of imports, as one readable cycle; null where there is none. */
function findCycle(all: Edge[]): string | null {
  const next = new Map<string, string[]>();
  for (const { source, target } of all) {
    const from = source.replace(/\.tsx?$/, "");
    next.set(from, [...(next.get(from) ?? []), target.replace(/\.tsx?$/, "")]);
  }
  const done = new Set<string>();
  const visit = (file: string, trail: string[]): string | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file].join(" → ");
    if (done.has(file)) return null;
    for (const target of next.get(file) ?? []) {
      const cycle = visit(target, [...trail, file]);
      if (cycle !== null) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const cycle = visit(file, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

describe("the house", () => {
  const { inner, outer } = edges();

  test("every import is seen", () => {
    expect(inner.length).toBeGreaterThan(50);
    expect(inner.some((edge) => edge.from === "main" && edge.to === "obsidian")).toBe(true);
  });

  test("rooms import only along the arrows", () => {
    const wrong = inner.filter(({ from, to }) => from !== to && !(arrows[from] ?? []).includes(to));
    expect(wrong.map(({ source, target }) => `${source} → ${target}`)).toEqual([]);
  });

  test("every room of src is in the plan", () => {
    const rooms = new Set(sources(root).map(roomOf));
    expect([...rooms].filter((room) => !(room in arrows))).toEqual([]);
  });

  test("packages are imported only where the plan allows them", () => {
    const wrong = outer.filter(({ from, to }) => !(packages[from] ?? []).includes(to));
    expect(wrong.map(({ source, target }) => `${source} → ${target}`)).toEqual([]);
  });

  test("no files import each other in a circle", () => {
    expect(findCycle(inner)).toBeNull();
  });

  test("no room is called utils, helpers or common", () => {
    const names = sources(root).flatMap((file) => path.relative(root, file).split(path.sep));
    expect(names.filter((name) => /^(utils?|helpers?|common|misc)(\.tsx?)?$/.test(name))).toEqual([]);
  });

  test("main.ts only assembles and no file is longer than 300 lines", () => {
    const length = (file: string) => readFileSync(file, "utf8").split("\n").length;
    expect(length(path.join(root, "main.ts"))).toBeLessThan(100);
    const languages = ["language/en.ts", "language/ko.ts"].map((file) => path.join(root, file));
    const long = sources(root).filter((file) => !languages.includes(file) && length(file) > 300);
    expect(long.map((file) => path.relative(root, file))).toEqual([]);
  });
});
