import { windowOf } from "../../ui/window-of";

/** Milliseconds between steps that can be followed; for readers who asked for less motion, slower than motion. */
const [pace, calmPace] = [120, 700];

/** Calls back step after step while the element is on screen. The function returned ends it. */
export function stepWhileSeen(el: HTMLElement, step: () => void): () => void {
  const win = windowOf(el);
  const wait = win.matchMedia("(prefers-reduced-motion: reduce)").matches ? calmPace : pace;
  let seen = false;
  const timer = win.setInterval(() => {
    if (seen && !el.ownerDocument.hidden) step();
  }, wait);
  const observer = new win.IntersectionObserver((entries) => (seen = entries.at(-1)?.isIntersecting === true));
  observer.observe(el);
  return () => {
    win.clearInterval(timer);
    observer.disconnect();
  };
}
