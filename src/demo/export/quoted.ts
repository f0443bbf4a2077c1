/** A string literal that Python and R both read: their escapes are JSON's, except that R refuses NUL. */
export function quoted(text: string): string {
  return JSON.stringify(text.replaceAll("\0", ""));
}

/** A cell of a CSV file (RFC 4180). */
export function quotedCell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The name as a file of any system can have it. */
export function fileStem(name: string): string {
  // eslint-disable-next-line no-control-regex -- these are what file names cannot hold
  return name.replace(/[\u0000-\u001f\\/:*?"<>|#^[\]]/g, "-").replace(/^[.\s]+|[.\s]+$/g, "").slice(0, 80) || "data";
}

/** Quoted names as a list over lines that stay readable. */
export function quotedNames(names: readonly string[], { open, close }: { open: string; close: string }): string[] {
  const lines: string[] = [];
  let line = "";
  for (const name of names) {
    const item = `${quoted(name)},`;
    if (line !== "" && line.length + item.length > 96) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? `    ${item}` : ` ${item}`;
  }
  const all = [...lines, line];
  const last = all.length - 1;
  return [open, ...all.map((text, i) => (i === last ? text.replace(/,$/, "") : text)), close];
}
