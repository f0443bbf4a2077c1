/**
 * One tab stop for a row of marks: arrow keys, Home and End move the focus among the elements that match `selector` in the
 * plot. The element that has or last had the focus keeps the tab stop.
 */
export function roveFocus(event: KeyboardEvent, selector: string): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const current = event.target as Element | null;
  const root = event.currentTarget as Element;
  const all = [...root.querySelectorAll<SVGElement | HTMLElement>(selector)];
  const from = all.findIndex((el) => el === current);
  const to = targetOf(event.key, from, all.length);
  const next = to === null ? undefined : all[to];
  if (from < 0 || next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  current?.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

function targetOf(key: string, from: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
    case "ArrowRight":
      return Math.min(count - 1, from + 1);
    case "ArrowUp":
    case "ArrowLeft":
      return Math.max(0, from - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
