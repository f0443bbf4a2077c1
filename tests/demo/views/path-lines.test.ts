import { describe, expect, it } from "vitest";
import { pathLines } from "../../../src/demo/views/path-lines";
import { weightDomain } from "../../../src/demo/views/weight-domain";
import { linearScale } from "../../../src/plot/linear-scale";
import { stopScale } from "../../../src/plot/stop-scale";
import { pointsOf } from "../../plot/path-data";
import { modelOf } from "../model-of";

const model = modelOf("penalties: [none, l1, l2, elastic-net]");
const { min, max } = model.lambdaRange;
const [left, right] = [40, 440];
const x = stopScale({ min, max, range: [left, right] });
const y = linearScale(weightDomain(model), [300, 0]);
const linesOf = (index: number) => {
  const fit = model.fits[index] as (typeof model.fits)[0];
  return { fit, lines: pathLines({ fit, features: model.features.length, x, y, left, right }).map((line) => pointsOf(line)) };
};

describe("the lines of the path", () => {
  it("are one for each feature, from λ = 0 at the left end to the largest λ at the right", () => {
    for (const index of model.fits.keys()) {
      const { fit, lines } = linesOf(index);
      expect(lines).toHaveLength(10);
      lines.forEach((points, j) => {
        expect(points[0]?.[0]).toBe(left);
        expect(points.at(-1)?.[0]).toBe(right);
        expect(points[0]?.[1]).toBeCloseTo(y(fit.weightsAt(0)[j] as number), 1);
        expect(points.at(-1)?.[1]).toBeCloseTo(y(fit.weightsAt(max)[j] as number), 1);
        points.forEach(([at], i) => expect(at).toBeGreaterThanOrEqual(points[i - 1]?.[0] ?? left));
      });
    }
  });

  it("go through the weights: between their points too, to half a pixel", () => {
    for (const index of model.fits.keys()) {
      const { fit, lines } = linesOf(index);
      for (let at = x.start; at <= right; at += 0.37) {
        const weights = fit.weightsAt(x.invert(at));
        lines.forEach((points, j) => {
          const next = points.findIndex(([px]) => px >= at);
          const [[x1, y1], [x2, y2]] = [points[next - 1] ?? [0, 0], points[next] ?? [0, 0]];
          const drawn = x2 > x1 ? y1 + ((y2 - y1) * (at - x1)) / (x2 - x1) : y2;
          expect(Math.abs(drawn - y(weights[j] as number))).toBeLessThan(0.5);
        });
      }
    }
  });

  it("have a corner at every knot", () => {
    for (const index of [1, 3]) {
      const { fit, lines } = linesOf(index);
      const inside = fit.knots.filter((knot) => knot > min && knot < max);
      expect(inside.length).toBeGreaterThan(5);
      for (const knot of inside) expect(lines[0]?.some(([at]) => Math.abs(at - x(knot)) < 0.006)).toBe(true);
    }
  });

  it("lie on the zero line from where their weight is zero", () => {
    const { fit, lines } = linesOf(1);
    lines.forEach((points, j) => {
      for (const [at, height] of points.slice(1)) if (fit.weightsAt(x.invert(at + 0.02))[j] === 0 && fit.weightsAt(x.invert(at - 0.02))[j] === 0) expect(height).toBeCloseTo(y(0), 1);
    });
  });
});
