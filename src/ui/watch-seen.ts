import { windowOf } from "./window-of";

/**
 * Says whether the element is on screen, soon after the call and at every change; `ahead` counts so much above and below it, too
 * (as in CSS; where the host knows no margin of scrolling elements, only where the window itself scrolls). The function returned ends it.
 */
export function watchSeen(el: Element, seen: (isSeen: boolean) => void, { ahead = "0px" } = {}): () => void {
  const margins = { rootMargin: `${ahead} 0px`, scrollMargin: `${ahead} 0px` };
  const observer = new (windowOf(el).IntersectionObserver)((entries) => seen(entries.at(-1)?.isIntersecting === true), margins);
  observer.observe(el);
  return () => observer.disconnect();
}
