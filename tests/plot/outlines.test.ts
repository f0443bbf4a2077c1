import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { ballOutline, reachOf } from "../../src/plot/ball-outline";
import { markerPath, type MarkerShape } from "../../src/plot/marker";
import { plane } from "../../src/plot/plane";
import { pixel, polylinePath } from "../../src/plot/polyline";
import { axesOf, ellipsePath, valueOf, type QuadraticForm } from "../../src/plot/quadratic-form";
import { areaOf, pointsOf } from "./path-data";

/** The size of a panel, and one so large that a hundredth of a pixel is nothing. */
const panel = plane({ left: -1, right: 1, bottom: -1, top: 1 }, 300, 300);
const fine = plane({ left: -1, right: 1, bottom: -1, top: 1 }, 2e6, 2e6);
const penalty = (rho: number, a: number, b: number) => rho * (Math.abs(a) + Math.abs(b)) + (1 - rho) * (a * a + b * b);

describe("the outline of a ball", () => {
  const sizes = [0.01, 0.2, 0.9];

  it.each([0, 0.1, 0.5, 0.9, 0.999, 1])("with ρ = %d has the penalty's value everywhere", (rho) => {
    for (const size of sizes) {
      const points = pointsOf(ballOutline(rho, size, fine)).map(([x, y]) => fine.invert(x, y));
      for (const [a, b] of points) expect(penalty(rho, a, b) / size).toBeCloseTo(1, 4);
      const quadrants = new Set(points.map(([a, b]) => `${Math.sign(Math.round(a * 1e5))}${Math.sign(Math.round(b * 1e5))}`));
      if (rho < 1) expect(quadrants.size).toBe(8);
    }
  });

  it("crosses the axes at the reach", () => {
    for (const rho of [0, 0.3, 0.99995, 1]) {
      for (const size of sizes) {
        const reach = reachOf(rho, size);
        expect(penalty(rho, reach, 0)).toBeCloseTo(size, 12);
        const tops = pointsOf(ballOutline(rho, size, panel)).map(([x, y]) => panel.invert(x, y));
        expect(Math.max(...tops.map(([a]) => a))).toBeCloseTo(reach, 3);
        expect(Math.min(...tops.map(([, b]) => b))).toBeCloseTo(-reach, 3);
      }
    }
  });

  it("drawn with straight lines close to L1 is off by less than a twentieth of a pixel", () => {
    for (const size of sizes) {
      const [, corner, next] = pointsOf(ballOutline(0.99995, size, panel));
      const [x, y] = [0, 1].map((axis) => ((corner?.[axis] ?? 0) + (next?.[axis] ?? 0)) / 2) as [number, number];
      const [a, b] = panel.invert(x, y);
      const slope = 0.99995 * Math.SQRT2;
      expect((Math.abs(penalty(0.99995, a, b) - size) / slope) * panel.unit).toBeLessThan(0.05);
    }
  });

  it("is a diamond of four lines for L1 and a circle for L2", () => {
    expect(ballOutline(1, 0.5, panel)).toBe("M225,150L150,75L75,150L150,225L225,150Z");
    for (const [x, y] of pointsOf(ballOutline(0, 0.25, panel))) expect(Math.hypot(x - 150, y - 150)).toBeCloseTo(75, 1);
  });

  it("is nothing for a ball without size", () => {
    for (const size of [0, -1, NaN]) {
      expect(ballOutline(0.5, size, panel)).toBe("");
      expect(reachOf(0.5, size)).toBe(0);
    }
  });
});

