import { dot, maxAbs } from "../math/vector";
import { boundAll, boundSome, type WideScreen } from "./wide-screen";

/** Solutions in one check. */
export const batchSize = 8;
/** One in so many residuals is held against all columns; what lies between two such is nearly a mixture of them. */
const spacing = 4;
/** The two solutions that are remembered may come from two batches; the next has one of three places. */
const places = 3;
/** Residuals of a batch that are held against all columns. */
const stopCount = batchSize / spacing;
/** Covers what rounding moves in a distance of two residuals, as a share of their lengths. */
const distanceRounding = 1e-12;

/** A solution whose residual has been held against all columns. */
interface Seen {
  readonly lambda: number;
  /** n. */
  readonly residual: Float64Array;
  /** Place of the bounds on |xⱼᵀr|, signed. */
  readonly bounds: number;
}

export interface Sized {
  readonly column: number;
  /** |xⱼᵀr|, or what is expected of it. */
  readonly size: number;
}

/** Holds the solutions of a path, batch by batch, against all columns of the design. */
export interface WideCheck {
  /**
   * For each residual of the panel, at descending λ, all columns that may be beyond its limit (descending, too). Those that have a
   * place among the `working` ones (p, −1 for the others), which the homotopy holds within the limits itself, are looked at in one residual of four and in the last.
   */
  open(residuals: number, at: { lambdas: Float64Array; limits: Float64Array; working: Int32Array }): number[][];
  /** The first so many of these solutions hold. */
  accept(count: number): void;
  /** Columns expected beyond `limit` at a later λ, on straight lines through the last bounds. */
  expected(lambda: number, limit: number): Sized[];
}

export function createCheck(screen: WideScreen): WideCheck {
  const { design, correlations, rounding, capacity } = screen;
  const { arena } = screen.kernels;
  const { rows: n, columns: p } = design;
  const rowSize = 8 * capacity;
  const pairs = Array.from({ length: places }, () => arena.reserve(stopCount * rowSize));
  const chosen = arena.reserve(8 * screen.stride * stopCount);
  const [first = 0] = pairs;
  const atFirst = arena.float64(first, capacity);
  for (let j = 0; j < p; j++) atFirst[j] = correlations[j]! + Math.sign(correlations[j]!) * rounding[j]!;
  let seen: Seen[] = [{ lambda: screen.lambdaMax, residual: arena.float64(screen.target, n).slice(), bounds: first }];
  let fresh: { readonly row: number; readonly seen: Seen }[] = [];

  const lengths = arena.float64(screen.records + 16 * capacity, p).slice();
  const longest = maxAbs(lengths);

  /** Columns that may be beyond the limits: of a residual at most so far from a mixture of two, and of the second of these. */
  function beyond(a: Seen, b: Seen, { distance, between, at, working }: { distance: number; between: number; at: number; working: Int32Array }): { between: number[]; at: number[] } {
    const atA = arena.float64(a.bounds, p);
    const atB = arena.float64(b.bounds, p);
    const found: ReturnType<typeof beyond> = { between: [], at: [] };
    const quick = Math.min(at, between - distance * longest);
    for (let j = 0; j < p; j++) {
      const sizeA = Math.abs(atA[j]!);
      const sizeB = Math.abs(atB[j]!);
      // Nearly all columns end here; those whose bound is no number do not.
      if (sizeA <= quick && sizeB <= quick) continue;
      const most = between - distance * lengths[j]!;
      if (!(sizeA <= most && sizeB <= most) && working[j]! < 0) found.between.push(j);
      if (!(sizeB <= at)) found.at.push(j);
    }
    return found;
  }

  return {
    open(residuals, { lambdas, limits, working }) {
      const { stride } = screen;
      const residual = (row: number): Float64Array => arena.float64(residuals + 8 * stride * row, n);
      const stops = stopsOf(lambdas.length);
      const free = pairs.find((place) => !seen.some(({ bounds }) => bounds >= place && bounds < place + stopCount * rowSize))!;
      stops.forEach((row, i) => arena.float64(chosen + 8 * stride * i, stride).set(arena.float64(residuals + 8 * stride * row, stride)));
      boundAll(screen, { residuals: chosen, count: stops.length, out: free });
      fresh = stops.map((row, i) => ({ row, seen: { lambda: lambdas[row]!, residual: residual(row).slice(), bounds: free + rowSize * i } }));
      const all: number[][] = [];
      let before = seen.at(-1)!;
      for (const { row: stop, seen: after } of fresh) {
        const from = all.length;
        let distance = 0;
        for (let row = from; row < stop; row++) distance = Math.max(distance, distanceTo(before.residual, after.residual, residual(row)));
        const found = beyond(before, after, { distance, between: from < stop ? limits[stop - 1]! : Infinity, at: limits[stop]!, working });
        const bounds = boundSome(screen, found.between, { residuals: residuals + 8 * stride * from, count: stop - from });
        bounds.forEach((own, i) => all.push(found.between.filter((_, k) => !(Math.abs(own[k]!) <= limits[from + i]!))));
        all.push(found.at);
        before = after;
      }
      return all;
    },
    accept(count) {
      seen = [...seen, ...fresh.filter(({ row }) => row < count).map((one) => one.seen)].slice(-2);
      fresh = [];
    },
    expected(lambda, limit) {
      const last = seen.at(-1)!;
      const previous = seen.at(-2) ?? last;
      const ahead = previous === last ? 0 : (last.lambda - lambda) / (previous.lambda - last.lambda);
      const atLast = arena.float64(last.bounds, p);
      const before = arena.float64(previous.bounds, p);
      const found: Sized[] = [];
      for (let column = 0; column < p; column++) {
        const size = Math.abs(atLast[column]! + ahead * (atLast[column]! - before[column]!));
        if (!(size <= limit)) found.push({ column, size });
      }
      return found;
    },
  };
}

/** The last of `count` rows, and some on the way there. */
function stopsOf(count: number): number[] {
  const stops: number[] = [];
  for (let row = spacing - 1; row < count - 1; row += spacing) stops.push(row);
  return [...stops, count - 1];
}

/** ≥ the distance of r from the nearest point between a and b. */
export function distanceTo(a: Float64Array, b: Float64Array, r: Float64Array): number {
  let along = 0;
  let square = 0;
  for (let i = 0; i < r.length; i++) {
    const step = a[i]! - b[i]!;
    along += step * (r[i]! - b[i]!);
    square += step * step;
  }
  const share = Math.min(1, Math.max(0, square > 0 ? along / square : 0));
  let rest = 0;
  for (let i = 0; i < r.length; i++) rest += (r[i]! - b[i]! - share * (a[i]! - b[i]!)) ** 2;
  return Math.sqrt(rest) + distanceRounding * (Math.sqrt(dot(a, a)) + Math.sqrt(dot(b, b)));
}
