/** On the body of a window in which the settings ask for less motion. */
export const calmClass = "reglab-calm";

/** Whether the reader has asked for less motion, on the device or in the settings. */
export function wantsCalm(win: Window): boolean {
  return win.matchMedia("(prefers-reduced-motion: reduce)").matches || win.document.body.classList.contains(calmClass);
}
