import { arenaStart } from "./arena";
import type { KernelKind, Kernels } from "./kernel-set";
import { createScalarKernels } from "./scalar-kernels";
import { compiledKernels, createSimdKernels } from "./simd-kernels";

export { type KernelKind, type Kernels, strideOf } from "./kernel-set";

/** Memory that is kept for the next computation; more is given back to the host. */
const kept = 64 * 2 ** 20;
/** The same for those that are borrowed: beyond this, fresh memory costs little beside the computation. */
const keptSpare = 16 * 2 ** 20;

let wanted: KernelKind | undefined;
let current: Kernels | undefined;
/** Given back by the last who had borrowed kernels. */
let spare: Kernels | undefined;

/** Forces one kind; undefined lets the host decide again. SIMD that the host refuses stays refused. */
export function preferKernels(kind: KernelKind | undefined): void {
  wanted = kind;
  current = spare = undefined;
}

/** Runs `work` with the kernels that are best here; what it reserves in the arena is released afterwards. May be nested. */
export function withKernels<T>(work: (kernels: Kernels) => T): T {
  const kernels = (current ??= choose());
  const { arena } = kernels;
  const mark = arena.mark();
  try {
    return work(kernels);
  } finally {
    arena.release(mark);
    if (mark === arenaStart && (arena.size > kept || simdIsReady(kernels))) current = undefined;
  }
}

/** Kernels with an arena of their own, for a computation that pauses; the memory goes when nobody holds them any more. */
export function ownKernels(): Kernels {
  return choose();
}

/** The same for one that says when it ends: memory that has been used before is faster than fresh one. */
export function borrowKernels(): Kernels {
  const kernels = spare ?? choose();
  spare = undefined;
  return kernels;
}

/** Whoever borrowed them does not touch them again. */
export function giveBack(kernels: Kernels): void {
  const { arena, kind } = kernels;
  arena.release(arenaStart);
  if (arena.size <= keptSpare && (wanted ?? kind) === kind && !simdIsReady(kernels)) spare = kernels;
}

function choose(): Kernels {
  const module = wanted === "scalar" ? undefined : compiledKernels();
  return (module && createSimdKernels(module)) ?? createScalarKernels();
}

/** It was still being compiled when these scalar kernels were chosen. */
function simdIsReady({ kind }: Kernels): boolean {
  return kind === "scalar" && wanted !== "scalar" && compiledKernels() !== undefined;
}
