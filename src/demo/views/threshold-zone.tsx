import { useRef } from "preact/hooks";
import type { Scale } from "../../plot/linear-scale";
import { formatNumber } from "../../plot/number-format";
import { pixel } from "../../plot/polyline";
import { useDrag } from "../../ui/drag";
import { formatLambda } from "../format-lambda";
import { lambdaKeys } from "../lambda-keys";
import { penaltyLook } from "../penalty-look";
import { moveLambda, useDraw, useRest, type Scene } from "../scene";
import { inside } from "./error-lines";
import { labelWidth } from "./label-width";
import { l1Share, shrinkageOf } from "./shrinkage";
import { writeText } from "./write-text";

export interface DeadZoneProps {
  readonly scene: Scene;
  readonly index: number;
  readonly x: Scale;
  readonly top: number;
  readonly bottom: number;
  readonly labelY: number;
  /** On which edge the handle is: two zones must not have theirs in one place. */
  readonly side: 1 | -1;
  readonly ends: readonly [number, number];
}

/** All unpenalised weights that the penalty makes exactly 0. Its edge can be dragged: |w| = ρλ/2 there. */
export function DeadZone({ scene, index, x, top, bottom, labelY, side, ends: [left, right] }: DeadZoneProps) {
  const { model, frames, words, state, print } = scene;
  const say = words.threshold;
  const penalty = model.fits[index]?.penalty ?? "l1";
  const zone = useRef<SVGGElement>(null);
  const handle = useRef<SVGGElement>(null);
  const title = words.penalties[penalty];
  const { max } = model.lambdaRange;
  const edgeAt = (lambda: number) => shrinkageOf(penalty, lambda, model.mix).threshold;

  useDraw(frames, ({ solutions }) => {
    const edge = edgeAt(solutions[index]?.lambda ?? 0);
    const [from, to] = [-edge, edge].map((w) => Math.max(left, Math.min(right, x(w)))) as [number, number];
    const [area, below, above, label] = zone.current?.children ?? [];
    area?.setAttribute("x", String(pixel(from)));
    area?.setAttribute("width", String(pixel(to - from)));
    below?.setAttribute("transform", `translate(${pixel(from)},0)`);
    above?.setAttribute("transform", `translate(${pixel(to)},0)`);
    const text = say.deadZone({ penalty: title, formula: penalty === "l1" ? "λ/2" : "ρλ/2", edge: formatNumber(edge) });
    writeText(label, text);
    label?.setAttribute("x", String(pixel(inside(x(0), labelWidth(text) / 2, [0, right + 60]))));
    handle.current?.setAttribute("transform", `translate(${pixel(side > 0 ? to : from)},${bottom})`);
  });
  useRest(frames, ({ solutions }) => {
    const { lambda = 0 } = solutions[index] ?? {};
    handle.current?.setAttribute("aria-valuenow", String(edgeAt(lambda)));
    handle.current?.setAttribute("aria-valuetext", `${formatNumber(edgeAt(lambda))}, ${words.lambdaIs(formatLambda(lambda))}`);
  });
  const drag = useDrag({
    move: (at) => moveLambda(state, Math.min(max, (2 * Math.abs(sideOf(x.invert(at), side))) / l1Share(penalty, model.mix))),
  });
  const operated = print ? {} : {
    role: "slider" as const, tabindex: 0, "aria-label": say.handle(title), "aria-valuemin": 0, "aria-valuemax": edgeAt(max), onKeyDown: lambdaKeys(scene),
  };
  return (
    <g class={penaltyLook[penalty].class} data-term="lambda">
      <g ref={zone} class="reglab-dead-zone">
        <rect class="reglab-dead-zone-area" y={top} height={bottom - top} />
        <line class="reglab-dead-zone-edge" y1={top} y2={bottom} />
        <line class="reglab-dead-zone-edge" y1={top} y2={bottom} />
        <text class="reglab-dead-zone-name" y={labelY} text-anchor="middle" />
      </g>
      {!print && (
        <g ref={handle} class="reglab-dead-zone-handle" {...operated} {...drag}>
          <rect class="reglab-hit" x="-12" y={top - bottom} width="24" height={bottom - top + 14} />
          <circle class="reglab-grip" r="5.5" />
        </g>
      )}
    </g>
  );
}

/** Beyond 0 the edge stays at 0. */
function sideOf(weight: number, side: 1 | -1): number {
  return side > 0 ? Math.max(0, weight) : Math.min(0, weight);
}
