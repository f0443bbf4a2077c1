import { useMemo, useRef } from "preact/hooks";
import { linearScale } from "../../plot/linear-scale";
import { linearTicks } from "../../plot/linear-ticks";
import { formatNumber } from "../../plot/number-format";
import { pixel } from "../../plot/polyline";
import { Plot } from "../../ui/plot";
import { roveFocus } from "../../ui/roving-focus";
import type { PenaltyFit } from "../model";
import { penaltyLook } from "../penalty-look";
import { useDraw, useRest, type Scene } from "../scene";
import { DistributionMarks, showMarksInBins } from "./distribution-marks";
import { binOf, countWeights, edgesOf } from "./histogram";
import { histogramAxis, zeroPlace, type HistogramAxis } from "./histogram-axis";
import { PenaltyKey } from "./panel";
import { percent } from "./percent";
import { writeText } from "./write-text";

export interface DistributionPanelProps {
  readonly scene: Scene;
  readonly index: number;
  readonly width: number;
  readonly height: number;
  /** Weights at both ends. */
  readonly domain: readonly [number, number];
}

const margin = { top: 20, right: 26, bottom: 24, left: 6 } as const;
/** Up to here every weight is a mark of its own in its bin. */
const fewest = 15;
/** From here on a bar of one weight would not be seen beside one of all: heights grow with the square root. */
const large = 100;
/** Names in a tooltip before "and … more". */
const named = 8;

export function isLarge(features: number): boolean {
  return features > large;
}

export function DistributionPanel({ scene, index, width, height, domain }: DistributionPanelProps) {
  const { model, frames, words: { distribution: say, penalties }, print } = scene;
  const fit = model.fits[index] as PenaltyFit;
  const total = model.features.length;
  const few = total <= fewest;
  const root = useRef<HTMLDivElement>(null);
  const [left, right, bottom] = [margin.left, width - margin.right, height - margin.bottom];
  const [low, high] = domain;
  const axis = useMemo(() => histogramAxis([low, high], [left, right]), [low, high, left, right]);
  const { bins } = axis;
  const y = useMemo(() => {
    const scale = linearScale([0, isLarge(total) ? Math.sqrt(total) : total], [bottom, margin.top]);
    return (count: number) => scale(isLarge(total) ? Math.sqrt(count) : count);
  }, [total, bottom]);
  const free = useMemo(() => [...fit.weightsAt(0)], [fit]);
  const freeLength = Math.hypot(...free);
  const counts = useMemo(() => new Int32Array(bins.below + bins.above + 1), [bins]);
  const all = useMemo(() => Array.from(counts, (_, place) => place - bins.below), [counts, bins]);
  const roomForCounts = axis.width >= 13;

  useDraw(frames, ({ solutions }) => {
    const weights = solutions[index]?.weights;
    const el = root.current;
    if (weights === undefined || el === null) return;
    countWeights(bins, weights, counts);
    const drawn = el.querySelectorAll(".reglab-bin");
    counts.forEach((count, place) => {
      const [, bar, number] = drawn[place]?.children ?? [];
      bar?.setAttribute("y", String(pixel(y(count))));
      bar?.setAttribute("height", String(pixel(bottom - y(count))));
      const isZero = place === bins.below;
      writeText(number, count > 0 && (isZero || (!few && roomForCounts)) ? String(count) : "");
      number?.setAttribute("y", String(pixel(y(count) - 4)));
    });
    if (few) showMarksInBins(el.querySelector(".reglab-bin-marks"), { weights, axis, y, bottom });
    const share = Math.hypot(...weights) / freeLength;
    const zeros = say.zeros(counts[bins.below] ?? 0, total);
    writeText(el.querySelector(".reglab-distribution-reading"), fit.penalty !== "none" && !model.endless && Number.isFinite(share) ? `${zeros} · ${say.length(percent(share))}` : zeros);
  });
  useRest(frames, ({ solutions }) => {
    const weights = solutions[index]?.weights;
    if (weights === undefined) return;
    const readings = all.map((bin) => readingOf(scene, axis, bin, counts[bin + bins.below] ?? 0));
    const filled = readings.filter((_, place) => (counts[place] ?? 0) > 0 || place === bins.below);
    root.current?.querySelector(".reglab-distribution")?.setAttribute("aria-label", say.panel({ penalty: penalties[fit.penalty], bins: filled.join(", ") }));
    root.current?.querySelectorAll(".reglab-bin").forEach((el, place) => {
      if (!few) el.setAttribute("aria-label", readings[place] ?? "");
      const names = model.features.filter((_, j) => binOf(bins, weights[j] ?? 0) === place - bins.below);
      const shown = { bin: readings[place] ?? "", names: names.slice(0, named), more: Math.max(0, names.length - named) };
      writeText(el.querySelector("title"), names.length === 0 ? shown.bin : say.names(shown));
    });
    if (few) {
      root.current?.querySelectorAll(".reglab-bin-marks > *").forEach((el, j) => el.setAttribute("aria-label", `${model.features[j] ?? ""}: ${formatNumber(weights[j] ?? 0)}`));
    }
  });

  const zero = all.indexOf(0);
  return (
    <div ref={root} class={penaltyLook[fit.penalty].class}>
      <div class="reglab-panel-title"><PenaltyKey penalty={fit.penalty} scene={scene} /></div>
      <div class="reglab-surface" onKeyDown={(event) => roveFocus(event, few ? ".reglab-bin-marks > *" : ".reglab-bin")}>
        <Plot class="reglab-distribution" width={width} height={height} label={say.panel({ penalty: penalties[fit.penalty], bins: "" })}>
          <Axes axis={axis} y={y} total={total} ends={[left, right]} bottom={bottom} />
          {all.map((bin, place) => (
            <g key={bin} class={`reglab-bin ${bin === 0 ? "is-zero" : ""}`} {...(few ? {} : { role: "img", "aria-label": "", tabindex: print ? undefined : place === zero ? 0 : -1 })}>
              <rect class="reglab-row-back" x={pixel(axis.start(bin))} y={margin.top} width={pixel(bin === 0 ? zeroPlace : axis.width)} height={bottom - margin.top} />
              <rect class="reglab-bin-bar" x={pixel(axis.start(bin) + (bin === 0 ? 4 : 0.75))} width={pixel(bin === 0 ? zeroPlace - 8 : axis.width - 1.5)} />
              <text class="reglab-bin-count" x={pixel(axis.middle(bin))} text-anchor="middle" />
              <title />
            </g>
          ))}
          {!model.endless && <path class="reglab-outline" d={outlineOf(axis, countWeights(bins, free), y, bottom)} />}
          {few && <DistributionMarks scene={scene} shape={penaltyLook[fit.penalty].shape} />}
        </Plot>
      </div>
      <div class="reglab-distribution-reading" />
    </div>
  );
}

