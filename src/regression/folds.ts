import { createRandom, shuffle } from "../math/random";

export interface FoldChoice {
  /** How many folds (default 10, or n where there are fewer rows), or n fold ids: rows with the same id are held out together. */
  readonly folds?: number | ArrayLike<number>;
  /** Of the shuffle that deals the rows to the folds. Default 1. */
  readonly seed?: number;
}

export interface Folds {
  readonly count: number;
  /** n: 0 … count−1. */
  readonly assignment: Int32Array;
}

/** Rows are shuffled and dealt in turn; where `classes` are given, class by class, so that each fold has its share of each. */
export function foldsOf({ folds, seed = 1 }: FoldChoice, { rows: n, classes }: { rows: number; classes?: Float64Array | undefined }): Folds {
  if (typeof folds === "object") return fromIds(folds, n);
  const count = folds ?? Math.min(10, n);
  if (!(Number.isInteger(count) && count >= 2 && count <= n)) throw new RangeError(`folds: ${count} is not a whole number from 2 to ${n}, the number of rows`);
  if (!Number.isFinite(seed)) throw new RangeError(`seed: ${seed} is not a finite number`);
  const order = Array.from({ length: n }, (_, i) => i);
  shuffle(order, createRandom(seed));
  if (classes) order.sort((a, b) => classes[a]! - classes[b]!);
  const assignment = new Int32Array(n);
  order.forEach((row, turn) => (assignment[row] = turn % count));
  return { count, assignment };
}

function fromIds(ids: ArrayLike<number>, n: number): Folds {
  if (ids.length !== n) throw new RangeError(`folds: ${ids.length} fold ids for ${n} rows`);
  const list = Array.from(ids);
  list.forEach((id, i) => {
    if (!Number.isFinite(id)) throw new TypeError(`folds: the id of row ${i} is not a finite number`);
  });
  const distinct = [...new Set(list)].sort((a, b) => a - b);
  if (distinct.length < 2) throw new RangeError("folds: all rows have the same fold id");
  const position = new Map(distinct.map((id, fold) => [id, fold]));
  return { count: distinct.length, assignment: Int32Array.from(list, (id) => position.get(id)!) };
}

/** The rows of one fold, or all others. */
export function rowsOf({ assignment }: Folds, fold: number, side: "held out" | "trained on"): number[] {
  const rows: number[] = [];
  for (let i = 0; i < assignment.length; i++) if ((assignment[i] === fold) === (side === "held out")) rows.push(i);
  return rows;
}
