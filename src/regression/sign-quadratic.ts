import { appendRow, type CholeskyFactor, emptyFactor, removeRow, solveFactored } from "../math/cholesky";
import type { Curvature } from "./curvature";

/** min ½xᵀ(H + l2·P)x − linearᵀx + l1·Σ_P|x| over the members of the curvature H; P picks the penalised coordinates. */
export interface SignQuadratic {
  /** By row of the curvature. */
  readonly linear: Float64Array;
  /** By row: where to start (its signs must be consistent with being a point), and the solution afterwards. */
  readonly x: Float64Array;
  readonly l1: number;
  readonly l2: number;
  readonly isPenalised: (coordinate: number) => boolean;
}

/** A violation of the bound below this share of it is rounding. */
const boundRounding = 1e-11;

/**
 * Feature-sign search (Lee et al. 2006): Newton on the coordinates with a sign, cut short where one reaches zero, until no idle one
 * is beyond its bound. Every turn lowers the objective, so no set of signs returns. The factor is kept from call to call as long as
 * the curvature, l2 and the set at the start stay the same.
 */
export function createSignSolver(curvature: Curvature): (problem: SignQuadratic) => void {
  let version = -1;
  let ridge = NaN;
  let factor: CholeskyFactor = emptyFactor(32);
  /** Rows of the curvature in the order of the factor. */
  let active: number[] = [];
  /** One number for each member, or more. */
  let room = new Float64Array(0);
  let target = new Float64Array(0);

  function append(row: number, l2: number): boolean {
    const { values, stride } = curvature;
    const start = row * stride;
    for (let i = 0; i < active.length; i++) room[i] = values[start + active[i]!]!;
    const diagonal = values[start + row]! + l2;
    // Rounding can take all of a pivot that the damping alone keeps positive.
    if (!appendRow(factor, room, diagonal, (pivot) => Math.max(pivot, 1e-13 * diagonal))) return false;
    active.push(row);
    return true;
  }

  return ({ linear, x, l1, l2, isPenalised }) => {
    const { members, values, stride } = curvature;
    const size = members.length;
    if (room.length < size) [room, target] = [new Float64Array(2 * size), new Float64Array(2 * size)];
    const bounded = new Uint8Array(size);
    const ridges = new Float64Array(size);
    for (let row = 0; row < size; row++) {
      if (!isPenalised(members[row]!)) continue;
      ridges[row] = l2;
      if (l1 > 0) bounded[row] = 1;
    }
    const isActive = new Uint8Array(size);
    const wanted = (row: number) => bounded[row] === 0 || x[row] !== 0;
    if (version !== curvature.version || ridge !== l2) {
      factor = emptyFactor(Math.max(32, size));
      active = [];
    }
    [version, ridge] = [curvature.version, l2];
    for (let i = active.length - 1; i >= 0; i--) if (!wanted(active[i]!)) drop(i);
    for (const row of active) isActive[row] = 1;
    for (let row = 0; row < size; row++) if (isActive[row] === 0 && wanted(row) && append(row, ridges[row]!)) isActive[row] = 1;

    const signs = new Float64Array(size);
    for (let row = 0; row < size; row++) if (bounded[row] === 1) signs[row] = Math.sign(x[row]!);
    const mostTurns = 100 + 10 * size;
    for (let turn = 0; turn < mostTurns; turn++) {
      settle();
      const next = mostPressing();
      if (next === undefined) return;
      signs[next.row] = next.sign;
      if (!append(next.row, ridges[next.row]!)) return;
      isActive[next.row] = 1;
    }

    function drop(i: number): void {
      removeRow(factor, i);
      active.splice(i, 1);
    }

    /** Moves the active coordinates to their minimum, those that reach zero on the way being let go. */
    function settle(): void {
      for (;;) {
        for (let i = 0; i < active.length; i++) room[i] = linear[active[i]!]! - l1 * signs[active[i]!]!;
        solveFactored(factor, room, target);
        let share = 1;
        let stuck = -1;
        for (let i = 0; i < active.length; i++) {
          const row = active[i]!;
          if (bounded[row] === 0 || target[i]! * signs[row]! > 0) continue;
          const reached = x[row] === 0 ? 0 : x[row]! / (x[row]! - target[i]!);
          if (stuck < 0 || reached < share) [share, stuck] = [reached, i];
        }
        for (let i = 0; i < active.length; i++) {
          const row = active[i]!;
          x[row] = stuck < 0 ? target[i]! : x[row]! + share * (target[i]! - x[row]!);
        }
        if (stuck < 0) return;
        const row = active[stuck]!;
        x[row] = 0;
        signs[row] = 0;
        isActive[row] = 0;
        drop(stuck);
      }
    }

    function mostPressing(): { row: number; sign: number } | undefined {
      let largest = l1 * (1 + boundRounding);
      let found: { row: number; sign: number } | undefined;
      for (let row = 0; row < size; row++) {
        if (isActive[row] === 1 || bounded[row] === 0) continue;
        let pull = linear[row]!;
        const start = row * stride;
        for (const other of active) pull -= values[start + other]! * x[other]!;
        if (Math.abs(pull) > largest) {
          largest = Math.abs(pull);
          found = { row, sign: Math.sign(pull) };
        }
      }
      return found;
    }
  };
}
