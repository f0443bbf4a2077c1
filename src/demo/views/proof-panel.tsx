import { useMemo, useRef } from "preact/hooks";
import { linearScale } from "../../plot/linear-scale";
import { linearTicks } from "../../plot/linear-ticks";
import { markerPath } from "../../plot/marker";
import { formatNumber } from "../../plot/number-format";
import { pixel } from "../../plot/polyline";
import { Plot } from "../../ui/plot";
import { roveFocus } from "../../ui/roving-focus";
import type { Solution } from "../frames";
import type { PenaltyFit } from "../model";
import { penaltyLook } from "../penalty-look";
import { useDraw, useRest, type Scene } from "../scene";
import { featureMark } from "./feature-mark";
import { labelWidth, shortened } from "./label-width";
import { PenaltyKey } from "./panel";
import { becauseOf, tellingFeature } from "./proof-sentence";
import { classGapOf, gapOf, holdOf, lossSlopes } from "./slopes";
import { useMarked } from "./use-marked";
import { writeText } from "./write-text";

export interface ProofPanelProps {
  readonly scene: Scene;
  readonly index: number;
  readonly width: number;
  /** Features, from top to bottom. */
  readonly rows: readonly number[];
  /** The end of the scale, as a multiple of λ. */
  readonly top: number;
}

const rowHeight = 17;
const margin = { top: 8, right: 46, bottom: 22 } as const;
/** Multiplications that a frame has time for: beyond, the gap waits until λ stands still. */
const quick = 4e5;

export function ProofPanel({ scene, index, width, rows, top }: ProofPanelProps) {
  const { model, frames, words, state, print } = scene;
  const say = words.proof;
  const fit = model.fits[index] as PenaltyFit;
  const look = penaltyLook[fit.penalty];
  const root = useRef<HTMLDivElement>(null);
  const slopes = useMemo((): Float64Array => new Float64Array(model.features.length), [model]);
  const height = margin.top + rows.length * rowHeight + margin.bottom;
  const left = Math.min(width * 0.32, Math.max(24, ...rows.map((feature) => labelWidth(model.features[feature] ?? ""))) + 8);
  const right = width - margin.right;
  const x = linearScale([0, top], [left, right]);
  const boundAt = holdOf({ penalty: fit.penalty, lambda: 1, mix: model.mix }, 0).bound;
  const ticks = linearTicks(0, top, right - left < 190 ? 2 : 4);

  useDraw(frames, ({ solutions }) => {
    const solution = solutions[index];
    const el = root.current;
    if (solution === undefined || el === null) return;
    const { lambda, weights } = solution;
    lossSlopes(model, weights, slopes);
    const { bound } = holdOf({ penalty: fit.penalty, lambda, mix: model.mix }, 0);
    el.querySelectorAll(".reglab-proof-row").forEach((row, rank) => showSlope(row, { solution, slope: slopes[rows[rank] ?? 0] ?? 0, weight: weights[rows[rank] ?? 0] ?? 0, mix: model.mix, x, top }));
    el.querySelectorAll(".reglab-proof-tick").forEach((tick, i) => writeText(tick, i > 0 && lambda === 0 ? "" : formatNumber(lambda * (ticks[i] ?? 0))));
    // The scale counts in λ, so without one there is nothing on it but 0.
    el.querySelector(".reglab-bound")?.setAttribute("visibility", lambda === 0 ? "hidden" : "visible");
    writeText(el.querySelector(".reglab-panel-note"), titleOf(scene, fit, bound));
    writeText(el.querySelector(".reglab-proof-others"), othersOf(scene, rows, slopes));
    showGap(scene, el, solution, false);
  });
  useMarked(scene, ({ solutions }, name) => {
    const solution = solutions[index];
    if (solution === undefined) return;
    const feature = name === null ? -1 : model.features.indexOf(name);
    lossSlopes(model, solution.weights, slopes);
    writeText(root.current?.querySelector(".reglab-because"), becauseOf(scene, solution, slopes, feature < 0 ? tellingFeature(solution.weights, slopes) : feature));
  });
  useRest(frames, ({ solutions }) => {
    const solution = solutions[index];
    if (solution === undefined || root.current === null) return;
    showGap(scene, root.current, solution, true);
    root.current.querySelectorAll(".reglab-proof-row").forEach((row, rank) => row.setAttribute("aria-label", becauseOf(scene, solution, slopes, rows[rank] ?? 0)));
  });

  return (
    <div ref={root} class={look.class}>
      <div class="reglab-panel-title"><PenaltyKey penalty={fit.penalty} scene={scene} /><span class="reglab-panel-note" /></div>
      <div class="reglab-surface" onKeyDown={(event) => roveFocus(event, ".reglab-proof-row")}>
        <Plot class="reglab-proof" width={width} height={height} label={say.panel(words.penalties[fit.penalty])}>
          <g class="reglab-axis">
            {ticks.map((tick) => (
              <g key={tick} transform={`translate(${pixel(x(tick))},0)`}>
                <line class={tick === 0 ? "reglab-zero" : "reglab-grid"} y1={margin.top - 4} y2={height - margin.bottom + 3} />
                <text class="reglab-tick reglab-proof-tick" y={height - 6} text-anchor="middle" />
              </g>
            ))}
          </g>
          {rows.map((feature, rank) => {
            const name = model.features[feature] ?? "";
            return (
              <g key={name} class="reglab-proof-row" transform={`translate(0,${margin.top + rank * rowHeight})`} role="img" aria-label={name} tabindex={print ? undefined : rank === 0 ? 0 : -1} {...featureMark(state, name, print)}>
                <title>{scene.describe(name) ?? name}</title>
                <rect class="reglab-row-back" width={width} height={rowHeight} rx="4" />
                <text class="reglab-label" x={left - 6} y={rowHeight / 2} dy="0.35em" text-anchor="end">{shortened(name, left - 8)}</text>
                <rect class="reglab-slope-bound" x={pixel(left)} y="5" height={rowHeight - 10} />
                <rect class="reglab-slope-ridge" y="5" height={rowHeight - 10} />
                <path class="reglab-slope-head" d={markerPath(look.shape, 3.8)} />
                <text class="reglab-bar-value" x={width - 2} y={rowHeight / 2} dy="0.35em" text-anchor="end" />
              </g>
            );
          })}
          {boundAt > 0 && <line class="reglab-bound" x1={pixel(x(boundAt))} x2={pixel(x(boundAt))} y1={margin.top - 6} y2={height - margin.bottom + 3} />}
        </Plot>
      </div>
      <p class="reglab-because" />
      <p class="reglab-proof-gap reglab-note" />
      {rows.length < model.features.length && <p class="reglab-proof-others reglab-note" />}
    </div>
  );
}

