import type { Training } from "../../network/training";
import { eachWeight, tinySize, weightSizes } from "../../network/weight-sizes";
import type { Stage } from "../scene";

/** Upper ends of the bins of |w|, above the weights below 1e-8. */
const ends = [1e-6, 1e-4, 1e-3, 1e-2, 1e-1, 1, Infinity];
const names = ["1e−6", "1e−4", ".001", ".01", ".1", "1", ">1"];
const [column, high, foot] = [24, 44, 12];

/** How many weights have which size: exactly 0 and below 1e-8 each in a bar of their own. */
export function WeightHistogram({ scene: { words: { network: say } }, network: { architecture, parameters } }: { scene: Stage; network: Training }) {
  const { zero, tiny, total } = weightSizes(architecture, parameters);
  const counts = ends.map(() => 0);
  eachWeight(architecture, parameters, (weight) => {
    const size = Math.abs(weight);
    if (size < tinySize) return;
    const bin = ends.findIndex((end) => size < end);
    counts[bin] = (counts[bin] ?? 0) + 1;
  });
  const bars = [{ name: "0", count: zero, class: "is-zero" }, { name: "<1e−8", count: tiny, class: "is-tiny" }, ...counts.map((count, k) => ({ name: names[k] ?? "", count, class: "" }))];
  const width = bars.length * column;
  return (
    <div class="reglab-sizes">
      <svg viewBox={`0 0 ${width} ${high + foot + 12}`} class="reglab-plot" role="img" aria-label={say.sizes({ zero, tiny, rest: total - zero - tiny })}>
        {bars.map(({ name, count, class: kind }, k) => {
          const height = (high * count) / total;
          return (
            <g key={name} class={`reglab-size ${kind}`} transform={`translate(${k * column},12)`}>
              <rect class="reglab-bin-bar" x="2" y={high - height} width={column - 4} height={Math.max(count > 0 ? 1 : 0, height)} />
              {count > 0 && <text x={column / 2} y={high - height - 2} text-anchor="middle">{count}</text>}
              <text x={column / 2} y={high + foot - 2} text-anchor="middle">{name}</text>
            </g>
          );
        })}
      </svg>
      <div class="reglab-panel-note reglab-size-line">{say.sizes({ zero, tiny, rest: total - zero - tiny })}</div>
    </div>
  );
}
