/** Whether the reader has asked for less motion. */
export function wantsCalm(win: Pick<Window, "matchMedia">): boolean {
  return win.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
