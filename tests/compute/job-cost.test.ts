import { expect, test } from "vitest";
import type { Job } from "../../src/compute/job";
import { jobCost } from "../../src/compute/job-cost";
import { checkProblem } from "../../src/regression/problem";
import { sampleRows } from "./sample-problem";

function cost(kind: Job["kind"], n: number, p: number, more: object = {}): number {
  const request = { ...sampleRows(n, p), lambda: 1, ...more };
  return jobCost({ kind, request } as Job, checkProblem(request));
}

test("what a note holds is short: ten columns and 442 rows, fitted, followed and validated", () => {
  expect(cost("fit", 442, 10)).toBeLessThan(10);
  expect(cost("path", 442, 10)).toBeLessThan(10);
  expect(cost("crossValidate", 442, 10)).toBeLessThan(10);
});

test("many rows, many columns, many folds and many classes are long", () => {
  const y = (n: number) => Float64Array.from({ length: n }, (_, i) => i % 3);
  expect(cost("path", 100_000, 50)).toBeGreaterThan(100);
  expect(cost("path", 300, 250, { l1Ratio: 0 })).toBeGreaterThan(100);
  expect(cost("crossValidate", 1000, 100, { l1Ratio: 0.5 })).toBeGreaterThan(1000);
  expect(cost("path", 2000, 30, { y: y(2000), loss: "softmax" })).toBeGreaterThan(1000);
});

test("fold ids count as the folds that they name", () => {
  const folds = Int32Array.from({ length: 300 }, (_, i) => i % 3);
  const y = Float64Array.from(folds, (fold, i) => (fold + i) % 2);
  const common = { y, loss: "logistic" };
  expect(cost("crossValidate", 300, 4, { ...common, folds })).toBe(cost("crossValidate", 300, 4, { ...common, folds: 3 }));
});
