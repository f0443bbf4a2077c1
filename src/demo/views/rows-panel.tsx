import { useMemo, useRef } from "preact/hooks";
import { extentOf } from "../../plot/extent";
import { linearScale } from "../../plot/linear-scale";
import { linearTicks } from "../../plot/linear-ticks";
import { markerPath } from "../../plot/marker";
import { formatNumber } from "../../plot/number-format";
import { pixel } from "../../plot/polyline";
import { viewBoxOf } from "../../ui/drag";
import { Plot } from "../../ui/plot";
import { sliderKey, type SliderKey } from "../../ui/slider-keys";
import type { PenaltyFit } from "../model";
import { penaltyLook } from "../penalty-look";
import { useDraw, type Scene } from "../scene";
import { PenaltyKey } from "./panel";
import { nearestDot, type RowValues } from "./rows-values";

export interface RowsPanelProps {
  readonly scene: Scene;
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly values: RowValues;
  /** The rows that are drawn, and the place among them of the one that is looked at, or −1. */
  readonly drawn: readonly number[];
  readonly chosen: number;
  readonly choose: (place: number) => void;
  readonly nameOf: (row: number) => string;
  /** Opens the note of the row that is looked at. */
  readonly open: ((newTab: boolean) => void) | null;
}

const margin = { top: 8, right: 10, bottom: 36, left: 40 } as const;
/** As far from a dot it is still meant, in pixels. */
const reach = 24;

export function RowsPanel({ scene, index, width, height, values, drawn, chosen, choose, nameOf, open }: RowsPanelProps) {
  const { model, frames, words: { rows: say, penalties }, print } = scene;
  const { penalty } = model.fits[index] as PenaltyFit;
  const look = penaltyLook[penalty];
  const [left, right, bottom] = [margin.left, width - margin.right, height - margin.bottom];
  const range = useMemo(() => extentOf(values.measured, 0.04), [values]);
  const x = linearScale(range, [left, right]);
  const y = linearScale(range, [bottom, margin.top]);
  const dots = useRef<SVGPathElement>(null);
  const mark = useRef<SVGGElement>(null);
  const readout = useRef<HTMLSpanElement>(null);
  const predicted = useMemo(() => new Float64Array(values.measured.length), [values]);
  /** A prediction beyond the plot stands at its edge. */
  const placeOf = (row: number) => [Math.max(left, Math.min(right, x(predicted[row] ?? NaN))), y(values.measured[row] ?? NaN)] as const;

  useDraw(frames, ({ solutions }) => {
    const weights = solutions[index]?.weights;
    if (weights === undefined) return;
    values.predict(weights, predicted);
    dots.current?.setAttribute("d", drawn.map((row) => `M${placeOf(row).map(pixel).join(",")}h0`).join(""));
    const row = drawn[chosen];
    mark.current?.setAttribute("visibility", row === undefined ? "hidden" : "visible");
    if (row !== undefined) mark.current?.setAttribute("transform", `translate(${placeOf(row).map(pixel).join(",")})`);
    const text = row === undefined ? "" : say.point({ name: nameOf(row), predicted: formatNumber(predicted[row] ?? NaN), measured: formatNumber(values.measured[row] ?? NaN) });
    if (readout.current !== null) readout.current.textContent = text;
    mark.current?.closest("[role=slider]")?.setAttribute("aria-valuetext", text);
  });

  const at = (event: MouseEvent): number => {
    const svg = dots.current?.ownerSVGElement;
    if (!svg) return -1;
    const { toX, toY } = viewBoxOf(svg);
    return nearestDot(drawn.map(placeOf), [toX(event.clientX), toY(event.clientY)], reach);
  };
  const keys = (event: KeyboardEvent) => {
    const key = sliderKey(event);
    if (key !== null) choose(stepped(key, chosen, drawn.length));
    else if (event.key === "Enter" && open !== null) open(event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const label = say.plot({ penalty: penalties[penalty], target: model.target });
  const operated = print ? {} : {
    role: "slider" as const, tabindex: 0, "aria-label": label, "aria-valuemin": 0, "aria-valuemax": drawn.length, "aria-valuenow": chosen + 1, onKeyDown: keys,
    onPointerMove: (event: PointerEvent) => void (event.pointerType !== "touch" && choose(at(event))),
    onPointerLeave: (event: PointerEvent) => void (event.pointerType !== "touch" && choose(-1)),
    onClick: (event: MouseEvent) => {
      const place = at(event);
      // The first tap of a finger shows the row; a mouse has shown it already.
      if (place >= 0 && place === chosen && (event as PointerEvent).pointerType !== "touch") open?.(event.ctrlKey || event.metaKey);
      else choose(place);
    },
  };
  return (
    <>
      <div class="reglab-panel-title"><PenaltyKey penalty={penalty} scene={scene} /><span ref={readout} class="reglab-readout" /></div>
      <div class="reglab-surface">
        <Plot class={`reglab-rows ${look.class}`} width={width} height={height} label={label}>
          <g class="reglab-axis">
            {linearTicks(...range, 5).map((tick) => (
              <g key={tick}>
                <line class="reglab-grid" x1={left} x2={right} y1={pixel(y(tick))} y2={pixel(y(tick))} />
                <text class="reglab-tick" x={left - 6} y={pixel(y(tick))} dy="0.35em" text-anchor="end">{formatNumber(tick)}</text>
                <text class="reglab-tick" x={pixel(x(tick))} y={bottom + 16} text-anchor="middle">{formatNumber(tick)}</text>
              </g>
            ))}
            <path class="reglab-identity" d={`M${left},${bottom}L${right},${margin.top}`} />
            <text class="reglab-axis-name" x={right} y={height - 4} text-anchor="end">{say.predicted}</text>
            <text class="reglab-axis-name" x={left + 5} y={margin.top + 9}>{say.measured}</text>
          </g>
          <g {...operated}>
            <rect class="reglab-hit" x={left} y={margin.top} width={right - left} height={bottom - margin.top} />
            <path ref={dots} class="reglab-row-dots" />
            <g ref={mark} class="reglab-row-mark" visibility="hidden"><path d={markerPath(look.shape, 6)} /></g>
          </g>
        </Plot>
      </div>
    </>
  );
}

/** A small step of a slider is one row, a large one ten. */
function stepped(key: SliderKey, place: number, count: number): number {
  if ("to" in key) return key.to === "start" ? 0 : count - 1;
  const step = Math.sign(key.by) * (Math.abs(key.by) > 0.05 ? 10 : 1);
  return Math.max(0, Math.min(count - 1, place + step));
}
