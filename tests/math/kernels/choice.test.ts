import { afterEach, describe, expect, it, vi } from "vitest";
import { bytesOfBase64 } from "../../../src/math/kernels/web-assembly";
import { borrowKernels, giveBack, preferKernels, withKernels } from "../../../src/math/kernels/kernels";
import { forgetCompiled } from "../../../src/math/kernels/simd-kernels";
import base64 from "../../../src/math/kernels/assembly?wasm";

const kindHere = () => withKernels((kernels) => kernels.kind);

/** As if the page had just been opened in a host with this `WebAssembly`. */
function hostWith(webAssembly: unknown): void {
  vi.stubGlobal("WebAssembly", webAssembly);
  forgetCompiled();
  preferKernels(undefined);
}

afterEach(() => {
  vi.unstubAllGlobals();
  forgetCompiled();
  preferKernels(undefined);
});

describe("the choice of kernels", () => {
  it("falls on SIMD here, and on either when it is asked for", () => {
    expect(kindHere()).toBe("simd");
    preferKernels("scalar");
    expect(kindHere()).toBe("scalar");
    preferKernels("simd");
    expect(kindHere()).toBe("simd");
  });

  it("falls on the scalar twin where there is no WebAssembly", () => {
    hostWith(undefined);
    expect(kindHere()).toBe("scalar");
  });

  it("falls on the scalar twin where WebAssembly has no SIMD", () => {
    hostWith({ ...real(), validate: () => false });
    expect(kindHere()).toBe("scalar");
  });

  it("falls on the scalar twin where asking throws", () => {
    hostWith({
      validate() {
        throw new Error("not here");
      },
    });
    expect(kindHere()).toBe("scalar");
  });

  it("falls on the scalar twin where there is no memory", () => {
    hostWith({
      ...real(),
      Memory: function refuse() {
        throw new RangeError("no memory");
      },
    });
    expect(kindHere()).toBe("scalar");
  });

  it("waits with the twin where compiling at once is refused, and goes over when the module has come", async () => {
    const compiling: Promise<unknown>[] = [];
    const { compile } = WebAssembly;
    hostWith({
      ...real(),
      Module: function refuse() {
        throw new RangeError("too large for the main thread");
      },
      compile(bytes: Uint8Array<ArrayBuffer>) {
        const module = compile(bytes);
        compiling.push(module);
        return module;
      },
    });
    expect(kindHere()).toBe("scalar");
    expect(compiling).toHaveLength(1);
    await Promise.all(compiling);
    // One more computation runs on the twin if it had begun; the next does not.
    kindHere();
    expect(kindHere()).toBe("simd");
    expect(compiling).toHaveLength(1);
  });

  it("stays with the twin where compiling in the background fails too", async () => {
    hostWith({
      ...real(),
      Module: function refuse() {
        throw new RangeError("too large for the main thread");
      },
      compile: () => Promise.reject(new Error("no")),
    });
    expect(kindHere()).toBe("scalar");
    await Promise.resolve();
    expect(kindHere()).toBe("scalar");
  });
});

describe("borrowed kernels", () => {
  it("are lent again once they are back, with all of their memory free, and to one at a time", () => {
    const first = borrowKernels();
    const start = first.arena.mark();
    first.arena.reserve(1000);
    const second = borrowKernels();
    expect(second.arena).not.toBe(first.arena);
    giveBack(first);
    expect(borrowKernels()).toBe(first);
    expect(first.arena.mark()).toBe(start);
  });

  it("are let go where they have grown large, or are no longer of the kind that is wanted", () => {
    const large = borrowKernels();
    large.arena.reserve(17 * 2 ** 20);
    giveBack(large);
    expect(borrowKernels()).not.toBe(large);
    const simd = borrowKernels();
    preferKernels("scalar");
    giveBack(simd);
    expect(borrowKernels().kind).toBe("scalar");
  });

  it("are let go where the host has compiled better ones meanwhile", async () => {
    hostWith({
      ...real(),
      Module: function refuse() {
        throw new RangeError("too large to compile at once");
      },
    });
    const scalar = borrowKernels();
    expect(scalar.kind).toBe("scalar");
    await vi.waitFor(() => expect(kindHere()).toBe("simd"));
    giveBack(scalar);
    expect(borrowKernels().kind).toBe("simd");
  });
});

describe("the module", () => {
  it("stays below 4 KiB, which every Chromium compiles at once", () => {
    expect(bytesOfBase64(base64).length).toBeLessThanOrEqual(4096);
  });

  it("is decoded as Node decodes it", () => {
    expect(Buffer.from(bytesOfBase64(base64)).equals(Buffer.from(base64, "base64"))).toBe(true);
    for (const text of ["", "AA==", "AAE=", "AAEC", "/+/+", "/+8="]) expect(Buffer.from(bytesOfBase64(text)).equals(Buffer.from(text, "base64"))).toBe(true);
  });
});

function real(): Record<string, unknown> {
  const { validate, compile, Module, Instance, Memory } = WebAssembly;
  return { validate, compile, Module, Instance, Memory };
}
