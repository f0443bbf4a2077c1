import { useMemo } from "preact/hooks";
import { linearTicks } from "../../plot/linear-ticks";
import { logTicks } from "../../plot/log-ticks";
import { markerPath } from "../../plot/marker";
import { formatNumber } from "../../plot/number-format";
import { pixel } from "../../plot/polyline";
import { spreadLabels } from "../../plot/spread-labels";
import { stopScale } from "../../plot/stop-scale";
import { useDrag } from "../../ui/drag";
import { Plot } from "../../ui/plot";
import { roveFocus } from "../../ui/roving-focus";
import { formatLambda } from "../format-lambda";
import type { PenaltyFit } from "../model";
import { penaltyLook } from "../penalty-look";
import { moveLambda, type Scene } from "../scene";
import { featureMark } from "./feature-mark";
import { labelWidth, shortened } from "./label-width";
import { PenaltyKey } from "./panel";
import { PathCursor } from "./path-cursor";
import { pathLines } from "./path-lines";
import { unpenalised } from "./unpenalised";
import { weightScale } from "./weight-domain";
import { largestFeatures } from "./weight-extremes";
import { zeroPoints } from "./zero-points";

export interface PathPanelProps {
  readonly scene: Scene;
  readonly index: number;
  readonly width: number;
  readonly height: number;
  /** Weights at the bottom and the top. */
  readonly domain: readonly [number, number];
}

const margin = { top: 24, right: 34, bottom: 26 } as const;
const labelHeight = 12.5;
/** With more features only those with a name keep their dots and zero marks: hundreds of them cover each other. */
const mostMarks = 40;

/** How many names have room beside a plot of this height. */
export function namesThatFit(height: number): number {
  return Math.max(1, 1 + Math.floor((height - margin.top - margin.bottom - 2) / labelHeight));
}