interface ShownSlope {
  readonly solution: Solution;
  readonly slope: number;
  readonly weight: number;
  readonly mix: number;
  readonly x: (multiple: number) => number;
  readonly top: number;
}

/** Bars in multiples of λ: the bound then stays where it is, and what moves is how much of it each slope takes up. */
function showSlope(row: Element, { solution: { fit: { penalty }, lambda }, slope, weight, mix, x, top }: ShownSlope): void {
  const [, , , firm, pale, head, value] = row.children;
  const { ridge } = holdOf({ penalty, lambda, mix }, weight);
  const multiple = (size: number) => (lambda > 0 && penalty !== "none" ? Math.max(0, Math.min(top, size / lambda)) : 0);
  const end = multiple(Math.abs(slope));
  const start = multiple(Math.abs(slope) - ridge);
  firm?.setAttribute("width", String(pixel(x(start) - x(0))));
  pale?.setAttribute("x", String(pixel(x(start))));
  pale?.setAttribute("width", String(pixel(x(end) - x(start))));
  head?.setAttribute("transform", `translate(${pixel(x(end))},${rowHeight / 2})`);
  row.classList.toggle("is-zero", weight === 0);
  // Without anything to hold it a slope is 0; what rounding leaves of it is no number to show.
  writeText(value, penalty === "none" || lambda === 0 ? "0" : formatNumber(Math.abs(slope)));
}

function titleOf({ words: { proof: { bound: say } } }: Scene, { penalty }: PenaltyFit, bound: number): string {
  switch (penalty) {
    case "none":
      return say.none;
    case "l1":
      return say.l1(formatNumber(bound));
    case "l2":
      return say.l2;
    case "elastic-net":
      return say["elastic-net"](formatNumber(bound));
  }
}

function othersOf({ model, words: { proof: say } }: Scene, rows: readonly number[], slopes: Float64Array): string {
  let largest = 0;
  slopes.forEach((slope, j) => {
    if (!rows.includes(j)) largest = Math.max(largest, Math.abs(slope));
  });
  return say.others({ drawn: rows.length, total: model.features.length, slope: formatNumber(largest) });
}

/** Computed from the rows: at once where that takes no time, else when λ stands still. */
function showGap({ model, words }: Scene, root: Element, { fit: { penalty }, lambda, weights }: Solution, atRest: boolean): void {
  const { problem, classes, mix } = model;
  const say = words.proof;
  const place = root.querySelector(".reglab-proof-gap");
  const rows = problem ?? classes?.design;
  if (rows === undefined) return writeText(place, say.moved);
  const free = lambda === 0 || penalty === "none";
  if (free && model.endless) return writeText(place, words.classes.endless);
  // Without a penalty the gap is a projection onto all features: p³.
  const cost = rows.x.rows * rows.x.columns + (free ? rows.x.columns ** 3 : 0);
  if (!atRest && cost > quick) return writeText(place, say.checking);
  const at = { penalty, lambda, mix };
  const { objective, gap, violation } = classes === undefined ? gapOf(rows, weights, at) : classGapOf(classes, weights, at);
  const write = classes === undefined ? say.gap : words.classes.gap;
  writeText(place, write({ objective: formatNumber(objective, 4), gap: formatNumber(gap, 2), violation: formatNumber(violation, 2) }));
}
