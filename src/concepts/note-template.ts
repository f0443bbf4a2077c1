const placeholder = /\{\{ *(\w+)(?::([^}]*))? *\}\}/g;
const heading = /^(#{1,6}) /;

/** A line of a filled template; `left` says that it had placeholders and nothing came of them. */
interface Line {
  readonly text: string;
  readonly left: boolean;
  /** The live card stands below all sections, in none. */
  readonly isCard: boolean;
}

/**
 * Fills `{{name}}` in a template. What `valueOf` does not know stays as it stands, for other plugins. A line of which nothing is
 * left goes, and so does a heading of which all lines have gone.
 */
export function fillTemplate(template: string, valueOf: (name: string, format: string | undefined) => string | undefined): string {
  const lines = template.replaceAll("\r\n", "\n").split("\n").map((line) => fillLine(line, valueOf));
  const kept = lines.filter(({ left, text }, at) => !left && !(heading.test(text) && isDeserted(lines, at)));
  return `${kept.map(({ text }) => text).join("\n").replace(/\n{3,}/g, "\n\n").trim()}\n`;
}

function fillLine(line: string, valueOf: (name: string, format: string | undefined) => string | undefined): Line {
  let known = 0;
  let rest = "";
  const text = line.replace(placeholder, (whole, name: string, format: string | undefined) => {
    const value = valueOf(name, format);
    if (value === undefined) return whole;
    known += 1;
    rest += value;
    return value;
  });
  const around = line.replace(placeholder, "").replace(/[\s>*#-]/g, "");
  return { text: known > 0 ? text.replace(/[ \t]+$/gm, "") : text, left: known > 0 && rest === "" && around === "", isCard: /^\{\{ *card *\}\}$/.test(line.trim()) };
}

/** Whether the part under a heading has had lines, and they all have gone. */
function isDeserted(lines: readonly Line[], at: number): boolean {
  const level = heading.exec(lines[at]?.text ?? "")?.[1]?.length ?? 0;
  const end = lines.findIndex(({ text, left, isCard }, later) => later > at && !left && (isCard || (heading.exec(text)?.[1]?.length ?? 7) <= level));
  const part = lines.slice(at + 1, end < 0 ? undefined : end);
  return part.some(({ left }) => left) && part.every(({ text, left }, i) => left || text.trim() === "" || (heading.test(text) && isDeserted(lines, at + 1 + i)));
}
