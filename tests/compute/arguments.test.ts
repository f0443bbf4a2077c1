import { describe, expect, test } from "vitest";
import { checkLambdaGiven, checkRequest } from "../../src/compute/arguments";

const good = { x: [[1, 2], [3, 4]], y: [1, 2] };

describe("arguments from plain JavaScript", () => {
  test.each([
    ["problem", undefined],
    ["problem", null],
    ["problem", [1]],
    ["x", { y: [1] }],
    ["x", { ...good, x: "1,2" }],
    ["x", { ...good, x: [[1, 2], 3] }],
    ["x", { ...good, x: { values: [1, 2], rows: 1, columns: 2 } }],
    ["x", { ...good, x: { values: new Float64Array(2), rows: 1.5, columns: 2 } }],
    ["y", { x: good.x }],
    ["y", { ...good, y: 3 }],
    ["l1Ratio", { ...good, l1Ratio: "1" }],
    ["standardize", { ...good, standardize: "no" }],
    ["intercept", { ...good, intercept: 0 }],
    ["lambdas", { ...good, lambdas: 3 }],
    ["lambdas", { ...good, lambdas: [1, "2"] }],
    ["count", { ...good, count: "7" }],
    ["folds", { ...good, folds: "5" }],
    ["folds", { ...good, folds: ["a", "b"] }],
    ["seed", { ...good, seed: "x" }],
  ])("%s of the wrong kind is a TypeError that begins with its name", (name, request) => {
    expect(() => checkRequest(request)).toThrow(TypeError);
    expect(() => checkRequest(request)).toThrow(new RegExp(`^${name}: `));
  });

  test.each([undefined, null, "0.1", {}])("a λ that is %s is no number", (lambda) => {
    expect(() => checkLambdaGiven({ lambda })).toThrow(/^lambda: .* is not a number$/);
  });

  test("rows may be arrays or typed arrays, and so may all lists", () => {
    checkRequest(good);
    checkRequest({ x: [Float32Array.of(1, 2), Int8Array.of(3, 4)], y: Uint8Array.of(0, 1), lambdas: Float32Array.of(1), folds: Int32Array.of(1, 2) });
    checkRequest({ x: { values: new Float64Array(4), rows: 2, columns: 2 }, y: [1, 2], folds: 2, seed: 3 });
    expect(() => checkRequest({ ...good, loss: undefined, lambdas: undefined })).not.toThrow();
  });
});
