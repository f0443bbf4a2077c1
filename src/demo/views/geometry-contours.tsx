import { useMemo, useRef } from "preact/hooks";
import type { Bounds, Plane } from "../../plot/plane";
import { pixel, polylinePath } from "../../plot/polyline";
import { ellipsePath, valueOf } from "../../plot/quadratic-form";
import { type ClassPair, classPair } from "../classes/class-pair";
import { useDraw, useRest, type Scene } from "../scene";
import { MovableOptimum } from "./geometry-optimum";
import { pairLoss, type PairLoss } from "./pair-loss";

export interface ContoursProps {
  readonly scene: Scene;
  readonly index: number;
  readonly pair: readonly [number, number];
  readonly bounds: Bounds;
  readonly on: Plane;
}

/** How many contours around an optimum, and how far apart, as a share of the plot. */
const contourCount = 8;
const contourSpacing = 0.1;

/** Curves of equal loss, those that lie below the ball. */
export function ContoursBelow(props: ContoursProps) {
  return props.scene.model.classes === undefined ? <SquaredBelow {...props} /> : <ClassContours {...props} />;
}

/** The one through the solution, and where the loss is least. */
export function ContoursAbove(props: ContoursProps) {
  return props.scene.model.classes === undefined ? <SquaredAbove {...props} /> : null;
}

/** Ellipses of one shape, moved to where the loss is least. */
function SquaredBelow({ scene, index, pair, bounds, on }: ContoursProps) {
  const loss = useMemo(() => pairLoss(scene.model.moments, pair), [scene.model, pair]);
  const contours = useMemo(() => contourPaths(loss, bounds, on), [loss, bounds, on]);
  const moving = useRef<SVGGElement>(null);
  useDraw(scene.frames, ({ solutions }) => {
    const [a, b] = loss.centre(solutions[index]?.weights ?? []);
    moving.current?.setAttribute("transform", `translate(${pixel(on.x(a) - on.x(0))},${pixel(on.y(b) - on.y(0))})`);
  });
  return <g ref={moving} class="reglab-contours" data-term="loss">{contours.map((path, level) => <path key={level} d={path} />)}</g>;
}

function SquaredAbove({ scene, index, pair, bounds, on }: ContoursProps) {
  const { model, frames } = scene;
  const loss = useMemo(() => pairLoss(model.moments, pair), [model, pair]);
  const through = useRef<SVGPathElement>(null);
  const mark = useRef<SVGGElement>(null);
  useDraw(frames, ({ solutions }) => {
    const weights = solutions[index]?.weights;
    if (weights === undefined) return;
    const centre = loss.centre(weights);
    const level = valueOf(loss.form, (weights[pair[0]] ?? 0) - centre[0], (weights[pair[1]] ?? 0) - centre[1]);
    through.current?.setAttribute("d", ellipsePath(loss.axes, level, centre, on));
    placeMark(mark.current, centre, on);
  });
  return (
    <>
      <path ref={through} class="reglab-through" data-term="loss" />
      {scene.movableOptimum && !scene.print ? <MovableOptimum scene={scene} at={loss.centre([0, 0])} on={on} bounds={bounds} /> : <LeastMark scene={scene} mark={mark} />}
    </>
  );
}

/** Contours at equal steps from the optimum, around 0: they are moved to where it is. */
function contourPaths({ axes }: PairLoss, bounds: Bounds, on: Plane): string[] {
  const typical = Math.sqrt(axes.larger * Math.max(axes.smaller, 0.01 * axes.larger));
  const step = contourSpacing * (bounds.right - bounds.left);
  return Array.from({ length: contourCount }, (_, i) => ellipsePath(axes, ((contourCount - i) * step) ** 2 * typical, [0, 0], on));
}

/** Of classes contours are no ellipses, and have another shape at every λ: they are drawn anew once it rests. */
const classContours = 5;
const directions = 32;

function ClassContours({ scene, index, pair, bounds, on }: ContoursProps) {
  const { classes } = scene.model;
  const loss = useMemo(() => (classes === undefined ? null : classPair(classes, pair)), [classes, pair]);
  const all = useRef<SVGGElement>(null);
  const mark = useRef<SVGGElement>(null);
  useDraw(scene.frames, () => void all.current?.classList.add("is-stale"));
  useRest(scene.frames, ({ solutions }) => {
    const weights = solutions[index]?.weights;
    if (loss === null || weights === undefined) return;
    const { paths, centre } = classPaths(loss, weights, { pair, bounds, on });
    all.current?.querySelectorAll("path[data-level]").forEach((path, level) => path.setAttribute("d", paths[level] ?? ""));
    mark.current?.setAttribute("visibility", centre === null ? "hidden" : "visible");
    if (centre !== null) placeMark(mark.current, centre, on);
    all.current?.classList.remove("is-stale");
  });
  return (
    <g ref={all} class="reglab-class-contours" data-term="loss">
      <g class="reglab-contours">{Array.from({ length: classContours }, (_, level) => <path key={level} data-level={level} />)}</g>
      <path class="reglab-through" data-level="through" />
      <LeastMark scene={scene} mark={mark} />
    </g>
  );
}

interface Picture {
  readonly pair: readonly [number, number];
  readonly bounds: Bounds;
  readonly on: Plane;
}

/** The contours around the least loss, then the one through the solution; where the loss is least of all, if that is seen. */
export function classPaths(loss: ClassPair, weights: Float64Array, { pair, bounds, on }: Picture): { paths: string[]; centre: readonly [number, number] | null } {
  const size = Math.max(bounds.right - bounds.left, bounds.top - bounds.bottom);
  const reach = 2 * size;
  loss.hold(weights);
  const least = loss.least(reach);
  const step = 1.5 * contourSpacing * size;
  const levels = Array.from({ length: classContours }, (_, i) => least.value + 0.5 * least.curvature * ((i + 1) * step) ** 2);
  const own = loss.valueAt(weights[pair[0]] ?? 0, weights[pair[1]] ?? 0);
  const outline = (level: number) => {
    const path = polylinePath(loss.contour(least, level, { count: directions, reach }).map(([a, b]) => [on.x(a), on.y(b)]));
    return `${path}Z`;
  };
  return { paths: [...levels, own].map(outline), centre: least.isInside ? [least.a, least.b] : null };
}

/** Where the loss is least along the pair; it moves with the weights that are held. */
function LeastMark({ scene, mark }: { scene: Scene; mark: { current: SVGGElement | null } }) {
  return (
    <g ref={mark} class="reglab-optimum">
      <path d="M-5,0H5M0,-5V5" />
      <text class="reglab-tick" text-anchor="middle">{scene.words.geometry.least}</text>
    </g>
  );
}

function placeMark(mark: SVGGElement | null, [a, b]: readonly [number, number], on: Plane): void {
  mark?.setAttribute("transform", `translate(${pixel(on.x(a))},${pixel(on.y(b))})`);
  // On the far side from 0: the solution lies towards it.
  mark?.lastElementChild?.setAttribute("y", b < 0 ? "19" : "-10");
}
