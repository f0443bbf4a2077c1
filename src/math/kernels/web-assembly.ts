// The little of WebAssembly that the kernels need, typed here because the pure rooms are compiled without the types of the browser.

export interface Memory {
  readonly buffer: ArrayBuffer;
  /** Adds pages of 64 KiB. Throws a RangeError where the host has no more. */
  grow(pages: number): number;
}

/** A compiled module; nothing but the host looks inside. */
export type Module = object;

export interface WebAssemblyHost {
  validate(bytes: Uint8Array): boolean;
  compile(bytes: Uint8Array): Promise<Module>;
  readonly Module: new (bytes: Uint8Array) => Module;
  readonly Instance: new (module: Module, imports: object) => { readonly exports: unknown };
  readonly Memory: new (size: { initial: number }) => Memory;
}

declare const WebAssembly: WebAssemblyHost | undefined;

/** Undefined where the host has none (iOS Lockdown Mode). */
export function webAssembly(): WebAssemblyHost | undefined {
  return typeof WebAssembly === "undefined" ? undefined : WebAssembly;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function bytesOfBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let at = 0;
  for (let i = 0; i < digits.length; i++) {
    bits = ((bits << 6) | alphabet.indexOf(digits.charAt(i))) & 0xffffff;
    if (i % 4 > 0) bytes[at++] = (bits >> (6 - 2 * (i % 4))) & 0xff;
  }
  return bytes;
}
