import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Kernels, preferKernels, withKernels } from "../../../src/math/kernels/kernels";
import { kinds } from "./support";

const megabyte = 2 ** 20;

describe.each(kinds)("the arena of the %s kernels", (kind) => {
  beforeEach(() => preferKernels(kind));
  afterEach(() => preferKernels(undefined));

  it("gives places that do not overlap, start at multiples of 64 and are never 0", () => {
    withKernels(({ arena }) => {
      const places = [1, 0, 63, 64, 65, 1000].map((bytes) => ({ bytes, place: arena.reserve(bytes) }));
      expect(places.every(({ place }) => place > 0 && place % 64 === 0)).toBe(true);
      places.slice(1).forEach(({ place }, i) => expect(place).toBeGreaterThanOrEqual(places[i]!.place + places[i]!.bytes));
    });
  });

  it("keeps what it holds as it grows", () => {
    withKernels(({ arena }) => {
      const place = arena.reserve(8 * 3);
      arena.float64(place, 3).set([1, 2, 3]);
      const far = arena.reserve(8 * megabyte);
      arena.float64(far, megabyte).fill(9);
      expect(Array.from(arena.float64(place, 3))).toEqual([1, 2, 3]);
      expect(arena.float64(far, megabyte)[megabyte - 1]).toBe(9);
    });
  });

  it("does not grow over a hundred computations of the same size, thrown errors included", () => {
    const once = (round: number) => {
      try {
        withKernels(({ arena }) => {
          arena.reserve(3 * megabyte);
          withKernels((inner) => inner.arena.reserve(megabyte));
          if (round % 3 === 0) throw new Error("given up");
        });
      } catch (error) {
        expect((error as Error).message).toBe("given up");
      }
    };
    once(1);
    const size = withKernels(({ arena }) => arena.size);
    for (let round = 0; round < 100; round++) once(round);
    expect(withKernels(({ arena }) => arena.size)).toBe(size);
  });

  it("keeps what an outer computation has reserved while an inner one comes and goes", () => {
    withKernels(({ arena }) => {
      const place = arena.reserve(64);
      arena.float64(place, 8).fill(5);
      withKernels((inner) => inner.arena.float64(inner.arena.reserve(640), 80).fill(6));
      expect(Array.from(arena.float64(place, 8))).toEqual(new Array(8).fill(5));
    });
  });

  it("gives more than 64 MiB back to the host", () => {
    const kernels: Kernels[] = [];
    withKernels((used) => {
      kernels.push(used);
      used.arena.reserve(65 * megabyte);
    });
    withKernels((used) => kernels.push(used));
    expect(kernels[0]!.arena.size).toBeGreaterThan(64 * megabyte);
    expect(kernels[1]!.arena.size).toBeLessThan(megabyte);
  });

  it("throws a RangeError for more than there can be, and works on", () => {
    withKernels(({ arena }) => {
      const mark = arena.mark();
      expect(() => arena.reserve(2 ** 45)).toThrow(RangeError);
      expect(arena.mark()).toBe(mark);
      expect(arena.float64(arena.reserve(8), 1)).toHaveLength(1);
    });
  });
});
