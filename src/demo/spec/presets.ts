/** Block bodies that the command *Insert L1 vs L2 demo…* offers, in its order; their names are in `data.presets` of the language. */
export const presets = [
  { id: "compare", body: "data: diabetes\npenalties: [l1, l2]\nlambda: 0.2\nviews: [geometry, weights, path]" },
  // From λ = 0.6 on L1 holds x1 at 0 (see `two`): the demo opens on what it is there to show.
  { id: "geometry", body: "data: two\npenalties: [l1, l2]\nlambda: 0.8\nviews: [geometry]" },
  { id: "path", body: "data: diabetes\npenalties: [l1, l2]\nviews: [path]" },
  { id: "elastic-net", body: "data: two\npenalties: [l1, elastic-net, l2]\nmix: 0.5\nlambda: 0.8\nviews: [geometry, weights]" },
  { id: "formula", body: "data: diabetes\npenalties: [l1, l2]\nlambda: 0.2\nviews: [formula, weights]" },
  { id: "optimizer", body: "views: [optimizer]" },
  { id: "network", body: "views: [network]" },
] as const;

export type Preset = (typeof presets)[number];
