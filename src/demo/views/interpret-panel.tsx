import { useMemo, useRef } from "preact/hooks";
import { formatNumber } from "../../plot/number-format";
import { Plot } from "../../ui/plot";
import { roveFocus } from "../../ui/roving-focus";
import type { PenaltyFit } from "../model";
import { penaltyLook } from "../penalty-look";
import { useDraw, useRest, type Scene } from "../scene";
import { fateShape } from "./fate-shape";
import { featureGrid } from "./feature-grid";
import { PenaltyKey } from "./panel";
import { countAgainst, fateOf, largestKept, type Fate } from "./truth-count";

export interface InterpretPanelProps {
  readonly scene: Scene;
  readonly index: number;
  readonly width: number;
  /** The largest weight that any penalty reaches: a bar of full length. */
  readonly largest: number;
}

/** As many names as a reader takes in at a glance. */
const listed = 8;
/** Missed features that are named before "…". */
const namedMissed = 4;

/** A mark for every feature, and the names of the largest that are kept. */
export function InterpretPanel({ scene, index, width, largest }: InterpretPanelProps) {
  const { model, frames, words: { interpret: say, penalties, weights: { kept: keptOf } } } = scene;
  const { truth, features } = model;
  const fit = model.fits[index] as PenaltyFit;
  const look = penaltyLook[fit.penalty];
  const root = useRef<HTMLDivElement>(null);
  const grid = useMemo(() => featureGrid(truth, features.length, width), [truth, features.length, width]);
  // What the marks show now, so that only those that change are written.
  const shown = useRef<{ grid: unknown; fates: Fate[] }>({ grid: null, fates: [] });
  const radius = grid.cell * 0.34;

  const countOf = (weights: Float64Array, kept: number) => (truth === null ? keptOf(kept, features.length) : say.count({ ...countAgainst(truth, weights), total: truth.filter((weight) => weight !== 0).length }));
  useDraw(frames, ({ solutions }) => {
    const solution = solutions[index];
    const el = root.current;
    if (solution === undefined || el === null) return;
    const { weights, kept } = solution;
    const marks = el.querySelector(".reglab-fate-marks")?.children;
    if (shown.current.grid !== grid) shown.current = { grid, fates: [] };
    weights.forEach((weight, j) => {
      const fate = fateOf(weight, truth?.[j]);
      if (shown.current.fates[j] === fate) return;
      shown.current.fates[j] = fate;
      const { class: name, path } = fateShape(fate, look.shape, radius);
      const mark = marks?.[j];
      mark?.setAttribute("class", `reglab-fate ${name}${mark.classList.contains("is-marked") ? " is-marked" : ""}`);
      mark?.setAttribute("d", path);
    });
    writeText(el.querySelector(".reglab-fate-count"), countOf(weights, kept));
    showLargest(scene, el, { weights, kept, largest, truth });
  });
  useRest(frames, ({ solutions }) => {
    const solution = solutions[index];
    if (solution === undefined) return;
    root.current?.querySelector(".reglab-fates-plot")?.setAttribute("aria-label", say.panel({ penalty: penalties[fit.penalty], count: countOf(solution.weights, solution.kept) }));
  });
  return (
    <div ref={root} class={look.class}>
      <div class="reglab-panel-title">
        <PenaltyKey penalty={fit.penalty} scene={scene} />
        <span class="reglab-fate-count" />
      </div>
      <Plot class="reglab-fates-plot" width={width} height={grid.height} label={say.panel({ penalty: penalties[fit.penalty], count: "" })}>
        {grid.headings.map(({ part, y, count }) => <text key={part} class="reglab-tick" x="0" y={y}>{say.part[part](count)}</text>)}
        <Marks scene={scene} places={grid.places} cell={grid.cell} />
      </Plot>
      <LargestList scene={scene} />
      {truth !== null && <div class="reglab-missed" />}
    </div>
  );
}

