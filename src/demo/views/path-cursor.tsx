import { useRef } from "preact/hooks";
import { markerPath } from "../../plot/marker";
import { formatNumber } from "../../plot/number-format";
import { pixel } from "../../plot/polyline";
import { formatLambda } from "../format-lambda";
import { lambdaKeys } from "../lambda-keys";
import { penaltyLook } from "../penalty-look";
import { useDraw, useRest, type Scene } from "../scene";

export interface PathCursorProps {
  readonly scene: Scene;
  readonly index: number;
  /** Those whose dots are shown and whose weights are read out. */
  readonly features: readonly number[];
  readonly x: (lambda: number) => number;
  readonly y: (weight: number) => number;
  readonly top: number;
  readonly bottom: number;
  readonly ends: readonly [number, number];
}

/** The line at λ with a dot on every weight: all that moves in this view. */
export function PathCursor({ scene, index, features, x, y, top, bottom, ends: [left, right] }: PathCursorProps) {
  const { model, frames, words, print } = scene;
  const cursor = useRef<SVGGElement>(null);
  const text = useRef<SVGTextElement>(null);
  const dots = useRef<SVGGElement>(null);
  const penalty = model.fits[index]?.penalty ?? "none";
  const { shape } = penaltyLook[penalty];
  useDraw(frames, ({ solutions }) => {
    const lambda = solutions[index]?.lambda ?? 0;
    const at = x(lambda);
    const label = words.lambdaIs(formatLambda(lambda));
    cursor.current?.setAttribute("transform", `translate(${pixel(at)},0)`);
    if (text.current !== null) {
      text.current.textContent = label;
      // The number stays inside the plot where the line is at an edge.
      text.current.setAttribute("x", String(pixel(Math.min(right - 22, Math.max(left + 22, at)) - at)));
    }
    const marks = dots.current?.children;
    const weights = solutions[index]?.weights;
    features.forEach((feature, rank) => {
      const weight = weights?.[feature] ?? 0;
      const dot = marks?.[rank];
      dot?.setAttribute("transform", `translate(0,${pixel(y(weight))})`);
      dot?.classList.toggle("is-zero", weight === 0);
    });
  });
  useRest(frames, ({ solutions }) => {
    const lambda = solutions[index]?.lambda ?? 0;
    const weights = solutions[index]?.weights ?? new Float64Array(0);
    const values = features.map((j) => `${model.features[j] ?? ""} ${formatNumber(weights[j] ?? 0)}`);
    cursor.current?.setAttribute("aria-valuenow", String(lambda));
    cursor.current?.setAttribute("aria-valuetext", `${words.lambdaIs(formatLambda(lambda))}: ${values.join(", ")}`);
  });
  const slider = print ? {} : {
    role: "slider" as const, tabindex: 0, "aria-label": words.path.cursor(words.penalties[penalty]), "aria-valuemin": 0,
    "aria-valuemax": model.lambdaRange.max, onKeyDown: lambdaKeys(scene),
  };
  return (
    <g ref={cursor} class="reglab-cursor" data-term="lambda" {...slider}>
      <line y1={top - 4} y2={bottom} />
      <text ref={text} class="reglab-cursor-text" y={top - 11} text-anchor="middle" />
      <g ref={dots}>
        {features.map((feature) => <path key={feature} class="reglab-dot" data-feature={model.features[feature]} d={markerPath(shape, 2.8)} />)}
      </g>
      {!print && <circle class="reglab-grip" cy={bottom} r="5.5" />}
    </g>
  );
}
