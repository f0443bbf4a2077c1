import { windowOf } from "../ui/window-of";
import type { BlockState } from "./block-state";
import { matchedLambdas, type Match } from "./match";
import type { Model, PenaltyFit } from "./model";

/** One penalty at the λ of a frame. The object and its array are the same in every frame: read, do not keep. */
export interface Solution {
  readonly fit: PenaltyFit;
  /** Its own λ: the slider's, unless something else is held equal. */
  lambda: number;
  readonly weights: Float64Array;
  /** How many weights are not exactly zero. */
  kept: number;
  /** Mean squared error on the fitted rows. */
  error: number;
  /** The penalty's value, without its λ. */
  penalty: number;
}

export interface Frame {
  /** Where the slider stands. */
  lambda: number;
  match: Match;
  readonly solutions: readonly Solution[];
}

/** All solutions of a model at the state's λ, computed once per drawn frame and shared by all views. */
export interface Frames {
  now(): Frame;
  /** Calls back in each animation frame in which λ is another one. */
  onDraw(draw: (frame: Frame) => void): () => void;
  /** Calls back when λ has stood still for a moment: for text that is read out. */
  onRest(read: (frame: Frame) => void): () => void;
  stop(): void;
}

/** Long enough for a drag to have paused, short enough to be felt as an answer. In milliseconds. */
const rest = 350;

export function createFrames(model: Model, state: BlockState, el: HTMLElement): Frames {
  const frame = emptyFrame(model);
  fill(frame, model, state.get());
  const drawing = new Set<(frame: Frame) => void>();
  const reading = new Set<(frame: Frame) => void>();
  let request: { win: Window; id: number } | null = null;
  let timer: { win: Window; id: number } | null = null;

  const now = (): Frame => {
    const { lambda, match } = state.get();
    if (frame.lambda !== lambda || frame.match !== match) fill(frame, model, { lambda, match });
    return frame;
  };
  const draw = (): void => {
    request = null;
    const current = now();
    for (const listener of drawing) listener(current);
    if (reading.size > 0) readLater();
  };
  const readLater = (): void => {
    if (timer !== null) timer.win.clearTimeout(timer.id);
    const win = windowOf(el);
    timer = {
      win,
      id: win.setTimeout(() => {
        timer = null;
        for (const listener of reading) listener(now());
      }, rest),
    };
  };
  const drawNext = (): void => {
    const win = windowOf(el);
    request ??= { win, id: win.requestAnimationFrame(draw) };
  };
  const unsubscribe = state.subscribe(({ lambda, match }, before) => {
    if (lambda !== before.lambda || match !== before.match) drawNext();
  });
  const unsubscribeCurves = model.curves.subscribe(() => {
    frame.lambda = NaN;
    drawNext();
  });
  return {
    now,
    onDraw: (listener) => listen(drawing, listener),
    onRest: (listener) => listen(reading, listener),
    stop() {
      unsubscribe();
      unsubscribeCurves();
      request?.win.cancelAnimationFrame(request.id);
      timer?.win.clearTimeout(timer.id);
      drawing.clear();
      reading.clear();
    },
  };
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function emptyFrame(model: Model): Frame {
  const solutions = model.fits.map((fit) => ({ fit, lambda: NaN, weights: new Float64Array(model.features.length), kept: 0, error: 0, penalty: 0 }));
  return { lambda: NaN, match: "lambda", solutions };
}

function fill(frame: Frame, model: Model, { lambda, match }: { lambda: number; match: Match }): void {
  frame.lambda = lambda;
  frame.match = match;
  const lambdas = matchedLambdas(model, match, lambda);
  for (const [index, solution] of frame.solutions.entries()) {
    const { fit, weights } = solution;
    solution.lambda = lambdas[index] ?? lambda;
    fit.weightsAt(solution.lambda, weights);
    solution.kept = weights.reduce((count, weight) => (weight === 0 ? count : count + 1), 0);
    solution.error = model.trainingError(weights);
    solution.penalty = fit.penaltyOf(weights);
  }
}
