import { useRef } from "preact/hooks";
import { formatNumber } from "../plot/number-format";
import { errorAt, type ErrorCurve } from "./curves";
import { formatLambda } from "./format-lambda";
import type { Frame } from "./frames";
import { useDraw, useRest, type Scene } from "./scene";

/** The sentence under a block: what is seen, in words. Read out only when λ has come to rest. */
export function Summary({ scene }: { scene: Scene }) {
  const { frames, print } = scene;
  const seen = useRef<HTMLParagraphElement>(null);
  const heard = useRef<HTMLParagraphElement>(null);
  useDraw(frames, (frame) => write(seen.current, sentenceOf(scene, frame)));
  useRest(frames, (frame) => write(heard.current, sentenceOf(scene, frame)));
  return (
    <div class="reglab-summary">
      <p ref={seen} aria-hidden={print ? undefined : "true"} />
      {!print && <p ref={heard} class="reglab-heard" role="status" />}
    </div>
  );
}

function sentenceOf({ words, model }: Scene, { lambda, match, solutions }: Frame): string {
  if (lambda === 0 && match === "lambda" && model.endless) return words.classes.endlessAtZero;
  if (lambda === 0 && match === "lambda" && solutions.length > 1) return words.summaryAtZero;
  const kept = solutions.map((solution) => ({ penalty: solution.fit.penalty, kept: solution.kept, lambda: formatLambda(solution.lambda) }));
  const curves = solutions.map(({ fit }) => model.curves.of(fit.penalty));
  const validated = solutions.flatMap((solution, index) => {
    const curve = curves[index];
    return curve ? [formatNumber(errorAt(curve, solution.lambda).mean)] : [];
  });
  const sentence = words.summary({
    match,
    lambda: formatLambda(lambda),
    total: model.features.length,
    error: formatNumber(solutions[0]?.error ?? NaN),
    kept,
    validated: validated.length === solutions.length ? validated : [],
  });
  return model.table.report !== undefined && isNoBetter(curves, model.emptyError) ? `${sentence} ${model.loss === "squared" ? words.noBetter : words.classes.noBetter}` : sentence;
}

/** Whether no penalty at any λ is clearly below the error without features. */
function isNoBetter(curves: readonly (ErrorCurve | null)[], emptyError: number): boolean {
  return curves.length > 0 && curves.every((curve) => curve !== null && curve.mean.every((mean, l) => mean + (curve.standardError[l] ?? 0) >= emptyError));
}

function write(el: HTMLElement | null, text: string): void {
  if (el !== null && el.textContent !== text) el.textContent = text;
}
