import { useMemo, useRef } from "preact/hooks";
import { extentOf } from "../../plot/extent";
import { linearScale, type Scale } from "../../plot/linear-scale";
import { linearTicks } from "../../plot/linear-ticks";
import { formatNumber } from "../../plot/number-format";
import { pixel, polylinePath } from "../../plot/polyline";
import { Plot } from "../../ui/plot";
import { penaltyLook } from "../penalty-look";
import { useDraw, type Scene } from "../scene";
import { FitPoints } from "./fit-points";
import { basisAt, levelOf, type Polynomial } from "./polynomial";

export interface FitPlotProps {
  readonly scene: Scene;
  readonly width: number;
  readonly height: number;
  readonly polynomial: Polynomial;
  readonly movable: boolean;
}

const margin = { top: 8, right: 10, bottom: 36, left: 36 } as const;
/** Pixels between two samples of a curve: its wiggles are far wider. */
const spacing = 3;
/** Room beside the points, as a share of their range: across, and up and down, where points can be dragged to. */
const around = { x: 0.03, y: 0.3 } as const;

export function FitPlot({ scene, width, height, polynomial, movable }: FitPlotProps) {
  const { model, frames, words: { fit: say } } = scene;
  const { x: values, name } = polynomial;
  const svg = useRef<SVGSVGElement>(null);
  const [left, right, bottom] = [margin.left, width - margin.right, height - margin.bottom];
  const x = useMemo(() => linearScale(extentOf(values, around.x), [left, right]), [values, left, right]);
  // From the data as they were written: dragging a point must not move the axis under it.
  const raw = useMemo(() => model.table.columns.find((column) => column.name === model.target)?.values, [model.table, model.target]);
  const range = useMemo(() => extentOf(raw ?? new Float64Array(0), around.y), [raw]);
  const y = useMemo(() => linearScale(range, [bottom, margin.top]), [range, bottom]);
  const samples = useMemo(() => sampleBasis(scene, polynomial, { x, left, right }), [model, polynomial, x, left, right]);
  const level = levelOf(scene.state.get().points ?? []);
  const { targetMean = 0, targetScale = 1 } = model.problem?.scaling ?? {};
  const curveOf = (weights: ArrayLike<number>) =>
    polylinePath(samples.map(({ at, basis }) => {
      const share = basis.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), level);
      return [at, bounded(y(targetMean + targetScale * share), height)] as const;
    }));
  const free = model.fits[0]?.weightsAt(0) ?? new Float64Array(0);

  useDraw(frames, ({ solutions }) => {
    const curves = svg.current?.querySelectorAll(".reglab-curve");
    solutions.forEach(({ weights }, index) => curves?.[index]?.setAttribute("d", curveOf(weights)));
  });
  return (
    <div class="reglab-surface">
      <Plot svg={svg} class="reglab-fit" width={width} height={height} label={say.plot({ x: name, y: model.target })}>
        <g class="reglab-axis">
          {linearTicks(...range, 5).map((tick) => (
            <g key={tick} transform={`translate(0,${pixel(y(tick))})`}>
              <line class={tick === 0 ? "reglab-zero" : "reglab-grid"} x1={left} x2={right} />
              <text class="reglab-tick" x={left - 6} dy="0.35em" text-anchor="end">{formatNumber(tick)}</text>
            </g>
          ))}
          {linearTicks(x.invert(left), x.invert(right), width < 420 ? 4 : 7).map((tick) => (
            <g key={tick} transform={`translate(${pixel(x(tick))},${bottom})`}>
              <line class="reglab-tick-line" y2="4" />
              <text class="reglab-tick" y="16" text-anchor="middle">{formatNumber(tick)}</text>
            </g>
          ))}
          <line class="reglab-zero" x1={left} x2={right} y1={bottom} y2={bottom} />
          <text class="reglab-axis-name" x={right} y={height - 4} text-anchor="end">{name}</text>
          <text class="reglab-axis-name" x={left + 5} y={margin.top + 9}>{model.target}</text>
        </g>
        <svg class="reglab-clip" x={left} y={margin.top} width={right - left} height={bottom - margin.top}>
          <g transform={`translate(${-left},${-margin.top})`}>
            <path class="reglab-curve-free reglab-none" d={curveOf(free)} />
            {model.fits.map(({ penalty }) => <path key={penalty} class={`reglab-curve ${penaltyLook[penalty].class}`} d="" />)}
          </g>
        </svg>
        <FitPoints scene={scene} polynomial={polynomial} movable={movable} x={x} y={y} range={range} />
      </Plot>
    </div>
  );
}

interface Sample {
  /** In pixels. */
  readonly at: number;
  /** p, the features there. */
  readonly basis: Float64Array;
}

function sampleBasis({ model }: Scene, polynomial: Polynomial, { x, left, right }: { x: Scale; left: number; right: number }): Sample[] {
  const count = Math.ceil((right - left) / spacing);
  return Array.from({ length: count + 1 }, (_, i) => {
    const at = left + (i / count) * (right - left);
    return { at, basis: basisAt(polynomial, model, x.invert(at)) };
  });
}

/** Far outside the plot one place is as good as another, and numbers stay short. */
function bounded(at: number, height: number): number {
  return Math.max(-height, Math.min(2 * height, at));
}
