import { useMemo, useRef } from "preact/hooks";
import { linearTicks } from "../../plot/linear-ticks";
import { markerPath } from "../../plot/marker";
import { formatNumber } from "../../plot/number-format";
import { pixel } from "../../plot/polyline";
import { Plot } from "../../ui/plot";
import { roveFocus } from "../../ui/roving-focus";
import { useWidth } from "../../ui/use-width";
import { penaltyLook } from "../penalty-look";
import { useDraw, useRest, type Scene } from "../scene";
import { featureMark } from "./feature-mark";
import { labelWidth, shortened } from "./label-width";
import { PenaltyKey, View } from "./panel";
import { unpenalised } from "./unpenalised";
import { weightDomain, weightScale } from "./weight-domain";
import { largestFeatures } from "./weight-extremes";

/** Pixels from one penalty's bar to the next, and between features. */
const barStep = 11;
const rowGap = 9;
const axisHeight = 24;
/** More rows than these are taller than two screens and too many to compare. */
const mostRows = 30;

/** One bar per feature and penalty from 0 to its weight; an exact zero is a hollow mark with a 0, not a bar that is not there. */
export function WeightsView({ scene }: { scene: Scene }) {
  const { model, frames, words } = scene;
  const aside = useRef<HTMLDivElement>(null);
  useDraw(frames, ({ solutions }) => {
    solutions.forEach(({ kept }, index) => {
      const el = aside.current?.children[index]?.lastElementChild;
      if (el) el.textContent = words.weights.kept(kept, model.features.length);
    });
  });
  const keys = (
    <div ref={aside} class="reglab-keys">
      {model.fits.map(({ penalty }) => (
        <span key={penalty}><PenaltyKey penalty={penalty} scene={scene} /> <span class="reglab-kept" /></span>
      ))}
    </div>
  );
  return (
    <View name="weights" title={words.weights.title} aside={keys}>
      <Bars scene={scene} />
      {model.features.length > mostRows && <p class="reglab-note">{words.weights.largest(mostRows, model.features.length)}</p>}
    </View>
  );
}

function Bars({ scene }: { scene: Scene }) {
  const { model, frames, words, state, print } = scene;
  const place = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(place, 620, print);
  const domain = useMemo(() => weightDomain(model), [model]);
  const order = useMemo(() => rowOrder(scene), [model]);

  const rowHeight = model.fits.length * barStep + rowGap;
  const height = order.length * rowHeight + axisHeight;
  const left = Math.min(width * 0.3, Math.max(28, ...order.map((feature) => labelWidth(model.features[feature] ?? ""))) + 10);
  const right = width - 52;
  const x = weightScale(domain, [left + 8, right - 8]);
  const zero = pixel(x(0));
  // Between the λ that were looked at a weight may be larger by a little.
  const slack = 0.02 * (domain[1] - domain[0]);
  const isShown = (weight: number) => weight >= domain[0] - slack && weight <= domain[1] + slack;
  const barY = (index: number) => rowGap / 2 + barStep * (index + 0.5);

  useDraw(frames, ({ solutions }) => {
    const rows = svg.current?.querySelectorAll(".reglab-row");
    rows?.forEach((row, rank) => {
      const feature = order[rank] ?? 0;
      const bars = row.querySelectorAll(".reglab-bar");
      solutions.forEach(({ weights }, index) => {
        const weight = weights[feature] ?? 0;
        showBar(bars[index], { weight, zero, at: x(weight), beyond: !isShown(weight) });
      });
    });
  });
  useRest(frames, ({ solutions }) => {
    svg.current?.querySelectorAll(".reglab-row").forEach((row, rank) => {
      const feature = order[rank] ?? 0;
      const values = solutions.map(({ fit, weights }) => `${words.penalties[fit.penalty]} ${formatNumber(weights[feature] ?? 0)}`);
      row.setAttribute("aria-label", `${model.features[feature] ?? ""}: ${values.join(", ")}`);
    });
  });

  const free = model.fits[0]?.weightsAt(0);
  return (
    <div ref={place} class="reglab-place" onKeyDown={(event) => roveFocus(event, ".reglab-row")}>
      <Plot svg={svg} width={width} height={height} label={words.weights.plot}>
        <g class="reglab-axis">
          {linearTicks(domain[0], domain[1], width < 420 ? 4 : 7).map((tick) => (
            <g key={tick} transform={`translate(${pixel(x(tick))},0)`}>
              <line class={tick === 0 ? "reglab-zero" : "reglab-grid"} y2={height - axisHeight + 4} />
              <text class="reglab-tick" y={height - 6} text-anchor="middle">{formatNumber(tick)}</text>
            </g>
          ))}
        </g>
        {order.map((feature, rank) => {
          const name = model.features[feature] ?? "";
          const without = free?.[feature] ?? 0;
          return (
            <g
              key={name}
              class="reglab-row"
              transform={`translate(0,${rank * rowHeight})`}
              role="img"
              aria-label={name}
              tabindex={print ? undefined : rank === 0 ? 0 : -1}
              {...featureMark(state, name, print)}
            >
              <title>{tooltip(name, scene.describe(name), `${words.weights.without}: ${model.endless ? `${without < 0 ? "−" : "+"}∞` : formatNumber(without)}`)}</title>
              <rect class="reglab-row-back" width={width} height={rowHeight} rx="4" />
              <text class="reglab-label" x={left} y={rowHeight / 2} dy="0.35em" text-anchor="end">{shortened(name, left - 6)}</text>
              {!model.endless && isShown(without) && <line class="reglab-without" x1={pixel(x(without))} x2={pixel(x(without))} y1={rowGap / 2} y2={rowHeight - rowGap / 2} />}
              {model.fits.map(({ penalty }, index) => (
                <g key={penalty} class={`reglab-bar ${penaltyLook[penalty].class}`} transform={`translate(0,${barY(index)})`} data-term="penalty">
                  <line class="reglab-bar-stem" x1={zero} x2={zero} />
                  <path class="reglab-bar-head" d={markerPath(penaltyLook[penalty].shape, 3.9)} />
                  <text class="reglab-bar-value" x={width - 4} dy="0.35em" text-anchor="end" />
                </g>
              ))}
            </g>
          );
        })}
      </Plot>
    </div>
  );
}

function showBar(bar: Element | undefined, { weight, zero, at, beyond }: { weight: number; zero: number; at: number; beyond: boolean }): void {
  if (bar === undefined) return;
  const [stem, head, value] = bar.children;
  stem?.setAttribute("x2", String(weight === 0 ? zero : pixel(at)));
  head?.setAttribute("transform", `translate(${weight === 0 ? zero : pixel(at)},0)`);
  bar.classList.toggle("is-zero", weight === 0);
  bar.classList.toggle("is-beyond", beyond);
  if (value) value.textContent = formatNumber(weight);
}

/**
 * Largest unpenalised weight first; for two features in the order of the data, so that a dragged optimum does not make them jump; of
 * many features only those with the largest weights along the slider.
 */
function rowOrder({ model, movableOptimum }: Scene): number[] {
  if (model.features.length > mostRows) return largestFeatures(model.fits, model.lambdaRange, mostRows);
  const order = model.features.map((_, index) => index);
  const free = model.fits[0] && unpenalised(model, model.fits[0]);
  return movableOptimum || free === undefined ? order : order.sort((i, j) => Math.abs(free[j] ?? 0) - Math.abs(free[i] ?? 0));
}

function tooltip(name: string, description: string | undefined, value: string): string {
  return `${name}${description === undefined ? "" : `: ${description}`}\n${value}`;
}
