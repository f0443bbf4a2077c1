import { createRandom, normal } from "../../src/math/random";
import type { Examples } from "../../src/network/gradient";
import type { Architecture } from "../../src/network/layer";

export const networks: Record<string, Architecture> = {
  "one dense layer": [{ kind: "dense", inputs: 36, outputs: 3 }],
  "two dense layers": [{ kind: "dense", inputs: 36, outputs: 7 }, { kind: "dense", inputs: 7, outputs: 3 }],
  "filters before a dense layer": [{ kind: "convolution", side: 6, channels: 1, filters: 4, size: 3 }, { kind: "dense", inputs: 64, outputs: 3 }],
  "filters upon filters": [
    { kind: "convolution", side: 6, channels: 1, filters: 3, size: 3 },
    { kind: "convolution", side: 4, channels: 3, filters: 2, size: 2 },
    { kind: "dense", inputs: 18, outputs: 3 },
  ],
};

/** Pictures of 36 numbers in three classes that differ in their means. */
export function drawExamples(count: number, seed: number, classes = 3): Examples {
  const random = createRandom(seed);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % classes);
  const pictures = Float64Array.from({ length: count * 36 }, (_, k) => normal(random) + ((k % 36) % 3 === (labels[Math.floor(k / 36)] ?? 0) ? 0.8 : 0));
  return { pictures, labels };
}
