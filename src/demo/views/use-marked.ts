import { useLayoutEffect } from "preact/hooks";
import type { Frame } from "../frames";
import type { Scene } from "../scene";

/** Runs `write` now, in each frame in which λ moves and whenever another feature is marked; null where none is. */
export function useMarked({ state, frames }: Scene, write: (frame: Frame, feature: string | null) => void): void {
  useLayoutEffect(() => {
    const now = (frame: Frame) => {
      const { marked } = state.get();
      write(frame, marked?.kind === "feature" ? marked.name : null);
    };
    now(frames.now());
    const stopDrawing = frames.onDraw(now);
    const stopMarks = state.subscribe(({ marked }, before) => {
      if (marked !== before.marked) now(frames.now());
    });
    return () => {
      stopDrawing();
      stopMarks();
    };
  });
}
