import { expect, test } from "vitest";
import { addStroke, blankDrawing, pixelsOf, togglePixel } from "../../../src/demo/deep/drawing";

test("a stroke inks the pixels that it passes and no others", () => {
  const pixels = pixelsOf(addStroke(blankDrawing(), [0.5, 0.1], [0.5, 0.9]));
  expect(pixels[3 * 8 + 4]).toBeGreaterThan(0.4);
  expect(pixels[3 * 8 + 0]).toBe(0);
  expect(Math.max(...pixels)).toBeLessThanOrEqual(1);
});

test("a point inks its place, and a stroke beyond the edge what is inside", () => {
  expect(Math.max(...pixelsOf(addStroke(blankDrawing(), [0.5, 0.5], [0.5, 0.5])))).toBeGreaterThan(0.1);
  expect(pixelsOf(addStroke(blankDrawing(), [-1, 0.5], [2, 0.5]))[4 * 8]).toBeGreaterThan(0);
});

test("a pixel is filled whole and emptied again", () => {
  const filled = togglePixel(blankDrawing(), 2, 5);
  expect([...pixelsOf(filled)].map((value, i) => (value === 0 ? -1 : i)).filter((i) => i >= 0)).toEqual([21]);
  expect(pixelsOf(filled)[21]).toBe(1);
  expect(togglePixel(filled, 2, 5)).toEqual(blankDrawing());
});
