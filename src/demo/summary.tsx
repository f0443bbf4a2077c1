import { useRef } from "preact/hooks";
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

function sentenceOf({ words, model }: Scene, { lambda, solutions }: Frame): string {
  if (lambda === 0 && solutions.length > 1) return words.summaryAtZero;
  const kept = solutions.map(({ fit, kept: count }) => ({ penalty: fit.penalty, kept: count }));
  return words.summary({ lambda: formatLambda(lambda), total: model.features.length, kept });
}

function write(el: HTMLElement | null, text: string): void {
  if (el !== null && el.textContent !== text) el.textContent = text;
}
