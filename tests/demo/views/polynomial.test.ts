import { describe, expect, it } from "vitest";
import { withMovedPoints } from "../../../src/demo/moved-points";
import { basisAt, levelOf, polynomialOf, type Polynomial } from "../../../src/demo/views/polynomial";
import { fitOf, modelOf } from "../model-of";

const model = modelOf("data: curve");
const column = (name: string) => model.table.columns.find((other) => other.name === name)?.values ?? new Float64Array(0);
function powersIn(text: string): Polynomial {
  const found = polynomialOf(modelOf(text));
  if (found === null) throw new Error("no powers");
  return found;
}

describe("features that are powers of one column", () => {
  it("are found in the curve data, whatever their order and their number", () => {
    expect(powersIn("data: curve").powers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...powersIn("data: curve").x].map((x) => x.toFixed(9))).toEqual([...column(model.features[0] ?? "")].map((x) => x.toFixed(9)));
    const [first, , third] = model.features;
    expect(powersIn(`data: curve\nfeatures: ["${third}", "${first}"]`)).toMatchObject({ name: first, powers: [3, 1] });
  });

  it("are a single feature, as a straight line", () => {
    expect(powersIn("features: [bmi]")).toMatchObject({ name: "bmi", powers: [1] });
  });

  it("are not the columns of other data, and not powers without the first", () => {
    for (const data of ["diabetes", "two", "correlated", "orthonormal", "wide"]) expect(polynomialOf(modelOf(`data: ${data}`))).toBeNull();
    const [, second, third] = model.features;
    expect(polynomialOf(modelOf(`data: curve\nfeatures: ["${second}", "${third}"]`))).toBeNull();
  });
});

describe("the fitted curve", () => {
  const polynomial = powersIn("data: curve");

  it("at each point is what the model predicts there: its mean squared error is the model's", () => {
    for (const lambda of [0, 0.01, 0.2]) {
      const weights = fitOf(model, "l1").weightsAt(lambda);
      const errors = [...polynomial.x].map((x, i) => (model.problem?.y[i] ?? NaN) - basisAt(polynomial, model, x).reduce((sum, value, j) => sum + value * (weights[j] ?? NaN), 0));
      expect(errors.reduce((sum, error) => sum + error * error, 0) / errors.length).toBeCloseTo(model.trainingError(weights), 9);
    }
  });

  it("follows moved points: error and weights are those of the data with these values", () => {
    const points = [...(model.problem?.y ?? [])].map((value, i) => (i === 4 ? value + 1.5 : value));
    const moved = withMovedPoints(model, points);
    expect(moved.lambdaRange).toEqual(model.lambdaRange);
    for (const lambda of [0.005, 0.1]) {
      const weights = fitOf(moved, "l2").weightsAt(lambda);
      const errors = [...polynomial.x].map((x, i) => (points[i] ?? NaN) - basisAt(polynomial, moved, x).reduce((sum, value, j) => sum + value * (weights[j] ?? NaN), levelOf(points)));
      expect(errors.reduce((sum, error) => sum + error * error, 0) / errors.length).toBeCloseTo(moved.trainingError(weights), 9);
      // No weights near by make the note's formula smaller.
      const formula = (at: Float64Array) => moved.trainingError(at) + lambda * fitOf(moved, "l2").penaltyOf(at);
      weights.forEach((_, j) => {
        for (const step of [-1e-3, 1e-3]) expect(formula(weights.map((weight, k) => (k === j ? weight + step : weight)))).toBeGreaterThan(formula(weights));
      });
    }
  });

  it("goes back with the points, and stays where their number is another", () => {
    const back = withMovedPoints(model, [...(model.problem?.y ?? [])]);
    fitOf(model, "l1").weightsAt(0.05).forEach((weight, j) => expect(fitOf(back, "l1").weightsAt(0.05)[j]).toBeCloseTo(weight, 9));
    expect(withMovedPoints(model, [1, 2, 3])).toBe(model);
  });
});
