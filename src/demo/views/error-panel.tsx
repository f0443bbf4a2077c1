import { useMemo } from "preact/hooks";
import { linearScale } from "../../plot/linear-scale";
import { linearTicks } from "../../plot/linear-ticks";
import { logTicks } from "../../plot/log-ticks";
import { markerPath } from "../../plot/marker";
import { formatNumber } from "../../plot/number-format";
import { pixel } from "../../plot/polyline";
import { stopScale } from "../../plot/stop-scale";
import { useDrag } from "../../ui/drag";
import { Plot } from "../../ui/plot";
import { errorAt, noCurves, type ErrorCurve } from "../curves";
import { formatLambda } from "../format-lambda";
import type { PenaltyFit } from "../model";
import { penaltyLook } from "../penalty-look";
import { moveLambda, type Scene } from "../scene";
import { ErrorCursor, ErrorReading } from "./error-cursor";
import { highestOf, type ErrorDomain } from "./error-domain";
import { fittedLine, inside, validationLines } from "./error-lines";
import { errorZones } from "./error-zones";
import { labelWidth } from "./label-width";
import { PenaltyKey } from "./panel";

export interface ErrorPanelProps {
  readonly scene: Scene;
  readonly index: number;
  /** Null while it is not there. */
  readonly curve: ErrorCurve | null;
  readonly width: number;
  readonly height: number;
  readonly domain: ErrorDomain;
}

const margin = { top: 24, right: 34, bottom: 26, left: 8 } as const;
/** Above the curves: a line each for "best" and "1 SE"; below them: the names of the zones. */
const labels = { above: 30, below: 20 } as const;

/** Panels narrower than this have their buttons on a line of their own, all of them, so that the plots stay level. */
const narrow = 280;

export function ErrorPanel({ scene, index, curve, width, height, domain }: ErrorPanelProps) {
  const { model, words: { error: say, path }, state, print } = scene;
  const fit = model.fits[index] as PenaltyFit;
  const { min, max } = model.lambdaRange;
  const look = penaltyLook[fit.penalty];
  const [left, right, bottom] = [margin.left, width - margin.right, height - margin.bottom];
  const x = useMemo(() => stopScale({ min, max, range: [left, right] }), [min, max, left, right]);
  const y = useMemo(() => linearScale([domain.low, domain.high], [bottom - labels.below, margin.top + labels.above]), [domain, bottom]);
  const training = useMemo(() => fittedLine((weights) => model.trainingError(weights), fit, { x, y, left, right }), [model, fit, x, y, left, right]);
  const { held } = model;
  const test = useMemo(() => held && fittedLine((weights) => held.error(weights), fit, { x, y, left, right }), [held, fit, x, y, left, right]);
  const validated = useMemo(() => curve && validationLines(curve, { x, y, left, right }), [curve, x, y, left, right]);
  const drag = useDrag({ move: (at) => moveLambda(state, x.invert(at)) });
  const none = pixel(y(model.emptyError));
  const highest = curve === null ? 0 : highestOf(curve);
  const tuned = curve !== null && curve.lambdas.length > 1 ? curve : null;

  return (
    <>
      <div class="reglab-panel-title">
        <PenaltyKey penalty={fit.penalty} scene={scene} />
        {tuned !== null && <Jumps scene={scene} curve={tuned} narrow={width < narrow} />}
        {curve === null && <span class="reglab-panel-note">{model.curves === noCurves ? "" : say.validating}</span>}
        {curve !== null && tuned === null && <span class="reglab-panel-note">{path.unchanged}</span>}
      </div>
      <div class="reglab-surface">
        <Plot class={`reglab-error ${look.class}`} width={width} height={height} label={say.panel(scene.words.penalties[fit.penalty])}>
          <g class="reglab-drag-x" {...(print ? {} : drag)}>
            <rect class="reglab-hit" x={left} y={margin.top - 6} width={right - left + 8} height={bottom - margin.top + 6} />
            {tuned !== null && <Zones scene={scene} curve={tuned} x={x} ends={[left, right]} bottom={bottom} />}
            <g class="reglab-axis">
              {linearTicks(domain.low, domain.high, 5).map((tick) => (
                <g key={tick} transform={`translate(0,${pixel(y(tick))})`}>
                  <line class="reglab-grid" x1={left} x2={right} />
                  <text class="reglab-tick" x={right + 6} dy="0.35em">{formatNumber(tick)}</text>
                </g>
              ))}
              {[0, ...logTicks(min, max, Math.max(2, Math.floor((right - x.start) / 52)))].map((tick) => (
                <g key={tick} transform={`translate(${pixel(x(tick))},${bottom})`}>
                  <line class="reglab-tick-line" y2="4" />
                  <text class="reglab-tick" y="17" text-anchor="middle">{formatNumber(tick)}</text>
                </g>
              ))}
              <text class="reglab-tick" x={width - 2} y={bottom + 17} text-anchor="end">{path.penaltyGrows}</text>
              <path class="reglab-tick-line" d={`M${pixel((left + x.start) / 2 - 3)},${bottom + 4}l2,-8m2,8l2,-8`} />
            </g>
          </g>
          <svg class="reglab-clip" x={left} y={margin.top + labels.above - 2} width={right - left} height={bottom - margin.top - labels.above + 2}>
            <g transform={`translate(${-left},${-(margin.top + labels.above - 2)})`}>
              {validated && <path class="reglab-band" d={validated.band} />}
              <path class="reglab-training" d={training} />
              {test !== undefined && <path class="reglab-test" d={test} />}
              {validated && <path class="reglab-validated" d={validated.line} />}
            </g>
          </svg>
          <line class="reglab-no-feature" x1={left} x2={right} y1={none} y2={none} />
          <text class="reglab-zone" x={x.start + 4} y={none - 5}>{say.noFeature}</text>
          {highest > domain.high && <text class="reglab-zone" x={right - 3} y={margin.top + labels.above + 9} text-anchor="end">{say.beyond(formatNumber(highest))}</text>}
          {tuned !== null && <Marks scene={scene} curve={tuned} x={x} y={y} ends={[left, right]} bottom={bottom} />}
          <ErrorCursor scene={scene} index={index} curve={curve} x={x} y={y} top={margin.top} bottom={bottom} ends={[left, right]} />
        </Plot>
        <ErrorReading scene={scene} index={index} curve={curve} />
      </div>
    </>
  );
}

