declare module "*?wasm" {
  /** The compiled WebAssembly module, base64. */
  const base64: string;
  export default base64;
}
