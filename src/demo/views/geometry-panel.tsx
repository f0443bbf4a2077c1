import { useMemo, useRef } from "preact/hooks";
import { linearTicks } from "../../plot/linear-ticks";
import { markerPath } from "../../plot/marker";
import { formatNumber } from "../../plot/number-format";
import { plane, type Bounds, type Plane } from "../../plot/plane";
import { pixel, polylinePath } from "../../plot/polyline";
import { Plot } from "../../ui/plot";
import { formatLambda } from "../format-lambda";
import type { Model, PenaltyFit } from "../model";
import { penaltyLook } from "../penalty-look";
import { useDraw, useRest, type Scene } from "../scene";
import { Ball, type BallHandle } from "./geometry-ball";
import { ContoursAbove, ContoursBelow } from "./geometry-contours";
import { PairReadout, showPair } from "./geometry-readout";
import { labelWidth } from "./label-width";
import { PenaltyKey } from "./panel";

export interface GeometryPanelProps {
  readonly scene: Scene;
  readonly index: number;
  readonly pair: readonly [number, number];
  readonly bounds: Bounds;
  readonly width: number;
  readonly height: number;
}

export function GeometryPanel({ scene, index, pair, bounds, width, height }: GeometryPanelProps) {
  const { model, frames, words } = scene;
  const fit = model.fits[index] as PenaltyFit;
  const look = penaltyLook[fit.penalty];
  const names = [model.features[pair[0]] ?? "", model.features[pair[1]] ?? ""] as const;
  const on = useMemo(() => plane(bounds, width, height), [bounds, width, height]);
  const parts = { scene, index, pair, bounds, on };
  const trail = useMemo(() => trailPath(model, fit, pair, on), [model, fit, pair, on]);

  const solution = useRef<SVGGElement>(null);
  const ball = useRef<BallHandle | null>(null);
  const readout = useRef<HTMLDivElement>(null);
  useDraw(frames, ({ solutions }) => {
    const weights = solutions[index]?.weights;
    if (weights === undefined) return;
    const [a, b] = [weights[pair[0]] ?? 0, weights[pair[1]] ?? 0];
    solution.current?.setAttribute("transform", `translate(${pixel(on.x(a))},${pixel(on.y(b))})`);
    solution.current?.classList.toggle("is-zero", a === 0 || b === 0);
    ball.current?.show(a, b);
    if (readout.current !== null) showPair(readout.current, { a, b, names, words: words.geometry });
  });
  const svg = useRef<SVGSVGElement>(null);
  const label = words.geometry.panel({ penalty: words.penalties[fit.penalty], first: names[0], second: names[1] });
  useRest(frames, ({ solutions }) => {
    const lambda = solutions[index]?.lambda ?? 0;
    svg.current?.setAttribute("aria-label", `${label}. ${words.lambdaIs(formatLambda(lambda))}: ${readout.current?.textContent ?? ""}`);
  });

  return (
    <>
      <div class="reglab-panel-title">
        <PenaltyKey penalty={fit.penalty} scene={scene} />
        <PairReadout row={readout} />
      </div>
      <div class="reglab-surface">
        <Plot svg={svg} class={`reglab-geometry ${look.class}`} width={width} height={height} label={label}>
          <ContoursBelow {...parts} />
          <PlaneAxes on={on} names={names} bounds={bounds} />
          {fit.penalty !== "none" && <Ball scene={scene} fit={fit} pair={pair} on={on} handle={ball} />}
          <path class="reglab-trail" d={trail} />
          <ContoursAbove {...parts} />
          <g ref={solution} class="reglab-solution">
            <path class="reglab-halo" d={markerPath(look.shape, 10)} />
            <path class="reglab-solution-mark" d={markerPath(look.shape, 5.4)} />
          </g>
        </Plot>
      </div>
    </>
  );
}

function PlaneAxes({ on, names, bounds }: { on: Plane; names: readonly [string, string]; bounds: Bounds }) {
  const [x0, y0] = [pixel(on.x(0)), pixel(on.y(0))];
  const [left, bottom] = on.invert(0, on.height);
  const [right, top] = on.invert(on.width, 0);
  const count = Math.max(2, Math.round(on.width / 75));
  const hasRoom = on.width - x0 > labelWidth(names[1]) + 10;
  const inner = (values: number[]) => values.filter((value) => value !== 0);
  return (
    <g class="reglab-axis">
      <path class="reglab-zero" d={`M0,${y0}H${on.width}M${x0},0V${on.height}`} />
      {inner(linearTicks(left, right, count)).map((tick) => on.x(tick) > 12 && on.x(tick) < on.width - 34 && (
        <g key={tick} transform={`translate(${pixel(on.x(tick))},${y0})`}>
          <line class="reglab-tick-line" y1="-3" y2="3" />
          <text class="reglab-tick" y="15" text-anchor="middle">{formatNumber(tick)}</text>
        </g>
      ))}
      {inner(linearTicks(bottom, top, count)).map((tick) => on.y(tick) < on.height - 8 && on.y(tick) > 22 && (
        <g key={tick} transform={`translate(${x0},${pixel(on.y(tick))})`}>
          <line class="reglab-tick-line" x1="-3" x2="3" />
          <text class="reglab-tick" x={bounds.left < 0 ? -7 : 7} dy="0.35em" text-anchor={bounds.left < 0 ? "end" : "start"}>{formatNumber(tick)}</text>
        </g>
      ))}
      <text class="reglab-axis-name" x={on.width - 4} y={y0 - 6} text-anchor="end">{names[0]}</text>
      <text class="reglab-axis-name" x={hasRoom ? x0 + 7 : x0 - 7} y="12" text-anchor={hasRoom ? "start" : "end"}>{names[1]}</text>
    </g>
  );
}

const trailSteps = 90;

/** The solution's way as λ runs from 0 to its largest. */
function trailPath({ lambdaRange: { min, max } }: Model, fit: PenaltyFit, pair: readonly [number, number], on: Plane): string {
  const lambdas = [0, ...Array.from({ length: trailSteps + 1 }, (_, i) => min * (max / min) ** (i / trailSteps)), ...fit.knots].sort((a, b) => a - b);
  return polylinePath(lambdas.map((lambda) => {
    const weights = fit.weightsAt(lambda);
    return [on.x(weights[pair[0]] ?? 0), on.y(weights[pair[1]] ?? 0)];
  }));
}
