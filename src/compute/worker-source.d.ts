declare module "*?worker-source" {
  /** The script of a worker, bundled. */
  const source: string;
  export default source;
}
