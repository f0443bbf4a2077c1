import type { App } from "../../host/app";

/** A finger makes mouse events too; for this long after it no hover counts. */
const quietMs = 400;

const touched = new WeakMap<App, number>();

export function watchTouches(app: App, win: Window): () => void {
  const note = () => touched.set(app, performance.now());
  win.addEventListener("touchstart", note, { capture: true, passive: true });
  win.addEventListener("touchend", note, { capture: true, passive: true });
  return () => {
    win.removeEventListener("touchstart", note, { capture: true });
    win.removeEventListener("touchend", note, { capture: true });
  };
}

export function justTouched(app: App): boolean {
  const last = touched.get(app);
  return last !== undefined && performance.now() - last < quietMs;
}