describe("a quadratic form", () => {
  const random = createRandom(3);
  const forms = Array.from({ length: 300 }, (): QuadraticForm => {
    const [aa, bb] = [0.2 + 3 * random(), 0.2 + 3 * random()];
    return { aa, bb, ab: 0.97 * (2 * random() - 1) * Math.sqrt(aa * bb) };
  });

  it("is put together again from its axes", () => {
    for (const form of [...forms, { aa: 1, ab: 0, bb: 4 }, { aa: 4, ab: 0, bb: 1 }, { aa: 2, ab: 0, bb: 2 }]) {
      const { larger, smaller, angle } = axesOf(form);
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      expect(smaller * cos * cos + larger * sin * sin).toBeCloseTo(form.aa, 12);
      expect(smaller * sin * sin + larger * cos * cos).toBeCloseTo(form.bb, 12);
      expect((smaller - larger) * sin * cos).toBeCloseTo(form.ab, 12);
      expect(larger).toBeGreaterThanOrEqual(smaller);
    }
  });

  it("has its level on every point of its ellipse, to a fiftieth of a pixel of a panel", () => {
    for (const form of forms) {
      const centre = [random() - 0.5, random() - 0.5] as const;
      const axes = axesOf(form);
      const level = 0.3 * axes.smaller * (0.2 + random());
      for (const [x, y] of pointsOf(ellipsePath(axes, level, centre, panel))) {
        const [a, b] = panel.invert(x, y);
        const [da, db] = [a - centre[0], b - centre[1]];
        const slope = 2 * Math.hypot(form.aa * da + form.ab * db, form.ab * da + form.bb * db);
        expect((Math.abs(valueOf(form, da, db) - level) / slope) * panel.unit).toBeLessThan(0.02);
      }
    }
  });

  it("encloses the area π·level/√det", () => {
    for (const form of forms.slice(0, 20)) {
      const area = areaOf(ellipsePath(axesOf(form), 0.1, [0, 0], fine)) / fine.unit ** 2;
      expect(area / ((Math.PI * 0.1) / Math.sqrt(form.aa * form.bb - form.ab ** 2))).toBeCloseTo(1, 5);
    }
  });

  it("that is singular has a valley: two parallel lines as far as the panel goes", () => {
    const form = { aa: 1, ab: 1, bb: 1 };
    const points = pointsOf(ellipsePath(axesOf(form), 0.04, [0, 0], panel), 40_000).map(([x, y]) => panel.invert(x, y));
    const seen = points.filter(([a, b]) => Math.abs(a) < 1 && Math.abs(b) < 1);
    expect(seen.length).toBeGreaterThan(20);
    for (const [a, b] of seen) expect(Math.abs(a + b)).toBeCloseTo(0.2, 3);
  });

  it("has no curve where the level is not positive or the form is nothing", () => {
    expect(ellipsePath(axesOf({ aa: 1, ab: 0, bb: 1 }), 0, [0, 0], panel)).toBe("");
    expect(ellipsePath(axesOf({ aa: 0, ab: 0, bb: 0 }), 1, [0, 0], panel)).toBe("");
  });
});

describe("markers", () => {
  it("of the same radius have about the same area, so that none looks heavier", () => {
    for (const shape of ["circle", "diamond", "square", "triangle"] satisfies MarkerShape[]) {
      expect(areaOf(markerPath(shape, 50)) / (Math.PI * 50 ** 2)).toBeGreaterThan(0.95);
      expect(areaOf(markerPath(shape, 50)) / (Math.PI * 50 ** 2)).toBeLessThan(1.05);
    }
  });

  it("stand in the middle of their place, from left to right exactly", () => {
    for (const shape of ["circle", "diamond", "square", "triangle"] satisfies MarkerShape[]) {
      const xs = pointsOf(markerPath(shape, 5)).map(([x]) => x);
      expect(Math.max(...xs)).toBeCloseTo(-Math.min(...xs), 10);
    }
  });
});

describe("a line through points", () => {
  it("goes through all of them in order, to a hundredth of a pixel", () => {
    expect(polylinePath([[0, 1], [2.005, 3.333333], [-1e-9, 4]])).toBe("M0,1L2.01,3.33L0,4");
    expect(polylinePath([])).toBe("");
  });

  it("never holds a negative zero", () => {
    expect(Object.is(pixel(-0.001), 0)).toBe(true);
    expect(pixel(-12.346)).toBe(-12.35);
  });
});
