import { ink, side } from "./digit-examples";

/** The digits were counted from 32×32 black-and-white dots, 4×4 to a pixel; so is what is drawn. */
const dotsPerPixel = 4;
const dots = side * dotsPerPixel;
/** Half a pen's width in dots: strokes as wide as those of the digits. */
const radius = 2.2;

/** A drawing in progress: 32×32 dots, 1 where there is ink. */
export type Drawing = Uint8Array;

export function blankDrawing(): Drawing {
  return new Uint8Array(dots * dots);
}

/** Adds a stroke from one place to another; places count from 0 to 1 from the top left. */
export function addStroke(drawing: Drawing, from: readonly [number, number], to: readonly [number, number]): Drawing {
  const next = drawing.slice();
  const [x0, y0, x1, y1] = [...from, ...to].map((value) => value * dots) as [number, number, number, number];
  const squared = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  for (let row = 0; row < dots; row += 1) {
    for (let column = 0; column < dots; column += 1) {
      const [x, y] = [column + 0.5, row + 0.5];
      const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / squared));
      if ((x - x0 - share * (x1 - x0)) ** 2 + (y - y0 - share * (y1 - y0)) ** 2 <= radius * radius) next[row * dots + column] = 1;
    }
  }
  return next;
}

/** Fills a pixel, or empties it where it is full. */
export function togglePixel(drawing: Drawing, row: number, column: number): Drawing {
  const next = drawing.slice();
  const value = (pixelsOf(drawing)[row * side + column] ?? 0) < 1 ? 1 : 0;
  for (let y = 0; y < dotsPerPixel; y += 1) next.fill(value, (row * dotsPerPixel + y) * dots + column * dotsPerPixel, (row * dotsPerPixel + y) * dots + (column + 1) * dotsPerPixel);
  return next;
}

/** What a network is shown: 8×8 pixels, 0 to 1. */
export function pixelsOf(drawing: Drawing): Float64Array {
  const pixels = new Float64Array(side * side);
  drawing.forEach((value, i) => {
    const place = Math.floor(Math.floor(i / dots) / dotsPerPixel) * side + Math.floor((i % dots) / dotsPerPixel);
    pixels[place] = (pixels[place] ?? 0) + value / ink;
  });
  return pixels;
}
