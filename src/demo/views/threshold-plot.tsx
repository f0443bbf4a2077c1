import { useRef } from "preact/hooks";
import { linearScale, type Scale } from "../../plot/linear-scale";
import { linearTicks } from "../../plot/linear-ticks";
import { markerPath } from "../../plot/marker";
import { formatNumber } from "../../plot/number-format";
import { pixel, polylinePath } from "../../plot/polyline";
import { spreadLabels } from "../../plot/spread-labels";
import { Plot } from "../../ui/plot";
import { roveFocus } from "../../ui/roving-focus";
import type { PenaltyFit } from "../model";
import { penaltyLook } from "../penalty-look";
import { useDraw, useRest, type Scene } from "../scene";
import { featureMark } from "./feature-mark";
import { labelWidth } from "./label-width";
import { shrinkageOf, shrunk, type Shrinkage } from "./shrinkage";
import { DeadZone } from "./threshold-zone";

export interface ThresholdPlotProps {
  readonly scene: Scene;
  readonly width: number;
  readonly height: number;
  /** Weights at the ends of both axes. */
  readonly reach: number;
  /** p, the weights without a penalty. */
  readonly free: readonly number[];
}

const margin = { left: 30, bottom: 34 } as const;
const rowHeight = 14;

export function ThresholdPlot({ scene, width, height, reach, free }: ThresholdPlotProps) {
  const { model, frames, words, state, print } = scene;
  const say = words.threshold;
  const svg = useRef<SVGSVGElement>(null);
  const curved = model.fits.filter(({ penalty }) => penalty !== "none");
  const zoned = model.fits.flatMap((fit, index) => (shrinkageOf(fit.penalty, 1, model.mix).threshold > 0 ? [{ fit, index }] : []));
  const top = 8 + rowHeight * zoned.length;
  const names = [say.identity, ...curved.map(({ penalty }) => words.penalties[penalty])];
  const right = width - Math.max(...names.map(labelWidth)) - 10;
  const bottom = height - margin.bottom;
  const x = linearScale([-reach, reach], [margin.left, right]);
  const y = linearScale([-reach, reach], [bottom, top]);
  const inside = free.flatMap((weight, feature) => (Math.abs(weight) <= reach ? [feature] : []));

  // What the marks show since this rendering, so that of hundreds only those that move are written.
  const shown = model.fits.map(() => new Float64Array(free.length).fill(NaN));
  useDraw(frames, ({ solutions }) => {
    const root = svg.current;
    if (root === null) return;
    const curves = root.querySelectorAll(".reglab-shrinkage");
    const ends = [reach, ...curved.map((fit, i) => {
      const { lambda = 0 } = solutions.find((solution) => solution.fit === fit) ?? {};
      const shrinkage = shrinkageOf(fit.penalty, lambda, model.mix);
      curves[i]?.setAttribute("d", curveOf(shrinkage, reach, x, y));
      return shrunk(shrinkage, reach);
    })];
    const labels = root.querySelectorAll(".reglab-curve-name");
    spreadLabels(ends.map(y), 13, [top, bottom]).forEach((at, i) => labels[i]?.setAttribute("y", String(pixel(at))));
    root.querySelectorAll(".reglab-threshold-feature").forEach((el, place) => {
      const feature = inside[place] ?? 0;
      if (solutions.every(({ weights }, i) => weights[feature] === shown[i]?.[feature])) return;
      const [, stem, ...marks] = el.children;
      let farthest = free[feature] ?? 0;
      solutions.forEach(({ weights }, i) => {
        const weight = weights[feature] ?? 0;
        const values = shown[i];
        if (values?.[feature] === weight) return;
        if (values) values[feature] = weight;
        marks[i]?.setAttribute("transform", `translate(0,${pixel(y(weight))})`);
        marks[i]?.classList.toggle("is-zero", weight === 0);
      });
      for (const { weights } of solutions) {
        const weight = weights[feature] ?? 0;
        if (Math.abs(weight - (free[feature] ?? 0)) > Math.abs(farthest - (free[feature] ?? 0))) farthest = weight;
      }
      stem?.setAttribute("y2", String(pixel(y(farthest))));
    });
  });
  useRest(frames, ({ solutions }) => {
    svg.current?.querySelectorAll(".reglab-threshold-feature").forEach((el, place) => {
      const feature = inside[place] ?? 0;
      const values = solutions.map(({ fit, weights }) => `${words.penalties[fit.penalty]} ${formatNumber(weights[feature] ?? 0)}`);
      el.setAttribute("aria-label", say.feature({ feature: model.features[feature] ?? "", free: formatNumber(free[feature] ?? 0), values }));
    });
  });

  const identity = `M${pixel(x(-reach))},${pixel(y(-reach))}L${pixel(x(reach))},${pixel(y(reach))}`;
  return (
    <div class="reglab-surface" onKeyDown={(event) => roveFocus(event, ".reglab-threshold-feature")}>
      <Plot svg={svg} class="reglab-threshold" width={width} height={height} label={say.plot}>
        {zoned.map(({ fit, index }, row) => (
          <DeadZone key={fit.penalty} scene={scene} index={index} x={x} top={top} bottom={bottom} labelY={rowHeight * row + 11} side={row === 0 ? 1 : -1} ends={[margin.left, right]} />
        ))}
        <Axes x={x} y={y} reach={reach} ends={[margin.left, right]} bottom={bottom} top={top} />
        <text class="reglab-axis-name" x={(margin.left + right) / 2} y={height - 3} text-anchor="middle">{say.unpenalised}</text>
        <text class="reglab-axis-name" x={margin.left + 5} y={top + 10}>{say.penalised}</text>
        <path class="reglab-identity" d={identity} />
        {curved.map(({ penalty }) => <path key={penalty} class={`reglab-shrinkage ${penaltyLook[penalty].class}`} d="" />)}
        <text class="reglab-curve-name" x={right + 7} dy="0.35em">{say.identity}</text>
        {curved.map(({ penalty }) => <text key={penalty} class={`reglab-curve-name ${penaltyLook[penalty].class}`} x={right + 7} dy="0.35em">{words.penalties[penalty]}</text>)}
        {inside.map((feature, place) => {
          const name = model.features[feature] ?? "";
          return (
            <g key={name} class="reglab-threshold-feature" transform={`translate(${pixel(x(free[feature] ?? 0))},0)`} role="img" aria-label={name} tabindex={print ? undefined : place === 0 ? 0 : -1} {...featureMark(state, name, print)}>
              <title>{scene.describe(name) ?? name}</title>
              <line class="reglab-stem" y1={pixel(y(free[feature] ?? 0))} y2={pixel(y(free[feature] ?? 0))} />
              {model.fits.map((fit) => <Mark key={fit.penalty} fit={fit} />)}
            </g>
          );
        })}
      </Plot>
    </div>
  );
}

