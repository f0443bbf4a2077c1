import { strideOf } from "../math/kernels/kernels";
import { dot } from "../math/vector";
import type { Steps } from "./steps";
import { batchSize, createCheck, type Sized } from "./wide-check";
import { createWideHomotopy, descend, measure, standAt, standOf, type SparseWeights, type Stand, type WideHomotopy } from "./wide-homotopy";
import { createRescue, type Rescue } from "./wide-rescue";
import type { WideScreen } from "./wide-screen";
import { join, placeOf } from "./wide-working-set";

/** What it took, for the bench and for doubts. */
export interface WideEffort {
  /** Batches that were held against all columns. */
  passes: number;
  /** Those that found a column missing from the working set. */
  rollbacks: number;
  /** λ that were solved by the slow road because rounding had taken the lead. */
  rescues: number;
  /** Columns in the working set at the end. */
  workingColumns: number;
}

export interface WideFollowed {
  /** One for each λ. */
  readonly solutions: readonly SparseWeights[];
  readonly effort: Readonly<WideEffort>;
}

/** λ falls by no more than this from one check to the next, so that the columns that will be needed can be foreseen. */
const widestStep = 0.85;
/** Columns expected this near to the bound join the working set. */
const near = 0.95;
/** Columns that join for what is expected of them; expectations are not worth more. */
const mostForeseen = 64;
/** Columns that join because they are missing; the next pass finds those that still are. */
const mostMissing = 256;
/** A column outside the working set that exceeds the bound by more than rounding is missing. */
const exceeding = 1 + 1e-12;
/** A column inside it that exceeds the bound by so much shows that rounding has taken the lead. */
const failing = 1 + 1e-9;

/** A solution that waits for its check. */
interface Candidate {
  readonly stand: Stand;
  /** A rescued one is as good as it gets. */
  readonly state: "sound" | "spoilt" | "rescued";
}

/**
 * The lasso, 1/(2n)·‖y − Xw‖² + λ‖w‖₁, at λ that are positive and descend, for many more columns than rows; XᵀX is never formed.
 * Goes down eight λ on the working set, holds these against all columns, and goes back to the last solution that held where a column
 * was missing.
 */
export function* followWide(screen: WideScreen, lambdas: Float64Array): Steps<WideFollowed> {
  const { kernels, correlations, lambdaMax } = screen;
  const n = screen.design.rows;
  const checks = checksOf(lambdas, lambdaMax);
  const effort: WideEffort = { passes: 0, rollbacks: 0, rescues: 0, workingColumns: 0 };
  const found = new Map<number, SparseWeights>();
  const solutionOf = (lambda: number): SparseWeights => found.get(lambda) ?? nothing;
  if (checks.length === 0) return { solutions: Array.from(lambdas, solutionOf), effort };

  const check = createCheck(screen);
  const homotopy = createWideHomotopy(screen);
  const residuals = kernels.arena.reserve(8 * strideOf(n) * batchSize);
  const roads: Roads = { homotopy, rescue: createRescue(homotopy), residuals };
  let stand = firstStand(correlations, lambdaMax);
  join(homotopy.working, firstColumns(correlations, n * (2 * checks[Math.min(checks.length, batchSize) - 1]! - lambdaMax)));
  let rescuing = !standAt(homotopy, stand);

  for (let done = 0; done < checks.length; ) {
    const wanted = checks.subarray(done, done + (rescuing ? 1 : batchSize));
    const candidates = rescuing ? [rescued(roads, wanted[0]!)] : descended(roads, wanted);
    const tested = wanted.subarray(0, candidates.length);
    const open = check.open(residuals, { lambdas: tested, limits: tested.map((lambda) => n * lambda * exceeding), working: homotopy.working.positions });
    effort.passes++;
    if (rescuing) effort.rescues++;

    const { accepted, missing, failed } = judged(candidates, { open, screen, homotopy, residuals });
    for (const { stand: held } of candidates.slice(0, accepted)) found.set(held.lambda, withoutZeros(held));
    if (accepted > 0) stand = candidates[accepted - 1]!.stand;
    check.accept(accepted);
    done += accepted;
    yield done / checks.length;
    if (missing.length > 0) effort.rollbacks++;
    join(homotopy.working, mostPressing(missing, mostMissing));
    if (accepted > 0 && done < checks.length) {
      const end = checks[Math.min(checks.length, done + batchSize) - 1]!;
      const foreseen = check.expected(end, near * n * end).filter(({ column }) => homotopy.working.positions[column]! < 0);
      join(homotopy.working, mostPressing(foreseen, mostForeseen));
    }
    const goesOn = accepted === candidates.length && !rescuing;
    if (goesOn) measure(homotopy);
    else rescuing = !standAt(homotopy, stand) || failed;
  }
  effort.workingColumns = homotopy.working.columns.length;
  return { solutions: Array.from(lambdas, solutionOf), effort };
}

