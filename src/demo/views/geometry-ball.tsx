import type { RefObject } from "preact";
import { useImperativeHandle, useRef } from "preact/hooks";
import { ballOutline, reachOf } from "../../plot/ball-outline";
import { formatNumber } from "../../plot/number-format";
import type { Plane } from "../../plot/plane";
import { pixel } from "../../plot/polyline";
import { useDrag } from "../../ui/drag";
import { formatLambda } from "../format-lambda";
import { lambdaKeys } from "../lambda-keys";
import type { PenaltyFit } from "../model";
import { moveLambda, useRest, type Scene } from "../scene";
import { lambdaForShare } from "./lambda-for-share";

export interface BallHandle {
  /** Draws the ball that has the pair of weights (a, b) on its edge. */
  show(a: number, b: number): void;
}

export interface BallProps {
  readonly scene: Scene;
  readonly fit: PenaltyFit;
  readonly pair: readonly [number, number];
  readonly on: Plane;
  readonly handle: RefObject<BallHandle | null>;
}

/** All pairs of weights with no more penalty than the solution's. Its edge can be dragged: a larger ball is a smaller λ. */
export function Ball({ scene, fit, pair, on, handle }: BallProps) {
  const { model, state, frames, words, print } = scene;
  const fill = useRef<SVGPathElement>(null);
  const edge = useRef<SVGPathElement>(null);
  const grip = useRef<SVGGElement>(null);
  const size = useRef(0);
  const rho = fit.penalty === "l1" ? 1 : fit.penalty === "l2" ? 0 : model.mix;

  useImperativeHandle(handle, () => {
    const point = new Float64Array(2);
    return {
      show(a, b) {
        point[0] = a;
        point[1] = b;
        size.current = fit.penaltyOf(point);
        const outline = ballOutline(rho, size.current, on);
        fill.current?.setAttribute("d", outline);
        edge.current?.setAttribute("d", outline);
        const [x, y] = gripPlace(on, reachOf(rho, size.current / 2), [on.x(a), on.y(b)]);
        grip.current?.setAttribute("transform", `translate(${pixel(x)},${pixel(y)})`);
      },
    };
  }, [fit, on, rho]);
  useRest(frames, ({ lambda }) => {
    grip.current?.setAttribute("aria-valuenow", String(size.current));
    grip.current?.setAttribute("aria-valuetext", `${formatNumber(size.current)}, ${words.lambdaIs(formatLambda(lambda))}`);
  });

  const drag = useDrag({
    move: (x, y) => {
      const [wanted, weights] = [fit.penaltyOf(Float64Array.from(on.invert(x, y))), new Float64Array(model.features.length)];
      const share = new Float64Array(2);
      const shareAt = (lambda: number) => {
        fit.weightsAt(lambda, weights);
        share[0] = weights[pair[0]] ?? 0;
        share[1] = weights[pair[1]] ?? 0;
        return fit.penaltyOf(share);
      };
      moveLambda(state, lambdaForShare({ shareAt, wanted, range: model.lambdaRange, near: state.get().lambda }));
    },
  });
  const operated = print ? {} : {
    role: "slider" as const, tabindex: 0, "aria-label": words.geometry.ball(words.penalties[fit.penalty]),
    "aria-valuemin": 0, onKeyDown: lambdaKeys(scene, -1),
  };
  return (
    <g class="reglab-ball" data-term="penalty">
      <path ref={fill} class="reglab-ball-fill" />
      <path ref={edge} class="reglab-ball-edge" {...(print ? {} : drag)} />
      {!print && <g ref={grip} class="reglab-ball-grip" {...operated} {...drag}><circle class="reglab-hit" r="14" /><circle class="reglab-grip" r="4.5" /></g>}
    </g>
  );
}

/** In pixels: a grip nearer to the border is hard to take hold of. */
const border = 12;

/** Midway between two axes, where the corners stay free: of the places that are seen, the one farthest from the solution. */
function gripPlace(on: Plane, reach: number, solution: readonly [number, number]): readonly [number, number] {
  const places = [[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([a = 0, b = 0]) => [on.x(a * reach), on.y(b * reach)] as const);
  const seen = places.filter(([x, y]) => x > border && y > border && x < on.width - border && y < on.height - border);
  const distance = ([x, y]: readonly [number, number]) => Math.hypot(x - solution[0], y - solution[1]);
  return (seen.length > 0 ? seen : places).reduce((best, place) => (distance(place) > distance(best) ? place : best));
}
