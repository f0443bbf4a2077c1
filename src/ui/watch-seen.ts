import { windowOf } from "./window-of";

/** Says whether the element is on screen, soon after the call and at every change. The function returned ends it. */
export function watchSeen(el: Element, seen: (isSeen: boolean) => void): () => void {
  const observer = new (windowOf(el).IntersectionObserver)((entries) => seen(entries.at(-1)?.isIntersecting === true));
  observer.observe(el);
  return () => observer.disconnect();
}
