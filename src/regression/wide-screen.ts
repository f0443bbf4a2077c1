import { type Kernels, strideOf } from "../math/kernels/kernels";
import { maxAbs } from "../math/vector";
import type { WideDesign } from "./wide-design";

/** All p columns in int16, so that one pass over them says for a residual which columns cannot matter. */
export interface WideScreen {
  readonly kernels: Kernels;
  readonly design: WideDesign;
  readonly stride: number;
  /** y as a panel. */
  readonly target: number;
  /** The smallest λ at which every coefficient is zero: max |xⱼᵀy|/n. */
  readonly lambdaMax: number;
  /** p, Xᵀy. */
  readonly correlations: Float64Array;
  /** p: how far rounding moves xⱼᵀr. */
  readonly rounding: Float64Array;
  /** p rounded up; the columns past the last one have the scale 0. */
  readonly capacity: number;
  readonly integers: number;
  readonly records: number;
}

/** As in `follow`: as a share of ‖xⱼ‖·‖y‖. */
const gradientRounding = 1e-14;
/** Columns that are brought into the arena at a time: some 100 kB for a hundred rows. */
const blockColumns = 128;

/** Reads X once: scales, integers and Xᵀy come from the same pass. `y` has n values. */
export function createScreen(kernels: Kernels, design: WideDesign, y: Float64Array): WideScreen {
  const { arena } = kernels;
  const { rows, columns: p } = design;
  const stride = strideOf(rows);
  const capacity = Math.ceil(p / 4) * 4;
  const target = arena.reserve(8 * stride);
  arena.float64(target, stride).fill(0).set(y);
  const integers = arena.reserve(2 * stride * capacity);
  const records = arena.reserve(24 * capacity);
  arena.float64(records, 3 * capacity).fill(0);
  const mark = arena.mark();
  const products = arena.reserve(24 * capacity);
  for (let from = 0; from < p; from += blockColumns) {
    const count = Math.min(blockColumns, p - from);
    design.quantise(kernels, { from, count, stride, integers: integers + 2 * stride * from, records: records + 8 * from, capacity, target, products: products + 8 * from });
  }
  const correlations = arena.float64(products, p).slice();
  const length = Math.sqrt(kernels.dot(target, target, stride));
  const rounding = arena.float64(records + 16 * capacity, p).slice();
  for (let j = 0; j < p; j++) rounding[j]! *= gradientRounding * length;
  arena.release(mark);
  return { kernels, design, stride, target, lambdaMax: maxAbs(correlations) / rows, correlations, rounding, capacity, integers, records };
}

/** A panel of residuals, and where the bounds for them go, `capacity` for each. */
interface Pass {
  readonly residuals: number;
  readonly count: number;
  readonly out: number;
}

/** Writes signed bounds on |xⱼᵀr| of all columns. */
export function boundAll(screen: WideScreen, wanted: Pass): void {
  pass(screen, screen, wanted);
}

/** Signed bounds on |xⱼᵀr| for some columns and each residual of a panel: only until the arena is used for something else. */
export function boundSome(screen: WideScreen, columns: readonly number[], { residuals, count }: Omit<Pass, "out">): Float64Array[] {
  const { kernels, stride } = screen;
  const { arena } = kernels;
  const mark = arena.mark();
  const capacity = Math.ceil(columns.length / 4) * 4;
  const integers = arena.reserve(2 * stride * capacity);
  const records = arena.reserve(24 * capacity);
  const out = arena.reserve(8 * capacity * count);
  const chosen = (integers - screen.integers) / 2;
  // All columns, and behind them those that are chosen.
  const held = arena.int16(screen.integers, chosen + stride * capacity).fill(0, chosen + stride * columns.length);
  const known = arena.float64(screen.records, 3 * screen.capacity);
  const own = arena.float64(records, 3 * capacity).fill(0);
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!;
    held.copyWithin(chosen + stride * i, stride * column, stride * (column + 1));
    for (let kind = 0; kind < 3; kind++) own[kind * capacity + i] = known[kind * screen.capacity + column]!;
  }
  pass(screen, { integers, records, capacity }, { residuals, count, out });
  arena.release(mark);
  return Array.from({ length: count }, (_, row) => arena.float64(out + 8 * capacity * row, columns.length));
}

function pass({ kernels, stride }: WideScreen, { integers, records, capacity }: Pick<WideScreen, "integers" | "records" | "capacity">, { residuals, count, out }: Pass): void {
  const { arena } = kernels;
  const mark = arena.mark();
  const residualIntegers = arena.reserve(2 * stride * count);
  const residualRecords = arena.reserve(24 * count);
  kernels.quantise(residuals, stride, count, 0, stride, residualIntegers, residualRecords, count, residuals, arena.reserve(8 * count));
  kernels.screen(integers, stride, capacity, records, residualIntegers, count, residualRecords, out);
  arena.release(mark);
}
