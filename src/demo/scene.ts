import { useLayoutEffect } from "preact/hooks";
import type { JobHost } from "../compute/job-host";
import type { Words } from "../language/language";
import { roundSignificant } from "../plot/number-format";
import type { BlockState } from "./block-state";
import type { Frame, Frames } from "./frames";
import type { Model } from "./model";
import type { BlockSpec } from "./spec/block-spec";

/** What a view has in hand that brings its own data. */
export interface Stage {
  readonly spec: BlockSpec;
  /** The same object when the block's element is made anew: what is unsaved is kept with it. */
  readonly state: BlockState;
  readonly words: Words["demo"];
  /** Drawn once, for paper: nothing to operate, nothing to measure. */
  readonly print: boolean;
  /** Where long work runs. */
  readonly host: JobHost;
}

/** What every part of a drawn block has in hand. */
export interface Scene extends Stage {
  readonly model: Model;
  readonly frames: Frames;
  /** Opens a note by its path, in a new tab where that is wanted; null where there are no actions. */
  readonly openNote: ((path: string, newTab: boolean) => void) | null;
  /** A feature's name in words, where the data come with them ("bmi" → "body mass index"). */
  readonly describe: (feature: string) => string | undefined;
  /** True where the unpenalised optimum may be dragged: made-up data with two features. Real data are never altered. */
  readonly movableOptimum: boolean;
}

/** Moves λ by hand: playing ends. Three digits: what the reader sees, saves and types is the λ that is drawn. */
export function moveLambda(state: BlockState, lambda: number): void {
  const { match } = state.get();
  // Penalties that stand each at its own tuned λ leave it together.
  state.set({ lambda: roundSignificant(lambda), playing: false, match: match === "fit" ? "fit" : "lambda" });
}

/** Runs `draw` now and in each frame in which λ moves. It writes attributes; a render happens only when the model or the size changes. */
export function useDraw(frames: Frames, draw: (frame: Frame) => void): void {
  useLayoutEffect(() => {
    draw(frames.now());
    return frames.onDraw(draw);
  });
}

/** Runs `read` now and whenever λ comes to rest. */
export function useRest(frames: Frames, read: (frame: Frame) => void): void {
  useLayoutEffect(() => {
    read(frames.now());
    return frames.onRest(read);
  });
}
