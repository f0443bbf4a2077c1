import { expect, it } from "vitest";
import { fit } from "../../src/regression/regression";

/** Launch temperatures (°F) of the space shuttle and whether an O-ring was damaged (Dalal, Fowlkes & Hoadley 1989, table 1). */
const temperatures = [53, 57, 58, 63, 66, 67, 67, 67, 68, 69, 70, 70, 70, 70, 72, 73, 75, 75, 76, 76, 78, 79, 81];
const damaged = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];

it("logistic regression without a penalty has the published coefficients and deviance of the O-ring data", () => {
  const { intercept, coefficients, objective } = fit({ x: temperatures.map((value) => [value]), y: damaged, loss: "logistic", lambda: 0, tolerance: 1e-12 });
  expect(intercept).toBeCloseTo(15.0429, 4);
  expect(coefficients[0]).toBeCloseTo(-0.2322, 4);
  expect(2 * damaged.length * objective).toBeCloseTo(20.315, 3);
});
