import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { certificate } from "../../src/regression/certificate";
import { elasticNetPath } from "../../src/regression/elastic-net-path";
import { leastSquares } from "../../src/regression/standardize";
import { at, gaussian, matrix, targetOf } from "./support/designs";

const random = createRandom(201);
const base = gaussian(random, 30, 4);
/** The last column is the first once more, turned round and in other units. */
const x = matrix(30, 5, (i, j) => (j === 4 ? -3 * at(base, i, 0) : at(base, i, j)));
const problem = leastSquares(x, targetOf(random, base));

describe.each([["with its columns", problem], ["without them", { ...problem, x: undefined }]])("an elastic net with a copy, known %s", (_, known) => {
  const { x: columns, ...sums } = known;
  const moments = columns === undefined ? sums : problem;
  const path = elasticNetPath(moments, 0.5);

  it("shares the weight evenly at every λ above rounding", () => {
    for (const share of [0.5, 0.1, 1e-2, 1e-4, 1e-6]) {
      const weights = path.coefficientsAt(share * path.lambdaMax);
      expect(weights[0]).not.toBe(0);
      expect(Math.abs(weights[0]! + weights[4]!)).toBeLessThanOrEqual(1e-7 * Math.abs(weights[0]!));
    }
  });

  it("has small gaps down to a vanishing ridge, and below, where rounding shares as it likes, the same sum of both", () => {
    const limit = path.coefficientsAt(0);
    for (let exponent = 0; exponent <= 14; exponent += 0.25) {
      const lambda = path.lambdaMax * 10 ** -exponent;
      const weights = path.coefficientsAt(lambda);
      if (exponent <= 10) expect(certificate(problem, weights, { lambda, l1Ratio: 0.5 }).relativeGap, `λmax/10^${exponent}`).toBeLessThanOrEqual(1e-10);
      else [weights[0]! - weights[4]!, weights[1]!, weights[2]!, weights[3]!].forEach((weight, j) => expect(Math.abs(weight - (j === 0 ? limit[0]! - limit[4]! : limit[j]!)), `λmax/10^${exponent}`).toBeLessThanOrEqual(1e-9));
    }
  });

  it("writes into an array of one's own all that there is, zeros as well", () => {
    const out = new Float64Array(5).fill(9);
    for (const share of [2, 1, 0.9, 0.3, 1e-11, 1e-13, 0]) {
      expect(path.coefficientsAt(share * path.lambdaMax, out)).toBe(out);
      expect(Array.from(out)).toEqual(Array.from(path.coefficientsAt(share * path.lambdaMax)));
      if (share >= 1) expect(Array.from(out)).toEqual([0, 0, 0, 0, 0]);
    }
  });

  it("has at its knots the weights of both pieces", () => {
    for (const knot of path.knots.slice(1)) {
      const [above, here, below] = [1 + 1e-9, 1, 1 - 1e-9].map((share) => path.coefficientsAt(share * knot)) as [Float64Array, Float64Array, Float64Array];
      here.forEach((weight, j) => {
        expect(Math.abs(weight - above[j]!)).toBeLessThanOrEqual(1e-7);
        expect(Math.abs(weight - below[j]!)).toBeLessThanOrEqual(1e-7);
      });
      // One comes or goes there.
      expect(here.filter((weight) => weight === 0).length).toBeGreaterThanOrEqual(Math.max(...[above, below].map((side) => side.filter((weight) => weight === 0).length)));
    }
  });
});

it("a ratio that is none is refused by name", () => {
  for (const l1Ratio of [-0.1, 1.1, NaN]) expect(() => elasticNetPath(problem, l1Ratio)).toThrow(`l1Ratio: ${l1Ratio} is not a number from 0 to 1`);
  expect(elasticNetPath(problem, 1).l1Ratio).toBe(1);
  expect(elasticNetPath(problem, 0).l1Ratio).toBe(0);
});
