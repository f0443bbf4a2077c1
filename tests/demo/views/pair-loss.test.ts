import { describe, expect, it } from "vitest";
import { pairLoss } from "../../../src/demo/views/pair-loss";
import { valueOf } from "../../../src/plot/quadratic-form";
import { modelOf } from "../model-of";

describe("the loss of a pair of weights, the others held", () => {
  const model = modelOf("penalties: [none, l1, l2, elastic-net]");
  const pairs = [[0, 1], [2, 8], [4, 5], [8, 2]] as const;
  const solutions = model.fits.flatMap((fit) => [0, 0.1, 0.7].map((lambda) => fit.weightsAt(lambda)));

  it("is the least along the pair plus the form around its centre: it is the mean squared error itself", () => {
    for (const pair of pairs) {
      const { form, centre } = pairLoss(model.moments, pair);
      for (const weights of solutions) {
        const [a, b] = centre(weights);
        const at = (first: number, second: number) => {
          const moved = Float64Array.from(weights);
          [moved[pair[0]], moved[pair[1]]] = [first, second];
          return model.trainingError(moved);
        };
        for (const [da, db] of [[0.1, 0], [0, -0.3], [0.2, 0.25], [-1, 0.4]] as const) {
          expect(at(a + da, b + db)).toBeCloseTo(at(a, b) + valueOf(form, da, db), 9);
        }
      }
    }
  });

  it("has its centre where the others' least squares have it, wherever the pair itself stands", () => {
    const free = model.fits[0]?.weightsAt(0) as Float64Array;
    for (const pair of pairs) {
      const { centre } = pairLoss(model.moments, pair);
      const elsewhere = Float64Array.from(free);
      [elsewhere[pair[0]], elsewhere[pair[1]]] = [7, -7];
      for (const weights of [free, elsewhere]) centre(weights).forEach((value, i) => expect(value).toBeCloseTo(free[pair[i] as number] as number, 8));
    }
  });

  it("of two equal features is flat along their difference; its centre is the shortest of all", () => {
    const gram = { values: Float64Array.of(1, 1, 1, 1), rows: 2, columns: 2 };
    const { form, axes, centre } = pairLoss({ gram, correlations: Float64Array.of(0.6, 0.6), meanSquare: 1 }, [0, 1]);
    expect(axes.smaller).toBe(0);
    expect(valueOf(form, 3, -3)).toBe(0);
    centre([0, 0]).forEach((value) => expect(value).toBeCloseTo(0.3, 12));
  });

  it("of two constant columns is flat everywhere, its centre at 0", () => {
    const gram = { values: new Float64Array(4), rows: 2, columns: 2 };
    expect(pairLoss({ gram, correlations: new Float64Array(2), meanSquare: 1 }, [0, 1]).centre([0, 0])).toEqual([0, 0]);
  });
});
