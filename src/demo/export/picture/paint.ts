/** A colour that every reader of SVG knows, and how much of it covers. */
export interface Paint {
  readonly color: string;
  readonly opacity: number;
}

const nothing: Paint = { color: "none", opacity: 0 };
const functional = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+%?))?\s*\)$/;

/**
 * Reads colours as a style computes them. Newer forms ("color(srgb …)", "oklch(…)") are drawn as a pixel and read from it; `pixel`
 * is a canvas's context of at least one pixel, null where there is none.
 */
export function paintReader(pixel: CanvasRenderingContext2D | null): (computed: string) => Paint {
  const known = new Map<string, Paint>();
  return (computed) => {
    const paint = known.get(computed) ?? paintOf(computed, pixel);
    known.set(computed, paint);
    return paint;
  };
}

function paintOf(computed: string, pixel: CanvasRenderingContext2D | null): Paint {
  if (computed === "none" || computed === "transparent") return nothing;
  const parts = functional.exec(computed);
  if (parts !== null) {
    const [red = 0, green = 0, blue = 0] = parts.slice(1, 4).map((part) => Math.round(Number(part)));
    const alpha = parts[4] ?? "1";
    return painted([red, green, blue], alpha.endsWith("%") ? Number(alpha.slice(0, -1)) / 100 : Number(alpha));
  }
  if (pixel === null || computed.startsWith("url(")) return { color: computed, opacity: 1 };
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = computed;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = pixel.getImageData(0, 0, 1, 1).data;
  return painted([red, green, blue], Math.round((alpha / 255) * 1000) / 1000);
}

function painted(channels: readonly number[], opacity: number): Paint {
  return opacity === 0 ? nothing : { color: `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`, opacity };
}
