import type { windowOf } from "../../../ui/window-of";
import { newCanvas } from "./canvas";
import type { Picture } from "./picture";

/** Pixels for each CSS pixel: sharp on a screen that has two, and in print at half a page's width. */
const sharpness = 2;
/** More pixels than these a phone's canvas does not hold. */
const mostPixels = 16e6;
const longestSide = 16_000;

/** The picture as PNG. Rejects where the browser cannot draw it. */
export async function pngOf({ svg, width, height }: Picture, win: ReturnType<typeof windowOf>): Promise<Blob> {
  const scale = Math.min(sharpness, Math.sqrt(mostPixels / (width * height)), longestSide / Math.max(width, height));
  const image = new win.Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = newCanvas(win.document);
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (png === null) throw new Error("the canvas could not be read");
  return png;
}
