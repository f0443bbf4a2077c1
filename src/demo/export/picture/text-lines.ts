/** One line of a text as it stands on the screen. */
export interface TextLine {
  readonly text: string;
  readonly box: DOMRect;
}

/** The lines that a text node was broken into, without the spaces around them. */
export function textLines(node: Text): TextLine[] {
  const { data } = node;
  if (data.trim() === "") return [];
  const range = node.ownerDocument.createRange();
  const boxOf = (start: number, end: number) => {
    range.setStart(node, start);
    range.setEnd(node, end);
    return range.getClientRects();
  };
  const whole = boxOf(0, data.length);
  if (whole.length === 0) return [];
  const lines: TextLine[] = [];
  const add = (start: number, end: number) => {
    const text = data.slice(start, end);
    const from = start + (text.length - text.trimStart().length);
    const to = end - (text.length - text.trimEnd().length);
    const [box] = from < to ? boxOf(from, to) : [];
    if (box !== undefined && box.width > 0) lines.push({ text: data.slice(from, to).replace(/\s+/g, " "), box });
  };
  if (whole.length === 1) {
    add(0, data.length);
    return lines;
  }
  let [start, middle] = [0, Infinity];
  for (let i = 0; i < data.length; i += 1) {
    const [box] = boxOf(i, i + 1);
    if (box === undefined || box.width === 0 || data[i]?.trim() === "") continue;
    // A line begins where a letter stands below the middle of those before it; their boxes may overlap.
    if (box.top > middle) {
      add(start, i);
      start = i;
    }
    middle = (box.top + box.bottom) / 2;
  }
  add(start, data.length);
  return lines;
}
