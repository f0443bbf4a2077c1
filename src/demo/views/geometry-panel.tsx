import { useMemo, useRef } from "preact/hooks";
import { linearTicks } from "../../plot/linear-ticks";
import { markerPath } from "../../plot/marker";
import { formatNumber } from "../../plot/number-format";
import { plane, type Bounds, type Plane } from "../../plot/plane";
import { pixel, polylinePath } from "../../plot/polyline";
import { ellipsePath, valueOf } from "../../plot/quadratic-form";
import { Plot } from "../../ui/plot";
import { formatLambda } from "../format-lambda";
import type { Model, PenaltyFit } from "../model";
import { penaltyLook } from "../penalty-look";
import { useDraw, useRest, type Scene } from "../scene";
import { Ball, type BallHandle } from "./geometry-ball";
import { MovableOptimum } from "./geometry-optimum";
import { PairReadout, showPair } from "./geometry-readout";
import { pairLoss, type PairLoss } from "./pair-loss";
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
  const loss = useMemo(() => pairLoss(model.moments, pair), [model, pair]);
  const contours = useMemo(() => contourPaths(loss, bounds, on), [loss, bounds, on]);
  const trail = useMemo(() => trailPath(model, fit, pair, on), [model, fit, pair, on]);

  const moving = useRef<SVGGElement>(null);
  const through = useRef<SVGPathElement>(null);
  const solution = useRef<SVGGElement>(null);
  const ball = useRef<BallHandle | null>(null);
  const readout = useRef<HTMLDivElement>(null);
  useDraw(frames, ({ solutions }) => {
    const weights = solutions[index]?.weights;
    if (weights === undefined) return;
    const [a, b] = [weights[pair[0]] ?? 0, weights[pair[1]] ?? 0];
    const centre = loss.centre(weights);
    moving.current?.setAttribute("transform", `translate(${pixel(on.x(centre[0]) - on.x(0))},${pixel(on.y(centre[1]) - on.y(0))})`);
    through.current?.setAttribute("d", ellipsePath(loss.axes, valueOf(loss.form, a - centre[0], b - centre[1]), centre, on));
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
          <g ref={moving} class="reglab-contours" data-term="loss">
            {contours.map((path, level) => <path key={level} d={path} />)}
          </g>
          <PlaneAxes on={on} names={names} bounds={bounds} />
          {fit.penalty !== "none" && <Ball scene={scene} fit={fit} pair={pair} on={on} handle={ball} />}
          <path class="reglab-trail" d={trail} />
          <path ref={through} class="reglab-through" data-term="loss" />
          {scene.movableOptimum && !scene.print
            ? <MovableOptimum scene={scene} at={loss.centre([0, 0])} on={on} bounds={bounds} />
            : <LeastLoss scene={scene} loss={loss} index={index} on={on} />}
          <g ref={solution} class="reglab-solution">
            <path class="reglab-halo" d={markerPath(look.shape, 10)} />
            <path class="reglab-solution-mark" d={markerPath(look.shape, 5.4)} />
          </g>
        </Plot>
      </div>
    </>
  );
}

/** Where the loss is least along the pair; it moves with the weights that are held. */
function LeastLoss({ scene, loss, index, on }: { scene: Scene; loss: PairLoss; index: number; on: Plane }) {
  const mark = useRef<SVGGElement>(null);
  useDraw(scene.frames, ({ solutions }) => {
    const [a, b] = loss.centre(solutions[index]?.weights ?? []);
    mark.current?.setAttribute("transform", `translate(${pixel(on.x(a))},${pixel(on.y(b))})`);
    // On the far side from 0: the solution lies towards it.
    mark.current?.lastElementChild?.setAttribute("y", b < 0 ? "19" : "-10");
  });
  return (
    <g ref={mark} class="reglab-optimum">
      <path d="M-5,0H5M0,-5V5" />
      <text class="reglab-tick" text-anchor="middle">{scene.words.geometry.least}</text>
    </g>
  );
}

function PlaneAxes({ on, names, bounds }: { on: Plane; names: readonly [string, string]; bounds: Bounds }) {
  const [x0, y0] = [pixel(on.x(0)), pixel(on.y(0))];
  const [left, bottom] = on.invert(0, on.height);
  const [right, top] = on.invert(on.width, 0);
  const count = Math.max(2, Math.round(on.width / 75));
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
      <text class="reglab-axis-name" x={x0 + 7} y="12">{names[1]}</text>
    </g>
  );
}

/** How many contours around an optimum, and how far apart, as a share of the plot. */
const contourCount = 8;
const contourSpacing = 0.1;

/** Contours at equal steps from the optimum, around 0: they are moved to where it is. */
function contourPaths({ axes }: PairLoss, bounds: Bounds, on: Plane): string[] {
  const typical = Math.sqrt(axes.larger * Math.max(axes.smaller, 0.01 * axes.larger));
  const step = contourSpacing * (bounds.right - bounds.left);
  return Array.from({ length: contourCount }, (_, i) => ellipsePath(axes, ((contourCount - i) * step) ** 2 * typical, [0, 0], on));
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
