/** One run of inline Markdown. `math` holds TeX without its dollars; a link's `target` is what stands before the pipe. */
export type InlinePart =
  | { readonly kind: "text" | "strong" | "emphasis" | "code" | "math"; readonly text: string }
  | { readonly kind: "link"; readonly target: string; readonly text: string };
