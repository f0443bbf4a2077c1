import type { Matrix } from "../math/matrix";
import { createRandom } from "../math/random";
import type { LeastSquares } from "../regression/least-squares";
import type { PenaltyName } from "../regression/note-objective";
import { leastSquares } from "../regression/standardize";
import type { Steps } from "../regression/steps";
import type { PenaltyFit } from "./model";
import { penaltyFit } from "./penalty-fit";

/** A random half of the rows, fitted with every penalty. */
export interface Half {
  readonly seed: number;
  /** In the order of the penalties asked for. */
  readonly fits: readonly PenaltyFit[];
}

export interface HalfSamplesOf {
  readonly problem: LeastSquares;
  readonly penalties: readonly PenaltyName[];
  readonly mix: number;
  readonly standardize: boolean;
  /** Of the first half; the next has the next seed. */
  readonly seed: number;
}

/** A share from 60 halves is known to about ±6 % (√(¼/60)); twice as many would take twice the time for ±5 %. */
export const halfCount = 60;

/**
 * n/2 rows without replacement, again and again (Meinshausen & Bühlmann 2010, "Stability selection": halves behave like bootstrap
 * samples and hold no row twice). Features and target are standardised inside each half. One step for each penalty of each half.
 */
export function* halfSamples({ problem, penalties, mix, standardize, seed }: HalfSamplesOf, count = halfCount): Steps<Half[]> {
  const halves: Half[] = [];
  for (let half = 0; half < count; half += 1) {
    const rows = halfOf(problem.y.length, seed + half);
    const moments = leastSquares(rowsOf(problem.x, rows), rows.map((row) => problem.y[row] ?? NaN), { standardize, standardizeTarget: true });
    const fits: PenaltyFit[] = [];
    for (const penalty of penalties) {
      const fit = penaltyFit(moments, penalty, mix);
      yield (half + (fits.length + 0.5) / penalties.length) / count;
      fits.push(fit);
    }
    halves.push({ seed: seed + half, fits });
  }
  return halves;
}

/** ⌊n/2⌋ different rows in ascending order, the same for the same seed. */
export function halfOf(rows: number, seed: number): number[] {
  const random = createRandom(seed);
  const order = Array.from({ length: rows }, (_, i) => i);
  const half = Math.floor(rows / 2);
  for (let i = 0; i < half; i += 1) {
    const other = i + Math.floor(random() * (rows - i));
    [order[i], order[other]] = [order[other] ?? 0, order[i] ?? 0];
  }
  return order.slice(0, half).sort((a, b) => a - b);
}

function rowsOf({ values, rows, columns }: Matrix, chosen: readonly number[]): Matrix {
  const picked = new Float64Array(chosen.length * columns);
  for (let j = 0; j < columns; j += 1) chosen.forEach((row, i) => (picked[j * chosen.length + i] = values[j * rows + row] ?? NaN));
  return { values: picked, rows: chosen.length, columns };
}
