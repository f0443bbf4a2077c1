import { wantsCalm } from "../../ui/wants-calm";
import { watchSeen } from "../../ui/watch-seen";
import { windowOf } from "../../ui/window-of";

/** Milliseconds between steps that can be followed; for readers who asked for less motion, slower than motion. */
const [pace, calmPace] = [120, 700];

/** Calls back step after step while the element is on screen. The function returned ends it. */
export function stepWhileSeen(el: HTMLElement, step: () => void): () => void {
  const win = windowOf(el);
  const wait = wantsCalm(win) ? calmPace : pace;
  let seen = false;
  const timer = win.setInterval(() => {
    if (seen && !el.ownerDocument.hidden) step();
  }, wait);
  const unwatch = watchSeen(el, (now) => (seen = now));
  return () => {
    win.clearInterval(timer);
    unwatch();
  };
}