export function PathPanel({ scene, index, width, height, domain }: PathPanelProps) {
  const { model, words, state, print } = scene;
  const fit = model.fits[index] as PenaltyFit;
  const { min, max } = model.lambdaRange;
  const look = penaltyLook[fit.penalty];
  const named = useMemo(() => largestFeatures([fit], model.lambdaRange, namesThatFit(height)).sort((i, j) => i - j), [fit, model, height]);
  const marked = useMemo(() => (model.features.length > mostMarks ? named : model.features.map((_, feature) => feature)), [model, named]);
  const left = Math.min(width * 0.28, Math.max(16, ...named.map((feature) => labelWidth(model.features[feature] ?? ""))) + 18);
  const right = width - margin.right;
  const bottom = height - margin.bottom;
  const x = useMemo(() => stopScale({ min, max, range: [left, right] }), [min, max, left, right]);
  const y = useMemo(() => weightScale(domain, [bottom - 4, margin.top + 6]), [domain, bottom]);
  const lines = useMemo(
    () => pathLines({ fit, features: model.features.length, x, y, left, right, endless: model.endless && fit.penalty !== "none" }),
    [fit, model, x, y, left, right],
  );
  // Those with marks lie on top.
  const drawn = useMemo(
    () => lines.flatMap((path, feature) => (path === "" ? [] : [feature])).sort((i, j) => Number(marked.includes(i)) - Number(marked.includes(j))),
    [lines, marked],
  );
  const zeros = useMemo(() => zeroPoints(fit).filter(({ lambda, feature }) => lambda <= max && marked.includes(feature)), [fit, max, marked]);
  // Names stand where the lines begin.
  const free = useMemo(() => [...unpenalised(model, fit)], [fit, model]);
  const start = model.endless ? x.start : left;
  const labels = spreadLabels(named.map((feature) => y(free[feature] ?? 0)), labelHeight, [margin.top, bottom - 2]);
  const drag = useDrag({ move: (at) => moveLambda(state, x.invert(at)) });
  const note = fit.penalty === "none" ? words.path.unchanged : zeros.length > 0 ? words.path.becomesZero : words.path.noneZero;

  return (
    <>
      <div class="reglab-panel-title">
        <PenaltyKey penalty={fit.penalty} scene={scene} />
        <span class={`reglab-panel-note ${look.class}`}>
          {zeros.length > 0 && <svg class="reglab-shape is-zero" viewBox="-7 -7 14 14" width="12" height="12" aria-hidden="true"><path d={markerPath(look.shape, 3.6)} /></svg>}
          {note}
        </span>
      </div>
      <div class="reglab-surface" onKeyDown={(event) => roveFocus(event, ".reglab-line-label")}>
        <Plot class={`reglab-path ${look.class}`} width={width} height={height} label={words.path.panel(words.penalties[fit.penalty])}>
          <g class="reglab-drag-x" {...(print ? {} : drag)}>
            <rect class="reglab-hit" x={left} y={margin.top - 6} width={right - left + 8} height={bottom - margin.top + 6} />
            <g class="reglab-axis">
              {linearTicks(domain[0], domain[1], 5).map((tick) => (
                <g key={tick} transform={`translate(0,${pixel(y(tick))})`}>
                  <line class={tick === 0 ? "reglab-zero" : "reglab-grid"} x1={left} x2={right} />
                  <text class="reglab-tick" x={right + 6} dy="0.35em">{formatNumber(tick)}</text>
                </g>
              ))}
              {[0, ...logTicks(min, max, Math.max(2, Math.floor((right - x.start) / 52)))].map((tick) => (
                <g key={tick} transform={`translate(${pixel(x(tick))},${bottom})`}>
                  <line class="reglab-tick-line" y2="4" />
                  <text class="reglab-tick" y="17" text-anchor="middle">{formatNumber(tick)}</text>
                </g>
              ))}
              <text class="reglab-tick" x={width - 2} y={bottom + 17} text-anchor="end">{words.path.penaltyGrows}</text>
              <path class="reglab-tick-line" d={`M${pixel((left + x.start) / 2 - 3)},${bottom + 4}l2,-8m2,8l2,-8`} />
            </g>
            {drawn.map((feature) => (
              <g key={feature} class={marked.includes(feature) ? "reglab-line" : "reglab-line is-one-of-many"} {...featureMark(state, model.features[feature] ?? "", print)}>
                <path class="reglab-line-hit" d={lines[feature]} />
                <path class="reglab-line-drawn" d={lines[feature]} />
              </g>
            ))}
            {zeros.map(({ feature, lambda }) => (
              <path
                key={`${feature}:${lambda}`}
                class="reglab-zero-point"
                data-feature={model.features[feature]}
                d={markerPath(look.shape, 3.4)}
                transform={`translate(${pixel(x(lambda))},${pixel(y(0))})`}
              >
                <title>{words.path.reachesZero(model.features[feature] ?? "", formatLambda(lambda))}</title>
              </path>
            ))}
          </g>
          <PathCursor scene={scene} index={index} features={marked} x={x} y={y} top={margin.top} bottom={bottom} ends={[left, right]} />
          {named.map((feature, rank) => {
            const name = model.features[feature] ?? "";
            const at = labels[rank] ?? 0;
            return (
              <g
                key={name}
                class="reglab-line-label"
                role="img"
                aria-label={name}
                tabindex={print ? undefined : rank === 0 ? 0 : -1}
                {...featureMark(state, name, print)}
              >
                <title>{scene.describe(name) ?? name}</title>
                <path class="reglab-leader" d={`M${pixel(left - 12)},${pixel(at)}L${pixel(start - 2)},${pixel(y(free[feature] ?? 0))}`} />
                <text class="reglab-label" x={left - 14} y={at} dy="0.35em" text-anchor="end">{shortened(name, left - 14)}</text>
              </g>
            );
          })}
        </Plot>
      </div>
    </>
  );
}
