import { linearScale } from "../../plot/linear-scale";
import { linearTicks } from "../../plot/linear-ticks";
import { formatNumber } from "../../plot/number-format";
import { pixel, polylinePath } from "../../plot/polyline";
import { Plot } from "../../ui/plot";

export interface PlotLine {
  readonly class: string;
  readonly points: readonly (readonly [number, number])[];
}

export interface LinePlotProps {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly xName: string;
  readonly yName: string;
  readonly formatY?: (value: number) => string;
  readonly lines: readonly PlotLine[];
  /** Lines across the plot, each with its name. */
  readonly levels?: readonly { readonly at: number; readonly name: string; readonly below?: boolean }[];
  /** Single points, each with the end of a line of the same class. */
  readonly targets?: readonly { readonly at: readonly [number, number]; readonly name: string; readonly class: string }[];
}

const margin = { top: 18, right: 10, bottom: 30, left: 40 };

/** Some lines over two axes, with a mark where each of them ends. */
export function LinePlot({ label, width, height, x: xs, y: ys, xName, yName, formatY = formatNumber, lines, levels = [], targets = [] }: LinePlotProps) {
  const [right, bottom] = [width - margin.right, height - margin.bottom];
  const x = linearScale(xs, [margin.left, right]);
  const y = linearScale(ys, [bottom, margin.top]);
  /** What lies outside the axes is drawn on the edge. */
  const across = (value: number) => Math.min(right, Math.max(margin.left, x(value)));
  const down = (value: number) => Math.min(bottom, Math.max(margin.top, y(value)));
  const place = ([a, b]: readonly [number, number]): [number, number] => [across(a), down(b)];
  return (
    <Plot width={width} height={height} label={label}>
      <g class="reglab-axis" aria-hidden="true">
        {linearTicks(ys[0], ys[1], 5).map((tick) => (
          <g key={tick} transform={`translate(0,${pixel(y(tick))})`}>
            <line class="reglab-grid" x1={margin.left} x2={right} />
            <text class="reglab-tick" x={margin.left - 6} dy="0.35em" text-anchor="end">{formatY(tick)}</text>
          </g>
        ))}
        {linearTicks(xs[0], xs[1], 5).map((tick) => (
          <g key={tick} transform={`translate(${pixel(x(tick))},${bottom})`}>
            <line class="reglab-tick-line" y2="4" />
            <text class="reglab-tick" y="16" text-anchor="middle">{formatNumber(tick)}</text>
          </g>
        ))}
        <text class="reglab-tick" x={right} y={height - 2} text-anchor="end">{xName}</text>
        <text class="reglab-tick" x={2} y={10}>{yName}</text>
      </g>
      {levels.map(({ at, name, below }) => (
        <g key={name} transform={`translate(0,${pixel(down(at))})`}>
          <line class="reglab-level" x1={margin.left} x2={right} />
          <text class="reglab-level-name" x={right - 2} y={below ? 26 : -4} text-anchor="end">{name}</text>
        </g>
      ))}
      {targets.map(({ at, name, class: kind }) => (
        <g key={name} class={kind} transform={`translate(${place(at).map(pixel).join(",")})`}>
          <path class="reglab-target" d="M-7,0H7M0,-7V7" />
        </g>
      ))}
      {lines.map(({ class: kind, points }) => {
        const [endX, endY] = place(points.at(-1) ?? [0, 0]);
        return (
          <g key={kind} class={kind}>
            <path class="reglab-line-drawn reglab-trace" d={polylinePath(points.map(place))} />
            <circle class="reglab-dot" cx={pixel(endX)} cy={pixel(endY)} r="3.4" />
          </g>
        );
      })}
    </Plot>
  );
}
