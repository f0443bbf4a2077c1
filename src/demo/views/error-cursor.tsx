import { useRef } from "preact/hooks";
import { markerPath } from "../../plot/marker";
import { formatNumber } from "../../plot/number-format";
import { pixel } from "../../plot/polyline";
import { errorAt, type ErrorCurve } from "../curves";
import { formatLambda } from "../format-lambda";
import type { Solution } from "../frames";
import { lambdaKeys } from "../lambda-keys";
import { penaltyLook } from "../penalty-look";
import { useDraw, useRest, type Scene } from "../scene";
import { inside } from "./error-lines";

export interface ErrorCursorProps {
  readonly scene: Scene;
  readonly index: number;
  readonly curve: ErrorCurve | null;
  readonly x: (lambda: number) => number;
  readonly y: (error: number) => number;
  readonly top: number;
  readonly bottom: number;
  readonly ends: readonly [number, number];
}

/** The line at λ with both errors on it. */
export function ErrorCursor({ scene, index, curve, x, y, top, bottom, ends }: ErrorCursorProps) {
  const { model, frames, words, print } = scene;
  const say = words.error;
  const cursor = useRef<SVGGElement>(null);
  const penalty = model.fits[index]?.penalty ?? "none";
  const { shape } = penaltyLook[penalty];
  useDraw(frames, ({ solutions }) => {
    const solution = solutions[index];
    const el = cursor.current;
    if (el === null || solution === undefined) return;
    const [, label, training, validated] = el.children;
    const at = x(solution.lambda);
    const error = validatedAt(curve, solution.lambda);
    el.setAttribute("transform", `translate(${pixel(at)},0)`);
    write(label, words.lambdaIs(formatLambda(solution.lambda)), inside(at, 22, ends) - at);
    training?.setAttribute("transform", `translate(0,${pixel(y(solution.error))})`);
    validated?.setAttribute("transform", `translate(0,${pixel(y(error?.mean ?? 0))})`);
    validated?.setAttribute("visibility", error === null || y(error.mean) < top ? "hidden" : "visible");
  });
  useRest(frames, ({ solutions }) => {
    const solution = solutions[index];
    if (solution === undefined) return;
    cursor.current?.setAttribute("aria-valuenow", String(solution.lambda));
    cursor.current?.setAttribute("aria-valuetext", `${words.lambdaIs(formatLambda(solution.lambda))}: ${readingOf(scene, curve, solution)}`);
  });
  const slider = print ? {} : {
    role: "slider" as const, tabindex: 0, "aria-label": say.cursor(words.penalties[penalty]), "aria-valuemin": 0,
    "aria-valuemax": model.lambdaRange.max, onKeyDown: lambdaKeys(scene),
  };
  return (
    <g ref={cursor} class="reglab-cursor" data-term="lambda" {...slider}>
      <line y1={top - 4} y2={bottom} />
      <text class="reglab-cursor-text" y={top - 11} text-anchor="middle" />
      <path class="reglab-dot is-zero" d={markerPath(shape, 2.8)} />
      <path class="reglab-dot" d={markerPath(shape, 3.4)} />
      {!print && <circle class="reglab-grip" cy={bottom} r="5.5" />}
    </g>
  );
}

/** Both errors at λ, in numbers. */
export function ErrorReading({ scene, index, curve }: Pick<ErrorCursorProps, "scene" | "index" | "curve">) {
  const place = useRef<HTMLDivElement>(null);
  useDraw(scene.frames, ({ solutions }) => {
    const solution = solutions[index];
    if (place.current !== null && solution !== undefined) place.current.textContent = readingOf(scene, curve, solution);
  });
  return <div ref={place} class="reglab-error-reading" />;
}

/** Null where the curve does not reach: at the stop 0, and far beyond the slider. */
export function validatedAt(curve: ErrorCurve | null, lambda: number): { mean: number; standardError: number } | null {
  if (curve === null) return null;
  const [first = 0, last = 0] = [curve.lambdas[0], curve.lambdas.at(-1)];
  // λ is moved in three digits: the ends of the curve may be missed by that much.
  return curve.lambdas.length === 1 || (lambda <= first * 1.005 && lambda >= last * 0.995) ? errorAt(curve, lambda) : null;
}

function readingOf({ words: { error: say }, model: { held } }: Scene, curve: ErrorCurve | null, { error, lambda, weights }: Solution): string {
  const validated = validatedAt(curve, lambda);
  const test = held === undefined ? "" : ` · ${say.testIs(formatNumber(held.error(weights)))}`;
  if (validated === null) return say.trainingIs(formatNumber(error)) + test;
  return say.both({ training: formatNumber(error), mean: formatNumber(validated.mean), standardError: formatNumber(validated.standardError) }) + test;
}

function write(el: Element | undefined, text: string, x: number): void {
  if (el === undefined) return;
  el.textContent = text;
  el.setAttribute("x", String(pixel(x)));
}
