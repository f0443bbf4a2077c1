import { useLayoutEffect, useRef } from "preact/hooks";
import { linearScale } from "../../plot/linear-scale";
import { linearTicks } from "../../plot/linear-ticks";
import { markerPath } from "../../plot/marker";
import { formatNumber } from "../../plot/number-format";
import { pixel } from "../../plot/polyline";
import { Plot } from "../../ui/plot";
import { roveFocus } from "../../ui/roving-focus";
import { togetherOf, variationOf, type HalfWeights } from "../half-weights";
import type { PenaltyFit } from "../model";
import { penaltyLook } from "../penalty-look";
import { useDraw, useRest, type Scene } from "../scene";
import type { FeaturePair } from "./correlated-groups";
import { featureMark } from "./feature-mark";
import type { HalfFrames } from "./half-frames";
import { labelWidth, shortened } from "./label-width";
import { PenaltyKey } from "./panel";
import { percent } from "./percent";
import type { StabilityRow } from "./stability-rows";

export interface StabilityPanelProps {
  readonly scene: Scene;
  readonly index: number;
  readonly width: number;
  readonly rows: readonly StabilityRow[];
  /** Whose fate is told in words. */
  readonly pair: FeaturePair | null;
  readonly shown: HalfFrames;
  readonly domain: readonly [number, number];
}

const rowHeight = 17;
/** Between groups. */
const groupGap = 7;
const headerHeight = 20;
const axisHeight = 20;

export function StabilityPanel({ scene, index, width, rows, pair, shown, domain }: StabilityPanelProps) {
  const { model, frames, words, state, print } = scene;
  const say = words.stability;
  const fit = model.fits[index] as PenaltyFit;
  const look = penaltyLook[fit.penalty];
  const root = useRef<HTMLDivElement>(null);
  const label = Math.min(width * 0.25, Math.max(20, ...rows.map(({ feature }) => labelWidth(model.features[feature] ?? ""))) + 6);
  const left = label + 14;
  const bar = Math.min(110, (width - left) * 0.4);
  const number = 37;
  const [from, to] = [left + bar + number + 8, width - 8];
  const x = linearScale(domain, [from + 4, to - 4]);
  const places = rowPlaces(rows);
  const height = (places.at(-1) ?? 0) + rowHeight + axisHeight;

  const draw = () => {
    const values = shown.at(index);
    const el = root.current;
    if (el === null) return;
    el.querySelectorAll(".reglab-stability-row").forEach((row, rank) => showRow(row, { values, feature: rows[rank]?.feature ?? 0, half: shown.half(), bar, x }));
    const text = el.querySelector(".reglab-together");
    if (text !== null) text.textContent = values === null ? "" : sentenceOf(scene, { values, pair });
  };
  useDraw(frames, draw);
  useLayoutEffect(() => shown.onHalf(draw));
  useRest(frames, () => {
    const values = shown.at(index);
    root.current?.querySelectorAll(".reglab-stability-row").forEach((row, rank) => {
      const feature = rows[rank]?.feature ?? 0;
      const reading = { kept: percent(values?.kept[feature] ?? NaN), mean: formatNumber(values?.mean[feature] ?? NaN), deviation: formatNumber(values?.deviation[feature] ?? NaN) };
      row.setAttribute("aria-label", say.row({ feature: model.features[feature] ?? "", ...reading }));
    });
  });
  return (
    <div ref={root} class={look.class}>
      <div class="reglab-panel-title"><PenaltyKey penalty={fit.penalty} scene={scene} /></div>
      <div class="reglab-surface" onKeyDown={(event) => roveFocus(event, ".reglab-stability-row")}>
        <Plot class="reglab-stability" width={width} height={height} label={say.panel(words.penalties[fit.penalty])}>
          <text class="reglab-tick" x={left} y="12">{say.kept}</text>
          <text class="reglab-tick" x={width - 2} y="12" text-anchor="end">{say.weight}</text>
          <g class="reglab-axis">
            {linearTicks(domain[0], domain[1], to - from < 130 ? 3 : 5).map((tick) => (
              <g key={tick} transform={`translate(${pixel(x(tick))},0)`}>
                <line class={tick === 0 ? "reglab-zero" : "reglab-grid"} y1={headerHeight} y2={height - axisHeight + 3} />
                <text class="reglab-tick" y={height - 5} text-anchor="middle">{formatNumber(tick)}</text>
              </g>
            ))}
          </g>
          {rows.map((row, rank) => row.group !== null && row.first && (
            <Bracket key={row.group} top={places[rank] ?? 0} rows={rows.filter(({ group }) => group === row.group).length} x={label + 4} />
          ))}
          {rows.map(({ feature }, rank) => {
            const name = model.features[feature] ?? "";
            return (
              <g
                key={name}
                class="reglab-stability-row"
                transform={`translate(0,${places[rank] ?? 0})`}
                role="img"
                aria-label={name}
                tabindex={print ? undefined : rank === 0 ? 0 : -1}
                {...featureMark(state, name, print)}
              >
                <title>{scene.describe(name) ?? name}</title>
                <rect class="reglab-row-back" width={width} height={rowHeight} rx="4" />
                <text class="reglab-label" x={label} y={rowHeight / 2} dy="0.35em" text-anchor="end">{shortened(name, label)}</text>
                <rect class="reglab-share-full" x={left} y="4.5" width={bar} height="8" rx="2" />
                <rect class="reglab-share" x={left} y="4.5" height="8" rx="2" />
                <text class="reglab-bar-value" x={left + bar + number} y={rowHeight / 2} dy="0.35em" text-anchor="end" />
                <svg class="reglab-clip" x={from} width={to - from} height={rowHeight}>
                  <g transform={`translate(${-from},${rowHeight / 2})`}>
                    <line class="reglab-spread" />
                    <path class="reglab-mean" d={markerPath(look.shape, 3)} />
                    <path class="reglab-this-half" d={markerPath(look.shape, 4.6)} />
                  </g>
                </svg>
              </g>
            );
          })}
        </Plot>
      </div>
      <div class="reglab-together" />
    </div>
  );
}