interface AxesProps {
  readonly axis: HistogramAxis;
  readonly y: (count: number) => number;
  readonly total: number;
  readonly ends: readonly [number, number];
  readonly bottom: number;
}

/** Pixels that a number under the axis needs, and one beside it. */
const [tickRoom, rowRoom] = [36, 13];

function Axes({ axis, y, total, ends: [left, right], bottom }: AxesProps) {
  const { bins: { below, above }, start, width } = axis;
  // Round numbers of bins, so that the numbers under the axis are round, too.
  const every = [1, 2, 5, 10].find((count) => count * width >= tickRoom) ?? 20;
  const edges = [...Array.from({ length: below }, (_, i) => -i - 1), ...Array.from({ length: above }, (_, i) => i + 1)].filter((bin) => bin % every === 0);
  const counts = (isLarge(total) ? [1, 5, 20, 50, 100, 200, 400, 800, 1600].filter((count) => count <= total) : linearTicks(0, total, 5).filter((tick) => Number.isInteger(tick)))
    .filter((count, i, values) => i === 0 || Math.abs(y(count) - y(values[i - 1] ?? 0)) >= rowRoom || count === 0);
  return (
    <g class="reglab-axis">
      {counts.map((count) => (
        <g key={count} transform={`translate(0,${pixel(y(count))})`}>
          <line class={count === 0 ? "reglab-zero" : "reglab-grid"} x1={left} x2={right} />
          <text class="reglab-tick" x={right + 5} dy="0.35em">{count}</text>
        </g>
      ))}
      <line class="reglab-zero" x1={left} x2={right} y1={bottom} y2={bottom} />
      {edges.map((bin) => (
        <g key={bin} transform={`translate(${pixel(bin > 0 ? start(bin) + width : start(bin))},${bottom})`}>
          <line class="reglab-tick-line" y2="4" />
          <text class="reglab-tick" y="16" text-anchor="middle">{formatNumber(edgesOf(axis.bins, bin)[bin > 0 ? 1 : 0])}</text>
        </g>
      ))}
      <text class="reglab-tick reglab-zero-tick" x={pixel(axis.middle(0))} y={bottom + 16} text-anchor="middle">0</text>
    </g>
  );
}

/** The steps over the bins, below and above the place for zeros, where unpenalised weights hardly ever are. */
function outlineOf({ bins, start, width }: HistogramAxis, counts: Int32Array, y: (count: number) => number, bottom: number): string {
  const side = (from: number, to: number) => {
    let path = `M${pixel(start(from))},${bottom}`;
    for (let bin = from; bin <= to; bin += 1) path += `V${pixel(y(counts[bin + bins.below] ?? 0))}H${pixel(start(bin) + width)}`;
    return `${path}V${bottom}`;
  };
  return side(-bins.below, -1) + side(1, bins.above);
}

function readingOf({ words: { distribution: say } }: Scene, { bins }: HistogramAxis, bin: number, count: number): string {
  const [from, to] = edgesOf(bins, bin);
  return bin === 0 ? say.zeroBin(count) : say.bin({ from: formatNumber(from), to: formatNumber(to), count });
}
