declare module "*?notes" {
  /** Library notes by "language/id". */
  const notes: Readonly<Record<string, string>>;
  export default notes;
}
declare module "*.csv" {
  const text: string;
  export default text;
}