function Mark({ fit: { penalty } }: { fit: PenaltyFit }) {
  const { class: name, shape } = penaltyLook[penalty];
  return <g class={`reglab-dot ${name}`}><circle class="reglab-hit" r="8" /><path d={markerPath(shape, 3.6)} /></g>;
}

interface AxesProps {
  readonly x: Scale;
  readonly y: Scale;
  readonly reach: number;
  readonly ends: readonly [number, number];
  readonly top: number;
  readonly bottom: number;
}

function Axes({ x, y, reach, ends: [left, right], top, bottom }: AxesProps) {
  return (
    <g class="reglab-axis">
      {linearTicks(-reach, reach, right - left < 240 ? 4 : 7).map((tick) => (
        <g key={tick}>
          <line class={tick === 0 ? "reglab-zero" : "reglab-grid"} x1={pixel(x(tick))} x2={pixel(x(tick))} y1={top} y2={bottom} />
          <line class={tick === 0 ? "reglab-zero" : "reglab-grid"} x1={left} x2={right} y1={pixel(y(tick))} y2={pixel(y(tick))} />
          <text class="reglab-tick" x={pixel(x(tick))} y={bottom + 15} text-anchor="middle">{formatNumber(tick)}</text>
          <text class="reglab-tick" x={left - 5} y={pixel(y(tick))} dy="0.35em" text-anchor="end">{formatNumber(tick)}</text>
        </g>
      ))}
    </g>
  );
}

/** Straight from end to end, with a corner on either edge of the dead zone. */
function curveOf(shrinkage: Shrinkage, reach: number, x: Scale, y: Scale): string {
  const edge = Math.min(reach, shrinkage.threshold);
  return polylinePath([-reach, -edge, edge, reach].map((free) => [x(free), y(shrunk(shrinkage, free))] as const));
}
