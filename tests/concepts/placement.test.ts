import { describe, expect, test } from "vitest";
import { placeCard, type Box, type CardPlacing } from "../../src/concepts/placement";

const viewport = { width: 1000, height: 800 };
const card = { width: 400, height: 300 };
const link = (left: number, top: number): Box => ({ left, top, width: 80, height: 20 });

describe("a card from a link", () => {
  test("stands below it", () => {
    expect(placeCard({ anchor: link(100, 100), card, viewport, gap: 8 })).toEqual({ left: 100, top: 128, maxHeight: 664, side: "below" });
  });
  test("stands above where it does not fit below", () => {
    expect(placeCard({ anchor: link(100, 700), card, viewport, gap: 8 })).toEqual({ left: 100, top: 392, maxHeight: 684, side: "above" });
  });
  test("scrolls on the side with more room where it fits on neither", () => {
    const tall = { width: 400, height: 700 };
    expect(placeCard({ anchor: link(100, 300), card: tall, viewport, gap: 8 })).toEqual({ left: 100, top: 328, maxHeight: 464, side: "below" });
    expect(placeCard({ anchor: link(100, 500), card: tall, viewport, gap: 8 })).toEqual({ left: 100, top: 8, maxHeight: 484, side: "above" });
  });
  test("stays between the left and the right edge", () => {
    expect(placeCard({ anchor: link(900, 100), card, viewport, gap: 8 }).left).toBe(592);
    expect(placeCard({ anchor: link(-50, 100), card, viewport, gap: 8 }).left).toBe(8);
  });
  test("fills a phone without a gap where its width needs it", () => {
    const phone = { width: 360, height: 640 };
    expect(placeCard({ anchor: link(200, 100), card: { width: 360, height: 200 }, viewport: phone, gap: 8 })).toMatchObject({ left: 0, side: "below" });
    expect(placeCard({ anchor: link(200, 100), card: { width: 500, height: 200 }, viewport: phone, gap: 8 }).left).toBe(0);
  });
});

describe("a card from a card", () => {
  const parent: Box = { left: 100, top: 120, width: 400, height: 300 };
  test("stands to the right of it, at the height of its link", () => {
    expect(placeCard({ anchor: link(200, 200), card, viewport, gap: 8, parent })).toEqual({ left: 508, top: 200, maxHeight: 784, side: "right" });
  });
  test("stands to the left where the right has no room", () => {
    expect(placeCard({ anchor: link(600, 600), card, viewport, gap: 8, parent: { ...parent, left: 550 } })).toEqual({ left: 142, top: 492, maxHeight: 784, side: "left" });
  });
  test("stands below its link where neither side has room", () => {
    expect(placeCard({ anchor: link(300, 200), card: { width: 600, height: 300 }, viewport, gap: 8, parent: { ...parent, left: 300 } })).toMatchObject({ top: 228, side: "below" });
  });
});

test("no card covers its link or leaves the viewport, whatever the sizes", () => {
  const sizes = [1, 20, 60, 320, 1000];
  for (const width of sizes) {
    for (const height of sizes) {
      for (const left of [-100, 0, width / 2, width + 50]) {
        for (const top of [-100, 0, height / 2, height - 5, height + 50]) {
          for (const parent of [undefined, { left: left - 20, top: top - 20, width: 120, height: 60 }]) {
            const placing: CardPlacing = { anchor: link(left, top), card, viewport: { width, height }, gap: 8, ...(parent === undefined ? {} : { parent }) };
            const placed = placeCard(placing);
            const shown = Math.min(card.height, placed.maxHeight);
            const covers = placed.left < left + 80 && placed.left + card.width > left && placed.top < top + 20 && placed.top + shown > top;
            expect([placing, covers && shown > 0]).toEqual([placing, false]);
            if (shown > 0) expect(placed.top >= 0 && placed.top + shown <= height && placed.left >= 0).toBe(true);
            if (width >= card.width) expect(placed.left + card.width).toBeLessThanOrEqual(width);
          }
        }
      }
    }
  }
});
