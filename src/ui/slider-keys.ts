/** What a key asks of a slider: a share of its range to move by, or an end. Null for keys that are none of its business. */
export type SliderKey = { readonly by: number } | { readonly to: "start" | "end" };

const small = 0.02;
const large = 0.1;

export function sliderKey(event: KeyboardEvent): SliderKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case "ArrowRight":
    case "ArrowUp":
      return { by: small };
    case "ArrowLeft":
    case "ArrowDown":
      return { by: -small };
    case "PageUp":
      return { by: large };
    case "PageDown":
      return { by: -large };
    case "Home":
      return { to: "start" };
    case "End":
      return { to: "end" };
    default:
      return null;
  }
}
