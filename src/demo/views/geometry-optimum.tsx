import { formatNumber, roundSignificant } from "../../plot/number-format";
import type { Bounds, Plane } from "../../plot/plane";
import { pixel } from "../../plot/polyline";
import { useDrag } from "../../ui/drag";
import type { Scene } from "../scene";

/** Per arrow key, and with Shift. In units of weights. */
const small = 0.02;
const large = 0.1;
/** Kept from the edge, so that the mark can be taken hold of again. */
const edge = 0.05;

export interface MovableOptimumProps {
  readonly scene: Scene;
  readonly at: readonly [number, number];
  readonly on: Plane;
  readonly bounds: Bounds;
}

/** The unpenalised optimum of two made-up features, to be dragged or moved with the arrow keys. */
export function MovableOptimum({ scene: { state, words, model }, at: [a, b], on, bounds }: MovableOptimumProps) {
  const put = (first: number, second: number) => {
    const within = (value: number, low: number, high: number) => roundSignificant(Math.min(high - edge, Math.max(low + edge, value)));
    state.set({ optimum: [within(first, bounds.left, bounds.right), within(second, bounds.bottom, bounds.top)], playing: false });
  };
  const drag = useDrag({ move: (x, y) => put(...on.invert(x, y)) });
  const moveByKey = (event: KeyboardEvent) => {
    const step = event.shiftKey ? large : small;
    const moves: Record<string, [number, number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowDown: [0, -step], ArrowUp: [0, step] };
    const move = moves[event.key];
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    put(a + move[0], b + move[1]);
  };
  const reading = `${model.features[0] ?? ""} ${formatNumber(a)}, ${model.features[1] ?? ""} ${formatNumber(b)}`;
  return (
    <g
      class="reglab-optimum is-movable"
      transform={`translate(${pixel(on.x(a))},${pixel(on.y(b))})`}
      role="slider"
      tabindex={0}
      aria-label={words.geometry.optimum}
      aria-roledescription={words.geometry.point}
      aria-valuenow={a}
      aria-valuetext={reading}
      onKeyDown={moveByKey}
      {...drag}
    >
      <title>{words.geometry.optimum}</title>
      <circle class="reglab-hit" r="16" />
      <circle class="reglab-grip" r="8" />
      <path d="M-4.5,0H4.5M0,-4.5V4.5" />
    </g>
  );
}
