import { readFileSync } from "node:fs";

/** A sample of a page under docs: code whose lines `expression // → value` leave what they gave in the list `results`. */
export interface Sample {
  readonly heading: string;
  /** The body of an async function of `app`. */
  readonly code: string;
  /** What each marked line is said to give. */
  readonly expected: readonly unknown[];
}

const mark = " // → ";

export function samplesOf(file: string): Sample[] {
  let heading = "the title";
  const samples: Sample[] = [];
  const lines = readFileSync(file, "utf8").split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.startsWith("## ")) heading = line.slice(3);
    if (line !== "```js") continue;
    const end = lines.indexOf("```", at);
    samples.push(sampleOf(heading, lines.slice(at + 1, end)));
    at = end;
  }
  return samples;
}

function sampleOf(heading: string, lines: readonly string[]): Sample {
  const expected: unknown[] = [];
  const code = lines.map((line) => {
    const [expression = "", value] = line.split(mark);
    if (value === undefined) return line;
    expected.push(JSON.parse(value));
    return `results.push(${expression});`;
  });
  return { heading, code: ["const results = [];", ...code, "return JSON.parse(JSON.stringify(results));"].join("\n"), expected };
}
