import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { windowOf } from "./window-of";

/** The element's width in whole CSS pixels, kept up to date; `guess` until it is in a page, and for good where `fixed`. */
export function useWidth(ref: RefObject<HTMLElement | null>, guess: number, fixed: boolean): number {
  const [width, setWidth] = useState(guess);
  useLayoutEffect(() => {
    const el = ref.current;
    if (fixed || el === null) return;
    const measure = (measured: number) => {
      // A hidden element has no width; what was drawn last is right when it comes back.
      if (measured > 0) setWidth(Math.round(measured));
    };
    measure(el.clientWidth);
    const { ResizeObserver } = windowOf(el);
    if (ResizeObserver === undefined) return;
    const observer = new ResizeObserver((entries) => measure(entries.at(-1)?.contentRect.width ?? 0));
    observer.observe(el);
    return () => observer.disconnect();
  }, [ref, fixed]);
  return width;
}
