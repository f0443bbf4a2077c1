import { roundSignificant } from "../plot/number-format";
import { stopScale } from "../plot/stop-scale";
import { wantsCalm } from "../ui/wants-calm";
import { watchSeen } from "../ui/watch-seen";
import { windowOf } from "../ui/window-of";
import type { BlockState } from "./block-state";
import type { LambdaRange } from "./slider-range";

/** Milliseconds from the largest λ to the smallest: each feature's coming in can be followed. */
const duration = 9000;
/** Steps over the whole range where the reader has asked for less motion. */
const calmSteps = 12;

/**
 * Moves λ from where it is to the smallest, from the largest again if it is there already, as long as the element is on screen;
 * at the end `playing` is over. The function returned stops it.
 */
export function playWhileSeen(el: HTMLElement, state: BlockState, { min, max }: LambdaRange): () => void {
  const win = windowOf(el);
  const scale = stopScale({ min, max, range: [0, 1] });
  const calm = wantsCalm(win);
  let position = scale(state.get().lambda);
  if (position <= scale.start) position = 1;
  let request: number | null = null;
  let last: number | null = null;

  const step = (time: number): void => {
    request = null;
    // Paused within this frame: what was pressed counts at once.
    if (!state.get().playing) return;
    position -= (last === null ? 0 : time - last) / duration;
    last = time;
    const shown = calm ? Math.ceil(position * calmSteps) / calmSteps : position;
    const over = position <= scale.start;
    state.set(over ? { lambda: roundSignificant(min), playing: false } : { lambda: roundSignificant(scale.invert(shown)) });
    request = over ? null : win.requestAnimationFrame(step);
  };
  const pause = (): void => {
    if (request !== null) win.cancelAnimationFrame(request);
    request = last = null;
  };
  const unwatch = watchSeen(el, (seen) => {
    if (!seen) pause();
    else request ??= win.requestAnimationFrame(step);
  });
  return () => {
    unwatch();
    pause();
  };
}