/** Best and 1-SE λ with their numbers; pressed, they move λ there. */
function Jumps({ scene: { words: { error: say }, state, print }, curve, narrow: below }: { scene: Scene; curve: ErrorCurve; narrow: boolean }) {
  const places = [[say.best, curve.best], [say.oneStandardError, curve.oneStandardError]] as const;
  return (
    <span class={`reglab-jumps ${below ? "is-below" : ""}`}>
      {places.map(([name, lambda]) =>
        print
          ? <span key={name}>{`${name} ${formatLambda(lambda)}`}</span>
          : <button key={name} type="button" class="reglab-jump" title={say.jump(name)} onClick={() => moveLambda(state, lambda)}>{`${name} ${formatLambda(lambda)}`}</button>,
      )}
    </span>
  );
}

interface MarksProps {
  readonly scene: Scene;
  readonly curve: ErrorCurve;
  readonly x: (lambda: number) => number;
  readonly ends: readonly [number, number];
  readonly bottom: number;
}

function Zones({ scene: { words: { error: say } }, curve, x, ends: [left, right], bottom }: MarksProps) {
  const { overfitsBelow, underfitsAbove } = errorZones(curve);
  const top = margin.top + labels.above;
  const zone = (from: number, to: number) => <rect class="reglab-zone-fill" x={pixel(from)} y={top} width={pixel(Math.max(0, to - from))} height={bottom - top} />;
  return (
    <g class="reglab-zones">
      {overfitsBelow !== null && zone(left, x(overfitsBelow))}
      {underfitsAbove !== null && zone(x(underfitsAbove), right)}
      <text class="reglab-zone" x={left + 3} y={bottom - 6}>{overfitsBelow === null ? say.hardlyOverfits : say.overfits}</text>
      <text class="reglab-zone" x={right - 3} y={bottom - 6} text-anchor="end">{underfitsAbove === null ? say.hardlyUnderfits : say.underfits}</text>
    </g>
  );
}

function Marks({ scene: { words: { error: say }, model }, curve, x, y, ends, bottom }: MarksProps & { readonly y: (error: number) => number }) {
  const shape = penaltyLook[model.fits.find(({ penalty }) => model.curves.of(penalty) === curve)?.penalty ?? "none"].shape;
  const marks = [
    { name: say.best, lambda: curve.best, row: 9, class: "reglab-best" },
    { name: say.oneStandardError, lambda: curve.oneStandardError, row: 22, class: "reglab-one-se" },
  ];
  return (
    <>
      {marks.map(({ name, lambda, row, class: kind }) => (
        <g key={kind} class={`reglab-error-mark ${kind}`} transform={`translate(${pixel(x(lambda))},0)`}>
          <line y1={margin.top + row + 4} y2={bottom} />
          <path d={markerPath(shape, 4.4)} transform={`translate(0,${pixel(y(errorAt(curve, lambda).mean))})`} />
          <text x={pixel(inside(x(lambda), labelWidth(name) / 2, ends) - x(lambda))} y={margin.top + row} text-anchor="middle">{name}</text>
        </g>
      ))}
    </>
  );
}
