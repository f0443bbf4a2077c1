import { markerPath, type MarkerShape } from "../../plot/marker";
import { pixel } from "../../plot/polyline";
import type { Scene } from "../scene";
import { featureMark } from "./feature-mark";
import { binOf } from "./histogram";
import type { HistogramAxis } from "./histogram-axis";

/** A mark for every weight, to be stacked in the bins. */
export function DistributionMarks({ scene: { model, state, print, describe }, shape }: { scene: Scene; shape: MarkerShape }) {
  return (
    <g class="reglab-bin-marks">
      {model.features.map((name, feature) => (
        <g key={name} class="reglab-bin-mark" role="img" aria-label={name} tabindex={print ? undefined : feature === 0 ? 0 : -1} {...featureMark(state, name, print)}>
          <title>{describe(name) ?? name}</title>
          <circle class="reglab-hit" r="7" />
          <path d={markerPath(shape, 3.6)} />
        </g>
      ))}
    </g>
  );
}

export interface MarksInBins {
  readonly weights: Float64Array;
  readonly axis: HistogramAxis;
  readonly y: (count: number) => number;
  readonly bottom: number;
}

/** Stacks the marks, each as high as one weight counts, in the order of the features. */
export function showMarksInBins(marks: Element | null, { weights, axis, y, bottom }: MarksInBins): void {
  const heights = new Map<number, number>();
  weights.forEach((weight, feature) => {
    const bin = binOf(axis.bins, weight);
    const under = heights.get(bin) ?? 0;
    heights.set(bin, under + 1);
    const mark = marks?.children[feature];
    const middle = (under === 0 ? bottom + y(1) : y(under) + y(under + 1)) / 2;
    mark?.setAttribute("transform", `translate(${pixel(axis.middle(bin))},${pixel(middle)})`);
    mark?.classList.toggle("is-zero", weight === 0);
  });
}
