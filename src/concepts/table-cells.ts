/** The cells of a table row, with `\|` as a plain bar again. Bars inside code or links divide cells unless escaped, as in Obsidian. */
export function tableCells(row: string): string[] {
  const cells: string[] = [];
  let cell = "";
  const inner = row.trim().replace(/^\|/, "");
  for (let at = 0; at < inner.length; at += 1) {
    const char = inner.charAt(at);
    if (char === "\\" && at + 1 < inner.length) {
      const next = inner.charAt(at + 1);
      cell += next === "|" ? "|" : char + next;
      at += 1;
    } else if (char === "|") {
      cells.push(cell.trim());
      cell = "";
    } else cell += char;
  }
  if (cell.trim() !== "") cells.push(cell.trim());
  return cells;
}

/** The line of dashes that makes the line above it a table's header. */
export function isDelimiterRow(line: string): boolean {
  return line.includes("|") && line.includes("-") && /^[\s|:-]+$/.test(line);
}
