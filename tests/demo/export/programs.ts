// Runs exported programs where their language and libraries are there, several in one process: starting up is what takes time.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface Program {
  readonly code: string;
  /** What it reads, by file name. */
  readonly files: Readonly<Record<string, string>>;
}

export interface PrintedWeights {
  readonly standardized: readonly number[];
  readonly original: readonly number[];
  readonly intercept: number;
}

/** Weights by the title above them. */
export type Printed = Readonly<Record<string, PrintedWeights>>;

interface Language {
  readonly command: string;
  readonly ending: string;
  /** Succeeds where everything is there. */
  readonly probe: readonly string[];
  /** Runs the programs named `0`, `1`, …, a line of `mark` after each. */
  readonly driver: (count: number) => readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const mark = "=====";
const python = (module: string): Omit<Language, "environment"> => ({
  command: "/usr/bin/python3",
  ending: "py",
  probe: ["-c", `import ${module}`],
  driver: (count) => ["-W", "error", "-c", `import runpy\nfor i in range(${count}):\n    runpy.run_path(f"{i}.py")\n    print("${mark}")`],
});

export const languages = {
  "scikit-learn": python("sklearn"),
  // PyTorch itself is too large to install for a test.
  pytorch: { ...python("numpy"), environment: { PYTHONPATH: path.join(import.meta.dirname, "torch-stand-in"), PYTHONDONTWRITEBYTECODE: "1" } },
  glmnet: {
    command: "Rscript",
    ending: "R",
    probe: ["-e", "library(glmnet)"],
    driver: (count: number) => ["-e", `options(warn = 2); for (i in seq_len(${count}) - 1) { source(paste0(i, ".R"), local = new.env(), encoding = "UTF-8"); cat("${mark}\\n") }`],
  },
} satisfies Record<string, Language>;
export type LanguageName = keyof typeof languages;

export function isThere(name: LanguageName): boolean {
  const { command, probe } = languages[name];
  return spawnSync(command, probe).status === 0;
}

/** What each program prints. Throws with their own words where one fails or warns. */
export function run(name: LanguageName, programs: readonly Program[]): Printed[] {
  const { command, ending, driver, environment } = languages[name] as Language;
  const folder = mkdtempSync(path.join(tmpdir(), "export-"));
  try {
    programs.forEach(({ code, files }, i) => {
      writeFileSync(path.join(folder, `${i}.${ending}`), code);
      for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
    });
    const env = { ...process.env, LC_ALL: "C.UTF-8", PYTHONIOENCODING: "utf-8", ...environment };
    const { status, stdout, stderr } = spawnSync(command, driver(programs.length), { cwd: folder, encoding: "utf8", env });
    if (status !== 0) throw new Error(`${name}: ${stderr}\n${stdout}`);
    return stdout.split(`${mark}\n`).slice(0, -1).map(readPrinted);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Blocks between empty lines: title, headings, a line for each feature, the intercept. Names may have spaces: numbers are read from the end. */
function readPrinted(text: string): Printed {
  return Object.fromEntries(text.trim().split(/\n\s*\n/).map((block) => {
    const [title = "", , ...lines] = block.split("\n");
    const numbers = lines.map((line) => line.trim().split(/\s+/).map(Number));
    const weights = numbers.slice(0, -1);
    return [title.trim(), {
      standardized: weights.map((row) => row.at(-2) ?? NaN),
      original: weights.map((row) => row.at(-1) ?? NaN),
      intercept: numbers.at(-1)?.at(-1) ?? NaN,
    }];
  }));
}
