import { createRandom, normal } from "../math/random";
import { orthonormalColumns } from "./orthonormal-columns";
import type { Table } from "./table";

const rows = 60;
/** Tilts the loss contours clearly and leaves them round enough to see. */
const correlation = 0.5;
/** The unpenalised weights: both clearly non-zero, so that a zero is the penalty's doing. */
const weights = [0.2, 0.65] as const;

/**
 * Two correlated features and a target, drawn for the geometry view: y = 0.2·x1 + 0.65·x2 + noise, everything of variance 1.
 * The draws are centred and made orthogonal first, so these figures hold in the sample itself and not only on average:
 * in the note's formula L1 holds x1 at exactly 0 for every λ from 2·0.2·(1 + 0.5) = 0.6 on, and L2 for none.
 */
export function drawTwo(): Table {
  const random = createRandom(2);
  const draw = () => Float64Array.from({ length: rows }, () => normal(random));
  const [first, second, noise] = orthonormalColumns([draw(), draw(), draw()]) as [Float64Array, Float64Array, Float64Array];
  const [w1, w2] = weights;
  const explained = w1 * w1 + w2 * w2 + 2 * correlation * w1 * w2;
  const x2 = first.map((value, i) => correlation * value + Math.sqrt(1 - correlation ** 2) * (second[i] ?? 0));
  const y = first.map((value, i) => w1 * value + w2 * (x2[i] ?? 0) + Math.sqrt(1 - explained) * (noise[i] ?? 0));
  const columns = [{ name: "x1", values: first }, { name: "x2", values: x2 }, { name: "y", values: y }];
  return { name: "two", columns, rows, truth: { x1: w1, x2: w2 } };
}
