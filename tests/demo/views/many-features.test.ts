import { describe, expect, it } from "vitest";
import { choosePair } from "../../../src/demo/views/choose-pair";
import { geometryBounds } from "../../../src/demo/views/geometry-bounds";
import { pathLines } from "../../../src/demo/views/path-lines";
import { namesThatFit } from "../../../src/demo/views/path-panel";
import { weightDomain, weightScale } from "../../../src/demo/views/weight-domain";
import { largestFeatures, weightExtremes } from "../../../src/demo/views/weight-extremes";
import { stopScale } from "../../../src/plot/stop-scale";
import { fitOf, modelOf } from "../model-of";

const wide = modelOf("data: wide");
const curve = modelOf("data: curve");
const l1 = fitOf(wide, "l1");

describe("the extremes of weights along the slider", () => {
  it("hold every weight at every λ above the stop at 0, to a hundredth of the largest", () => {
    for (const model of [wide, curve, modelOf("penalties: [none, l1, elastic-net, l2]")]) {
      const { min, max } = model.lambdaRange;
      for (const fit of model.fits) {
        const { low, high } = weightExtremes(fit, model.lambdaRange);
        const slack = 0.01 * Math.max(...high, ...low.map((weight) => -weight));
        for (let i = 0; i <= 37; i++) {
          fit.weightsAt(min * (max / min) ** (i / 37)).forEach((weight, j) => {
            expect(weight).toBeGreaterThanOrEqual((low[j] as number) - slack);
            expect(weight).toBeLessThanOrEqual((high[j] as number) + slack);
          });
        }
      }
    }
  });

  it("are computed once for a fit and a range", () => {
    expect(weightExtremes(l1, wide.lambdaRange)).toBe(weightExtremes(l1, wide.lambdaRange));
    const shorter = { ...wide.lambdaRange, min: 0.5 };
    expect(weightExtremes(l1, shorter).high[36]).toBeLessThan(weightExtremes(l1, wide.lambdaRange).high[36] as number);
  });
});

describe("the largest of many features", () => {
  it("are as many as asked for, largest first, and of wide data the strongest of the truth", () => {
    const names = largestFeatures(wide.fits, wide.lambdaRange, 30).map((feature) => wide.features[feature]);
    expect(new Set(names).size).toBe(30);
    expect(names.slice(0, 3)).toEqual(["g037", "g158", "g104"]);
  });

  it("are all of them where there are no more", () => {
    expect(largestFeatures(curve.fits, curve.lambdaRange, 30).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("are as many as have room beside a path: ten in a low plot, more in a high one", () => {
    expect(namesThatFit(236)).toBeGreaterThanOrEqual(10);
    expect(namesThatFit(400)).toBeGreaterThan(namesThatFit(236));
    expect(namesThatFit(0)).toBe(1);
  });
});

describe("the scale of weights", () => {
  it("reaches to the weights at λ = 0 where they are of the size of the others", () => {
    const model = modelOf();
    const [low, high] = weightDomain(model);
    for (const weight of model.fits[0]?.weightsAt(0) ?? []) expect(weight >= low && weight <= high).toBe(true);
  });

  it("is not stretched beyond three times by weights at λ = 0 that are a hundred times the others", () => {
    const [low, high] = weightDomain(curve);
    const inside = weightDomain({ ...curve, fits: curve.fits.map((fit) => ({ ...fit, weightsAt: (lambda: number) => fit.weightsAt(Math.max(lambda, curve.lambdaRange.min)) })) });
    expect(Math.max(...(curve.fits[0]?.weightsAt(0) ?? []))).toBeGreaterThan(5 * high);
    expect(high - low).toBeLessThan(3 * (inside[1] - inside[0]));
  });

  it("puts what is beyond it at the ends of the axis, also where it falls", () => {
    const rising = weightScale([-1, 1], [100, 300]);
    expect([rising(0), rising(0.5), rising(50), rising(-50)]).toEqual([200, 250, 303, 97]);
    const falling = weightScale([-1, 1], [300, 100]);
    expect([falling(1), falling(50), falling(-50)]).toEqual([100, 97, 303]);
  });
});

describe("a pair with far larger weights at λ = 0", () => {
  it("is shown at the size of its solutions above 0", () => {
    const pair = choosePair(curve) as readonly [number, number];
    const bounds = geometryBounds(curve, pair, false);
    const free = curve.fits[0]?.weightsAt(0) as Float64Array;
    expect(Math.max(...pair.map((feature) => Math.abs(free[feature] as number)))).toBeGreaterThan(3 * bounds.top);
    for (const fit of curve.fits) {
      const [a, b] = pair.map((feature) => fit.weightsAt(curve.lambdaRange.initial)[feature] as number) as [number, number];
      expect(a > bounds.left && a < bounds.right && b > bounds.bottom && b < bounds.top).toBe(true);
    }
  });
});

describe("the lines of many features", () => {
  it("are drawn for those that are ever kept, and for no other", () => {
    const { min, max } = wide.lambdaRange;
    const x = stopScale({ min, max, range: [40, 440] });
    const y = weightScale(weightDomain(wide), [300, 0]);
    const lines = pathLines({ fit: l1, features: 400, x, y, left: 40, right: 440 });
    const kept = new Set([0, ...l1.knots, ...Array.from({ length: 300 }, (_, i) => min * (max / min) ** (i / 299))].flatMap((lambda) => {
      const weights = l1.weightsAt(lambda);
      return [...weights.keys()].filter((j) => weights[j] !== 0);
    }));
    lines.forEach((line, j) => expect(line !== "", wide.features[j]).toBe(kept.has(j)));
    expect(lines.filter((line) => line !== "").length).toBeLessThan(200);
  });
});