/** Holds together what goes together. */
function Bracket({ top, rows, x }: { top: number; rows: number; x: number }) {
  return <path class="reglab-bracket" d={`M${x},${top + 3}h4v${rows * rowHeight - 6}h-4`} />;
}

/** Upper edges of the rows. */
function rowPlaces(rows: readonly StabilityRow[]): number[] {
  let y = headerHeight;
  return rows.map((row, rank) => {
    const before = rows[rank - 1];
    if (before !== undefined && before.group !== row.group) y += groupGap;
    y += rank === 0 ? 0 : rowHeight;
    return y;
  });
}

interface ShownRow {
  readonly values: HalfWeights | null;
  readonly feature: number;
  readonly half: number;
  readonly bar: number;
  readonly x: (weight: number) => number;
}

function showRow(row: Element, { values, feature, half, bar, x }: ShownRow): void {
  const [share, spread, mean, single] = [".reglab-share", ".reglab-spread", ".reglab-mean", ".reglab-this-half"].map((part) => row.querySelector(part));
  const text = row.querySelector(".reglab-bar-value");
  for (const el of [spread, mean, single]) el?.setAttribute("visibility", values === null ? "hidden" : "visible");
  share?.setAttribute("width", String(pixel((values?.kept[feature] ?? 0) * bar)));
  if (text !== null) text.textContent = values === null ? "" : percent(values.kept[feature] ?? 0);
  if (values === null) return;
  const [middle, deviation, own] = [values.mean[feature] ?? 0, values.deviation[feature] ?? 0, values.weights[half]?.[feature] ?? 0];
  spread?.setAttribute("x1", String(pixel(x(middle - deviation))));
  spread?.setAttribute("x2", String(pixel(x(middle + deviation))));
  mean?.setAttribute("transform", `translate(${pixel(x(middle))},0)`);
  single?.setAttribute("transform", `translate(${pixel(x(own))},0)`);
  single?.classList.toggle("is-zero", own === 0);
}

/** What becomes of two features that go together, and how much all weights change from half to half. */
function sentenceOf({ model, words: { stability: say } }: Scene, { values, pair }: { values: HalfWeights; pair: FeaturePair | null }): string {
  const { size } = variationOf(values);
  const changes = Number.isNaN(size) ? say.allZero : say.variation(percent(size));
  if (pair === null) return changes;
  const [first, second] = pair.pair;
  const { both, one, neither } = togetherOf(values, first, second);
  const names = { first: model.features[first] ?? "", second: model.features[second] ?? "" };
  return `${say.together({ ...names, correlation: formatNumber(pair.correlation, 2), both: percent(both), one: percent(one), neither: percent(neither) })} ${changes}`;
}