/** One listener for all marks: there may be hundreds. */
function Marks({ scene: { model, state, print }, places, cell }: { scene: Scene; places: readonly (readonly [number, number])[]; cell: number }) {
  const point = (event: PointerEvent) => {
    const name = (event.target as Element).getAttribute("data-feature");
    state.set({ marked: name === null ? null : { kind: "feature", name } });
  };
  const hover = print ? {} : { onPointerOver: point, onPointerLeave: () => state.set({ marked: null }) };
  return (
    <g {...hover}>
      <g class="reglab-fate-marks">
        {places.map(([x, y], j) => <path key={j} data-feature={model.features[j]} transform={`translate(${x},${y})`} />)}
      </g>
      {!print && places.map(([x, y], j) => (
        <rect key={j} class="reglab-hit" data-feature={model.features[j]} x={x - cell / 2} y={y - cell / 2} width={cell} height={cell}><title>{model.features[j]}</title></rect>
      ))}
    </g>
  );
}

function LargestList({ scene: { state, words: { interpret: say }, print, model } }: { scene: Scene }) {
  const rows = Math.min(listed, model.features.length);
  const mark = (event: Event) => state.set({ marked: { kind: "feature", name: (event.currentTarget as Element).getAttribute("data-feature") ?? "" } });
  const unmark = () => state.set({ marked: null });
  return (
    <ol class="reglab-largest" aria-label={say.largest} onKeyDown={(event) => roveFocus(event, ".reglab-largest li:not(.is-empty)")}>
      {Array.from({ length: rows }, (_, rank) => (
        <li key={rank} class="is-empty" {...(print ? {} : { tabIndex: rank === 0 ? 0 : -1, onPointerEnter: mark, onPointerLeave: unmark, onFocus: mark, onBlur: unmark })}>
          <svg viewBox="-7 -7 14 14" width="13" height="13" aria-hidden="true"><path class="reglab-fate" /></svg>
          <span class="reglab-largest-name" />
          <span class="reglab-largest-bar" aria-hidden="true"><span /></span>
          <span class="reglab-largest-weight" />
          <span class="reglab-heard" />
        </li>
      ))}
    </ol>
  );
}

function showLargest({ model, words: { interpret: say } }: Scene, root: HTMLElement, { weights, kept, largest, truth }: { weights: Float64Array; kept: number; largest: number; truth: Float64Array | null }): void {
  const order = largestKept(weights, listed);
  const shape = penaltyLook[model.fits.find(({ penalty }) => root.classList.contains(penaltyLook[penalty].class))?.penalty ?? "none"].shape;
  root.querySelectorAll(".reglab-largest li").forEach((row, rank) => {
    const feature = order[rank];
    row.classList.toggle("is-empty", feature === undefined);
    if (feature === undefined) {
      row.removeAttribute("data-feature");
      writeText(row.querySelector(".reglab-largest-name"), rank === 0 && kept === 0 ? say.nothing : "");
      return;
    }
    const weight = weights[feature] ?? 0;
    const fate = fateOf(weight, truth?.[feature]);
    const { class: name, path } = fateShape(fate, shape, 4.2);
    row.setAttribute("data-feature", model.features[feature] ?? "");
    const mark = row.querySelector("path");
    mark?.setAttribute("class", `reglab-fate ${name}`);
    mark?.setAttribute("d", path);
    writeText(row.querySelector(".reglab-largest-name"), model.features[feature] ?? "");
    row.querySelector(".reglab-largest-bar > span")?.setAttribute("style", `width:${Math.min(100, (100 * Math.abs(weight)) / (largest || 1)).toFixed(1)}%`);
    writeText(row.querySelector(".reglab-largest-weight"), formatNumber(weight));
    writeText(row.querySelector(".reglab-heard"), truth === null ? "" : fate === "found" ? say.found : say.false);
  });
  if (truth === null) return;
  const missed = model.features.filter((_, j) => truth[j] !== 0 && weights[j] === 0);
  const names = missed.length > namedMissed ? [...missed.slice(0, namedMissed), "…"] : missed;
  writeText(root.querySelector(".reglab-missed"), missed.length === 0 ? say.noneMissed : say.missedNames(names.join(", ")));
}

function writeText(el: Element | null, text: string): void {
  if (el !== null && el.textContent !== text) el.textContent = text;
}
