import type { PenaltyName } from "../regression/note-objective";
import type { ColumnChoice } from "./column-choice";
import type { Match } from "./match";
import type { Aim } from "./spec/block-spec";

/** Something pointed at in one view and marked in all: a feature by name, or a term of the formula. */
export type Mark = { readonly kind: "feature"; readonly name: string } | { readonly kind: "term"; readonly term: Term };
export type Term = "loss" | "lambda" | "penalty";

/** What changes while a block is used; everything else of it is in its fence and its data. */
export interface BlockValues {
  /** λ of the note's formula; NaN until the data are known that it depends on. */
  readonly lambda: number;
  readonly match: Match;
  /** Penalties that the reader has switched off; never all of them. */
  readonly hidden: readonly PenaltyName[];
  /** Names of the two features that `geometry` draws; null: the pair that it chooses itself. */
  readonly pair: readonly [string, string] | null;
  readonly marked: Mark | null;
  /** Where the unpenalised optimum of a two-feature block was dragged to; null: where the data have it. */
  readonly optimum: readonly [number, number] | null;
  /** The target values of the rows where they were dragged to; null: as the data have them. */
  readonly points: readonly number[] | null;
  /** What `verdict` judges by; null: what the block says. */
  readonly aim: Aim | null;
  /** The reader's guess, "" where they would rather see; null before. */
  readonly guess: string | null;
  readonly playing: boolean;
  /** Null: the columns that the block's text names. */
  readonly columns: ColumnChoice | null;
  /** Whether columns are being chosen. */
  readonly choosing: boolean;
}

export interface BlockState {
  get(): BlockValues;
  /** Listeners hear of it at once, and only if something is different. Drawing is coalesced per frame by those who draw. */
  set(changes: Partial<BlockValues>): void;
  subscribe(listener: (now: BlockValues, before: BlockValues) => void): () => void;
}

export function createBlockState(initial: Pick<BlockValues, "lambda"> & Partial<BlockValues>): BlockState {
  let values: BlockValues = { match: "lambda", hidden: [], pair: null, marked: null, optimum: null, points: null, aim: null, guess: null, playing: false, columns: null, choosing: false, ...initial };
  const listeners = new Set<(now: BlockValues, before: BlockValues) => void>();
  return {
    get: () => values,
    set(changes) {
      const before = values;
      const after = { ...before, ...changes };
      if ((Object.keys(after) as (keyof BlockValues)[]).every((key) => after[key] === before[key])) return;
      values = after;
      // Listeners may come and go while the others are told: who comes is told next time, who is gone not at all.
      for (const listener of [...listeners]) if (listeners.has(listener)) listener(values, before);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
