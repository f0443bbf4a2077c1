/** Writes a text where it is another one. */
export function writeText(el: Element | null | undefined, text: string): void {
  if (el && el.textContent !== text) el.textContent = text;
}
