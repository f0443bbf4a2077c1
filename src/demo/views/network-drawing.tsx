import { useRef, useState } from "preact/hooks";
import { ownEvents } from "../../ui/own-events";
import { digitExamples, side } from "../deep/digit-examples";
import { addStroke, blankDrawing, type Drawing, togglePixel } from "../deep/drawing";
import type { Stage } from "../scene";

export interface DrawDigitProps {
  readonly scene: Stage;
  readonly pixels: Float64Array;
  /** Gets the dots of the pen, or the pixels of a digit of the test set. */
  readonly onDraw: (drawing: Drawing | Float64Array) => void;
}

/** A field to draw a digit in, with a pen, a finger or, pixel by pixel, the keyboard. */
export function DrawDigit({ scene, pixels, onDraw }: DrawDigitProps) {
  const { words: { network: say } } = scene;
  const last = useRef<readonly [number, number] | null>(null);
  const dots = useRef<Drawing>(blankDrawing());
  const [cursor, setCursor] = useState<readonly [number, number]>([0, 3]);
  const [example, setExample] = useState<number | null>(null);
  const draw = (next: Drawing) => {
    dots.current = next;
    setExample(null);
    onDraw(next);
  };
  const now = () => dots.current;
  const placeOf = (event: PointerEvent): [number, number] => {
    const box = (event.currentTarget as SVGElement).getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = ({ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] } as Record<string, [number, number]>)[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || (move === undefined && event.key !== " " && event.key !== "Enter")) return;
    event.preventDefault();
    if (move === undefined) draw(togglePixel(now(), ...cursor));
    else setCursor([Math.min(side - 1, Math.max(0, cursor[0] + move[0])), Math.min(side - 1, Math.max(0, cursor[1] + move[1]))]);
  };
  const take = () => {
    const { test } = digitExamples();
    // A stride without a common factor: neighbours in the set are not neighbours here.
    const next = example === null ? 0 : (example + 37) % test.labels.length;
    setExample(next);
    dots.current = blankDrawing();
    onDraw(test.pictures.slice(next * side * side, (next + 1) * side * side));
  };
  const [row, columnAt] = cursor;
  return (
    <div class="reglab-deep" {...ownEvents}>
      <svg
        class="reglab-draw-field" viewBox={`0 0 ${side} ${side}`} role="application" tabindex={0} aria-label={say.field({ row: row + 1, column: columnAt + 1, full: (pixels[row * side + columnAt] ?? 0) > 0.5 })}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const place = placeOf(event);
          last.current = place;
          draw(addStroke(now(), place, place));
        }}
        onPointerMove={(event) => {
          if (last.current === null) return;
          const place = placeOf(event);
          draw(addStroke(now(), last.current, place));
          last.current = place;
        }}
        onPointerUp={() => (last.current = null)}
        onPointerCancel={() => (last.current = null)}
        onKeyDown={onKeyDown}
      >
        {Array.from(pixels).map((pixel, i) => pixel > 0 && <rect key={i} class="reglab-draw-pixel" x={i % side} y={Math.floor(i / side)} width="1.02" height="1.02" fill-opacity={pixel} />)}
        <rect class="reglab-draw-cursor" x={columnAt + 0.06} y={row + 0.06} width="0.88" height="0.88" />
      </svg>
      <div class="reglab-draw-words">
        <div>{example === null ? say.drawHint : say.isDigit(digitExamples().test.labels[example] ?? 0)}</div>
        <button type="button" onClick={() => draw(blankDrawing())}>{say.clear}</button>
        <button type="button" onClick={take}>{say.takeDigit}</button>
        <div class="reglab-panel-note">{say.drawKeys}</div>
      </div>
    </div>
  );
}
