// As where WebAssembly is refused (iOS Lockdown Mode): everything falls to the scalar kernels.
delete (globalThis as { WebAssembly?: unknown }).WebAssembly;