const nothing: SparseWeights = { columns: [], values: new Float64Array(0) };

function withoutZeros({ columns, values }: SparseWeights): SparseWeights {
  if (!values.includes(0)) return { columns, values };
  return { columns: columns.filter((_, i) => values[i] !== 0), values: values.filter((value) => value !== 0) };
}

/** The two roads to solutions, and where these are put down. */
interface Roads {
  readonly homotopy: WideHomotopy;
  readonly rescue: Rescue;
  /** A panel with room for one batch. */
  readonly residuals: number;
}

/** Solutions on the working set, one after the other, up to the first that rounding has spoilt. */
function descended({ homotopy, residuals }: Roads, lambdas: Float64Array): Candidate[] {
  const { arena } = homotopy.kernels;
  const { stride } = homotopy.active;
  const candidates: Candidate[] = [];
  for (const lambda of lambdas) {
    const sound = descend(homotopy, lambda);
    arena.float64(residuals + 8 * stride * candidates.length, stride).set(arena.float64(homotopy.residual, stride));
    candidates.push({ stand: standOf(homotopy, lambda), state: sound ? "sound" : "spoilt" });
    if (!sound) break;
  }
  return candidates;
}

function rescued({ homotopy, rescue, residuals }: Roads, lambda: number): Candidate {
  const stand = rescue.solve(lambda);
  homotopy.kernels.arena.float64(residuals, homotopy.active.stride).fill(0).set(rescue.residual(stand));
  return { stand, state: "rescued" };
}

/** The λ below λmax, with others between them where they are far apart. */
function checksOf(lambdas: Float64Array, lambdaMax: number): Float64Array {
  const checks: number[] = [];
  let before = lambdaMax;
  for (const lambda of lambdas) {
    if (lambda >= lambdaMax) continue;
    const steps = Math.ceil(Math.log(lambda / before) / Math.log(widestStep));
    for (let step = 1; step < steps; step++) checks.push(before * (lambda / before) ** (step / steps));
    checks.push(lambda);
    before = lambda;
  }
  return Float64Array.from(checks);
}

/** At λmax, where the column of the largest correlation is about to enter. */
function firstStand(correlations: Float64Array, lambdaMax: number): Stand {
  let first = 0;
  for (let j = 1; j < correlations.length; j++) if (Math.abs(correlations[j]!) > Math.abs(correlations[first]!)) first = j;
  return { lambda: lambdaMax, columns: [first], signs: [Math.sign(correlations[first]!)], values: new Float64Array(1) };
}

function firstColumns(correlations: Float64Array, limit: number): number[] {
  const found: Sized[] = [];
  for (let column = 0; column < correlations.length; column++) {
    const size = Math.abs(correlations[column]!);
    if (size >= limit) found.push({ column, size });
  }
  return mostPressing(found, mostForeseen);
}

interface Judgement {
  /** Candidates that hold, from the first on. */
  accepted: number;
  /** Columns outside the working set that the next one needs. */
  missing: Sized[];
  /** The next one is spoilt although no column is missing. */
  failed: boolean;
}

/** `open`: for each candidate the columns that may be beyond its bound. */
function judged(candidates: readonly Candidate[], { open, screen, homotopy, residuals }: { open: number[][]; screen: WideScreen; homotopy: WideHomotopy; residuals: number }): Judgement {
  const { kernels, active, working } = homotopy;
  const { design, rounding } = screen;
  const used = new Uint8Array(design.columns);
  const values = new Float64Array(design.rows);
  for (let row = 0; row < candidates.length; row++) {
    const { stand, state } = candidates[row]!;
    if (state === "spoilt") return { accepted: row, missing: [], failed: true };
    const place = residuals + 8 * active.stride * row;
    const residual = kernels.arena.float64(place, design.rows);
    const bound = stand.lambda * design.rows;
    const missing: Sized[] = [];
    let spoilt = false;
    const { columns } = stand;
    for (let i = 0; i < columns.length; i++) used[columns[i]!] = 1;
    for (const column of open[row]!) {
      if (used[column] !== 0) continue;
      if (working.positions[column]! >= 0) {
        const size = Math.abs(kernels.dot(placeOf(working, column), place, active.stride));
        if (size > bound * failing + rounding[column]!) spoilt = true;
        continue;
      }
      design.columnInto(column, values, 0);
      const size = Math.abs(dot(values, residual));
      if (size > bound * exceeding) missing.push({ column, size });
    }
    for (let i = 0; i < columns.length; i++) used[columns[i]!] = 0;
    if (missing.length > 0) return { accepted: row, missing, failed: false };
    if (spoilt && state === "sound") return { accepted: row, missing, failed: true };
  }
  return { accepted: candidates.length, missing: [], failed: false };
}

function mostPressing(found: Sized[], most: number): number[] {
  return found
    .sort((a, b) => b.size - a.size)
    .slice(0, most)
    .map(({ column }) => column);
}
