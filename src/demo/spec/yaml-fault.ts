import { reasonOf } from "../../language/reason-of";
import type { SpecProblem } from "./problem";
import { shown } from "./shown";

/** What a YAML parser threw, as a problem with its line; parsers tell the line in different ways, or not at all. */
export function yamlFault(error: unknown, lines: readonly string[]): SpecProblem {
  const message = reasonOf(error);
  const told = lineTold(error, message);
  const line = Math.min(Math.max(told ?? 1, 1), Math.max(lines.length, 1));
  const text = lines[line - 1] ?? "";
  if (/^ *\t/.test(text)) return { line, code: "tab", params: {} };
  const open = unclosed(lines);
  if (open) return { line: open.line, code: "unclosed", params: { mark: open.mark } };
  const firstLine = message.split("\n")[0] ?? "";
  return { line, code: "yaml", params: { detail: shown(firstLine.slice(0, 300).replace(/\s*(?:at line \d+.*|\(\d+:\d+\).*)$/, ""), 120) } };
}

/** From 1; the `yaml` package has `linePos`, js-yaml `mark.line` (from 0), and both say it in their message. */
function lineTold(error: unknown, message: string): number | undefined {
  if (typeof error === "object" && error !== null) {
    if ("linePos" in error && Array.isArray(error.linePos)) {
      const [start] = error.linePos as unknown[];
      if (typeof start === "object" && start !== null && "line" in start && Number.isInteger(start.line)) return start.line as number;
    }
    const mark = "mark" in error ? error.mark : null;
    if (typeof mark === "object" && mark !== null && "line" in mark && Number.isInteger(mark.line)) return (mark.line as number) + 1;
  }
  const said = /\bline (\d{1,6})\b/.exec(message)?.[1] ?? /\((\d{1,6}):\d+\)/.exec(message)?.[1];
  return said === undefined ? undefined : Number(said);
}

/** The first bracket or quote that is opened as a value and never closed, the commonest slip. */
function unclosed(lines: readonly string[]): { line: number; mark: string } | undefined {
  const open: { line: number; mark: string }[] = [];
  for (const [index, line] of lines.entries()) {
    const quote = /(?:^|[[{,]|:\s)\s*(["'])/.exec(line);
    if (quote?.[1] !== undefined && count(line, quote[1]) % 2 === 1) return { line: index + 1, mark: quote[1] };
    const bare = line.replace(/"[^"]*"|'[^']*'/g, "").replace(/(?:^|\s)#.*$/, "");
    for (const mark of bare) {
      if (mark === "[" || mark === "{") open.push({ line: index + 1, mark });
      if (mark === "]" || mark === "}") open.pop();
    }
  }
  return open[0];
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
