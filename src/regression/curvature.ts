import type { ColumnStore } from "../math/column-lists";
import type { Loss } from "./loss";

/**
 * The coordinates of a fit by one number each: weight of feature j in block k is k·p + j, the intercept of block k is blocks·p + k,
 * which stands for a column of ones.
 */
export interface Coordinates {
  readonly loss: Loss;
  /** p. */
  readonly columns: readonly Float64Array[];
  /** The same and, last, a column of ones. */
  readonly store: ColumnStore;
}

/**
 * Second derivatives of the mean loss between the coordinates that have been asked for, all with the row weights of the same
 * (perhaps older) residuals. It grows by one row when a coordinate joins.
 */
export interface Curvature {
  /** Coordinates in the order of rows. */
  readonly members: number[];
  /** Row of a coordinate, −1 where it has none. */
  readonly rowOf: Int32Array;
  /** Row r starts at r · stride. */
  values: Float64Array;
  stride: number;
  /** Changes with every refresh. */
  version: number;
  /** Takes the row weights at these residuals and these coordinates alone. */
  refresh(residuals: Float64Array, members: readonly number[]): void;
  join(coordinate: number): void;
}

/**
 * Added to each second derivative as a share of it. Where features are dependent (or all classes move together) it makes the
 * curvature definite and turns the Newton step into a proximal-point step there; elsewhere it is lost in rounding.
 */
const damping = 1e-12;

export function createCurvature({ loss, columns, store }: Coordinates): Curvature {
  const { rows: n, blocks } = loss;
  const p = columns.length;
  const weights = new Map<number, Float64Array>();
  const snapshot = new Float64Array(n * blocks);
  const scaled = new Float64Array(n);
  const list = store.list();
  const blockOf = (coordinate: number) => (coordinate < blocks * p ? Math.floor(coordinate / p) : coordinate - blocks * p);
  const columnOf = (coordinate: number) => (coordinate < blocks * p ? coordinate % p : p);

  function weightsOf(k: number, l: number): Float64Array {
    const key = Math.max(k, l) * blocks + Math.min(k, l);
    let known = weights.get(key);
    if (!known) {
      known = new Float64Array(n);
      loss.curvature(snapshot, Math.max(k, l), Math.min(k, l), known);
      weights.set(key, known);
    }
    return known;
  }

  const curvature: Curvature = {
    members: [],
    rowOf: new Int32Array(blocks * (p + 1)).fill(-1),
    values: new Float64Array(0),
    stride: 0,
    version: 0,
    refresh(residuals, members) {
      snapshot.set(residuals);
      weights.clear();
      curvature.version++;
      for (const member of curvature.members) curvature.rowOf[member] = -1;
      curvature.members.length = 0;
      list.clear();
      // Neighbours of one block share their row weights.
      for (const member of [...members].sort((a, b) => blockOf(a) - blockOf(b))) curvature.join(member);
    },
    join(coordinate) {
      const { members, rowOf } = curvature;
      if (rowOf[coordinate]! >= 0) return;
      const row = members.length;
      members.push(coordinate);
      list.add(columnOf(coordinate));
      rowOf[coordinate] = row;
      if (row >= curvature.stride) grow(curvature, row);
      const { values, stride } = curvature;
      const own = columns[columnOf(coordinate)];
      const block = blockOf(coordinate);
      const products = values.subarray(row * stride, row * stride + row + 1);
      for (let from = 0, end = 0; from <= row; from = end) {
        const other = blockOf(members[from]!);
        while (end <= row && blockOf(members[end]!) === other) end++;
        const rowWeights = weightsOf(block, other);
        if (own) for (let i = 0; i < n; i++) scaled[i] = own[i]! * rowWeights[i]!;
        list.products(own ? scaled : rowWeights, { from, count: end - from, out: products });
      }
      for (let r = 0; r < row; r++) {
        products[r]! /= n;
        values[r * stride + row] = products[r]!;
      }
      products[row]! *= (1 + damping) / n;
    },
  };
  return curvature;
}

function grow(curvature: Curvature, rows: number): void {
  const stride = Math.max(32, 2 * curvature.stride);
  const values = new Float64Array(stride * stride);
  for (let r = 0; r < rows; r++) values.set(curvature.values.subarray(r * curvature.stride, r * curvature.stride + rows), r * stride);
  curvature.values = values;
  curvature.stride = stride;
}
