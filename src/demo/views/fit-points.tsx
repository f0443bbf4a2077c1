import { useRef } from "preact/hooks";
import type { Scale } from "../../plot/linear-scale";
import { formatNumber, roundSignificant } from "../../plot/number-format";
import { pixel } from "../../plot/polyline";
import { useDrag } from "../../ui/drag";
import { roveFocus } from "../../ui/roving-focus";
import type { Scene } from "../scene";
import type { Polynomial } from "./polynomial";

export interface FitPointsProps {
  readonly scene: Scene;
  readonly polynomial: Polynomial;
  readonly movable: boolean;
  readonly x: Scale;
  readonly y: Scale;
  /** Target values between which points can be moved, in the units of the data. */
  readonly range: readonly [number, number];
}

/** Per arrow key, and with Shift, as shares of the range. */
const [small, large] = [0.01, 0.05];
/** More points than these are drawn smaller. */
const few = 60;

/** The rows as points. Made-up ones can be dragged up and down, or moved with the arrow keys. */
export function FitPoints({ scene, polynomial, movable, x, y, range: [low, high] }: FitPointsProps) {
  const { model, state, words: { fit: say } } = scene;
  const held = useRef(0);
  const { problem } = model;
  const { targetMean = 0, targetScale = 1 } = problem?.scaling ?? {};
  // The points of the state are as they were dragged; those of the problem are centred.
  const points: ArrayLike<number> = state.get().points ?? problem?.y ?? [];
  const written = (row: number) => targetMean + targetScale * (points[row] ?? 0);
  const order = Array.from(polynomial.x.keys()).sort((i, j) => (polynomial.x[i] ?? 0) - (polynomial.x[j] ?? 0));
  const put = (row: number, value: number) => {
    const inside = roundSignificant(Math.min(high, Math.max(low, value)));
    state.set({ points: Array.from(points, (point, i) => (i === row ? (inside - targetMean) / targetScale : point)), playing: false });
  };
  const drag = useDrag({
    start: (atX, atY) => {
      const distance = (row: number) => Math.hypot(x(polynomial.x[row] ?? 0) - atX, y(written(row)) - atY);
      held.current = order.reduce((nearest, row) => (distance(row) < distance(nearest) ? row : nearest), order[0] ?? 0);
      return distance(held.current) <= 24;
    },
    move: (_, atY) => put(held.current, y.invert(atY)),
  });
  const moveByKey = (event: KeyboardEvent, row: number) => {
    const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (direction === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    put(row, written(row) + direction * (event.shiftKey ? large : small) * (high - low));
  };
  const many = polynomial.x.length > few;
  return (
    <g class={`reglab-points ${movable ? "is-movable" : ""} ${many ? "are-many" : ""}`} onKeyDown={(event: KeyboardEvent) => roveFocus(event, ".reglab-point")} {...(movable ? drag : {})}>
      {order.map((row, place) => {
        const at = formatNumber(polynomial.x[row] ?? 0);
        const value = roundSignificant(written(row));
        const operated = movable ? {
          role: "slider" as const, tabindex: place === 0 ? 0 : -1, "aria-orientation": "vertical" as const, "aria-valuemin": roundSignificant(low), "aria-valuemax": roundSignificant(high),
          "aria-valuenow": value, "aria-valuetext": say.pointIs({ name: model.target, value: formatNumber(value) }),
          "aria-label": say.point({ row: place + 1, x: say.pointIs({ name: polynomial.name, value: at }) }), onKeyDown: (event: KeyboardEvent) => moveByKey(event, row),
        } : {};
        return (
          <g key={row} class="reglab-point" transform={`translate(${pixel(x(polynomial.x[row] ?? 0))},${pixel(y(written(row)))})`} {...operated}>
            {movable && <circle class="reglab-hit" r="14" />}
            <circle class="reglab-point-mark" r={many ? 2.2 : 4.5} />
          </g>
        );
      })}
    </g>
  );
}
