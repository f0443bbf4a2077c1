import { markerPath, type MarkerShape } from "../../plot/marker";
import { pixel } from "../../plot/polyline";
import type { Fate } from "./truth-count";

/** How what became of a feature looks: a shape of its own beside its colour. Found features wear their penalty's shape. */
export function fateShape(fate: Fate, shape: MarkerShape, radius: number): { readonly class: string; readonly path: string } {
  const r = pixel(radius * 0.8);
  switch (fate) {
    case "found":
      return { class: "is-found", path: markerPath(shape, radius) };
    case "missed":
      return { class: "is-missed", path: markerPath(shape, radius) };
    case "false":
      return { class: "is-false", path: `M${-r},${-r}L${r},${r}M${r},${-r}L${-r},${r}` };
    case "left out":
      return { class: "is-left-out", path: markerPath("circle", 1.1) };
  }
}
