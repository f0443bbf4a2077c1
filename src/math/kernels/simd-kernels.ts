import base64 from "./assembly?wasm";
import { createArena } from "./arena";
import type { Kernels } from "./kernel-set";
import { bytesOfBase64, type Module, webAssembly, type WebAssemblyHost } from "./web-assembly";

/** The smallest module with one SIMD instruction: () → i8x16.extract_lane 0 of i8x16.splat 0, dropped. */
const simdProbe = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11);

const page = 65536;

/** Undefined: not asked for yet; "refused": never to be asked for again; "coming": the host compiles it in its own time. */
let state: Module | "refused" | "coming" | undefined;

/**
 * The compiled kernels; undefined where the host has no SIMD, or while it compiles them. Compiled at the first call: Chromium
 * before 114 does that at once only below 4 KiB, which the module stays under; a refusal is answered by compiling in the background.
 */
export function compiledKernels(): Module | undefined {
  state ??= compile();
  return typeof state === "object" ? state : undefined;
}

/** Forgets what the host has said, so that it is asked again. */
export function forgetCompiled(): void {
  state = undefined;
}

function compile(): Module | "refused" | "coming" {
  let host: WebAssemblyHost | undefined;
  try {
    host = webAssembly();
    if (!host?.validate(simdProbe)) return "refused";
  } catch {
    return "refused";
  }
  const bytes = bytesOfBase64(base64);
  try {
    return new host.Module(bytes);
  } catch {
    compileLater(host, bytes);
    return "coming";
  }
}

function compileLater(host: WebAssemblyHost, bytes: Uint8Array): void {
  const refuse = () => {
    state = "refused";
  };
  try {
    host.compile(bytes).then((module) => {
      state = module;
    }, refuse);
  } catch {
    // "coming" for good: the twin does the work.
  }
}

/** Undefined where the host has not even the first page of memory. */
export function createSimdKernels(module: Module): Kernels | undefined {
  try {
    const host = webAssembly()!;
    const memory = new host.Memory({ initial: 1 });
    const { exports } = new host.Instance(module, { env: { memory } });
    // Asking the memory for it takes longer than making a view of it; only to grow gives it another.
    let { buffer } = memory;
    const arena = createArena({
      get buffer() {
        return buffer;
      },
      grow(bytes) {
        memory.grow(Math.ceil((bytes - buffer.byteLength) / page));
        ({ buffer } = memory);
      },
    });
    return { ...(exports as Omit<Kernels, "kind" | "arena">), kind: "simd", arena };
  } catch {
    state = "refused";
    return undefined;
  }
}
