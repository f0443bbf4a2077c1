/** Room for a label at the plots' font size, without measuring: about 6.3 px for a Latin letter, a full 11.5 px for Hangul and the like. */
export function labelWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letter > "\u2e80" ? 11.5 : 6.3;
  return width;
}

/** Longer labels are cut; the whole name is in the tooltip. What tells the columns of one text column apart ("weather = sunny"), or the weights of one feature ("wind → rain"), stays. */
export function shortened(text: string, room: number): string {
  if (labelWidth(text) <= room) return text;
  const at = Math.max(text.lastIndexOf(" = "), text.lastIndexOf(" → "));
  const value = text.slice(at);
  if (at > 0 && labelWidth(`…${value}`) <= room) return cut(text.slice(0, at), room - labelWidth(value)) + value;
  return cut(text, room);
}

function cut(text: string, room: number): string {
  let short = "";
  for (const letter of text) {
    if (labelWidth(`${short}${letter}…`) > room) break;
    short += letter;
  }
  return `${short}…`;
}
