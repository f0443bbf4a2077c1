import { render } from "preact";
import { ballOutline } from "../plot/ball-outline";
import { linearScale } from "../plot/linear-scale";
import { markerPath } from "../plot/marker";
import { plane } from "../plot/plane";
import { pixel, polylinePath } from "../plot/polyline";
import { ellipsePath, valueOf } from "../plot/quadratic-form";
import { stopScale } from "../plot/stop-scale";
import { Formula } from "../ui/formula";
import { filtersOf } from "../network/layout";
import { initialParameters } from "../network/initialise";
import { buildModel } from "./build-model";
import { descend } from "./deep/descent";
import { descentProblem } from "./deep/descent-problem";
import { smallNetwork } from "./deep/networks";
import type { Model, PenaltyFit } from "./model";
import { penaltyLook } from "./penalty-look";
import { parseSpec } from "./spec/parse-spec";
import type { Preset } from "./spec/presets";
import { FilterGrid, filterGridBox } from "./views/network-filters";
import { geometryBounds } from "./views/geometry-bounds";
import { methodLook } from "./views/method-look";
import { pairLoss } from "./views/pair-loss";
import { pathLines } from "./views/path-lines";
import { weightDomain } from "./views/weight-domain";

const width = 76;
const height = 48;

/** Draws what a preset shows, small, from the same solutions that its block will draw from. */
export function drawPresetPicture(el: HTMLElement, { id, body }: Preset, parseYaml: (yaml: string) => unknown): void {
  if (id === "optimizer" || id === "network") {
    el.classList.add("reglab", "reglab-picture");
    render(<svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">{id === "optimizer" ? <Descents /> : <Filters />}</svg>, el);
    return;
  }
  const parsed = parseSpec(body, parseYaml);
  const built = parsed.ok ? buildModel(parsed.spec) : null;
  if (built?.ok !== true) return;
  el.classList.add("reglab", "reglab-picture");
  if (id === "formula") render(<Formula tex="\mathrm{MSE} + \lambda \textstyle\sum_i |w_i|" />, el);
  else render(<svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">{shapesOf(id, built.model)}</svg>, el);
}

function shapesOf(id: Preset["id"], model: Model) {
  if (id === "compare") return <Bars model={model} />;
  if (id === "path") return <Lines model={model} />;
  return <Balls model={model} />;
}

/** A weight under L1: by subgradients around 0, by proximal steps onto it. */
function Descents() {
  const { problem } = descentProblem(1);
  const steps = 14;
  const x = linearScale([0, steps], [4, width - 6]);
  const y = linearScale([-0.3, 0.9], [height - 4, 4]);
  return (
    <>
      <path class="reglab-zero" d={`M0,${pixel(y(0))}H${width}`} />
      {(["subgradient", "proximal"] as const).map((method) => {
        const trail = descend(method, { moments: problem, lambda: 1.2, rate: 0.22, start: [0.9], steps });
        return <g key={method} class={methodLook[method]}><path class="reglab-line-drawn" d={polylinePath(trail.map(([w = 0], k) => [x(k), y(w)]))} /></g>;
      })}
    </>
  );
}

/** The filters that training begins with, every third of them crossed out as group L1 does. */
function Filters() {
  const filters = filtersOf(smallNetwork);
  const parameters = initialParameters(smallNetwork, 1);
  filters.forEach(({ start, length }, f) => {
    if (f % 3 === 1) parameters.fill(0, start, start + length);
  });
  return <svg viewBox={filterGridBox(filters.length)} width={width} height={height}><FilterGrid filters={filters} parameters={parameters} /></svg>;
}

/** The largest weights of each penalty, zeros hollow. */
function Bars({ model }: { model: Model }) {
  const { fits, lambdaRange: { initial } } = model;
  const rows = [8, 2, 3, 1];
  const x = linearScale(weightDomain(model), [6, width - 6]);
  return <>{fits.map((fit, index) => rows.map((feature, rank) => {
    const weight = fit.weightsAt(initial)[feature] ?? 0;
    const { class: name, shape } = penaltyLook[fit.penalty];
    const y = 6 + rank * 12 + index * 4.5;
    return (
      <g key={`${fit.penalty}:${feature}`} class={`reglab-bar ${name} ${weight === 0 ? "is-zero" : ""}`} transform={`translate(0,${y})`}>
        <line class="reglab-bar-stem" x1={pixel(x(0))} x2={pixel(x(weight))} />
        <path class="reglab-bar-head" d={markerPath(shape, 2.2)} transform={`translate(${pixel(x(weight))},0)`} />
      </g>
    );
  }))}</>;
}

function Lines({ model }: { model: Model }) {
  const fit = model.fits[0] as PenaltyFit;
  const { min, max } = model.lambdaRange;
  const x = stopScale({ min, max, range: [2, width - 2] });
  const y = linearScale(weightDomain(model), [height - 3, 3]);
  return (
    <g class="reglab-l1">
      {pathLines({ fit, features: model.features.length, x, y, left: 2, right: width - 2 }).map((path, index) => <path key={index} class="reglab-line-drawn" d={path} />)}
    </g>
  );
}

/** Each penalty's ball of the same reach; with the loss and its solution where there is room for one. */
function Balls({ model }: { model: Model }) {
  const on = plane(geometryBounds(model, [0, 1], true), width, height);
  const loss = pairLoss(model.moments, [0, 1]);
  const [first] = model.fits;
  const [a = 0, b = 0] = first?.weightsAt(model.lambdaRange.initial) ?? [];
  const centre = loss.centre([]);
  return (
    <>
      <path class="reglab-zero" d={`M0,${pixel(on.y(0))}H${width}M${pixel(on.x(0))},0V${height}`} />
      <path class="reglab-through" d={ellipsePath(loss.axes, valueOf(loss.form, a - centre[0], b - centre[1]), centre, on)} />
      {model.fits.map(({ penalty }) => {
        const rho = penalty === "l1" ? 1 : penalty === "l2" ? 0 : model.mix;
        const reach = Math.max(Math.abs(a), Math.abs(b));
        return (
          <g key={penalty} class={penaltyLook[penalty].class}>
            <path class="reglab-ball-edge" d={ballOutline(rho, sizeWithReach(rho, reach), on)} />
          </g>
        );
      })}
      <path class="reglab-l1 reglab-solution-mark" d={markerPath("diamond", 3)} transform={`translate(${pixel(on.x(a))},${pixel(on.y(b))})`} />
    </>
  );
}

/** The penalty at a weight as large as the ball reaches. */
function sizeWithReach(rho: number, reach: number): number {
  return rho * reach + (1 - rho) * reach * reach;
}
