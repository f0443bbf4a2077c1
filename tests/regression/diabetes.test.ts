import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { certificate } from "../../src/regression/certificate";
import { elasticNetPath } from "../../src/regression/elastic-net-path";
import { engineScale, type PenaltyName } from "../../src/regression/note-objective";
import { leastSquares } from "../../src/regression/standardize";
import { diabetes } from "./support/diabetes";
import { topLambda } from "./support/lambdas";

const { x, y } = diabetes();
const rawTarget = leastSquares(x, y);
const problem = leastSquares(x, y, { standardizeTarget: true });

interface Solution {
  l1_ratio: number;
  lambda: number;
  coef: number[];
}

/** scikit-learn 1.2.1, tol = 1e-14 (ridge: numpy's solve), standardised features, raw target. */
const known: Solution[] = [
  { l1_ratio: 1, lambda: 9.032006004092578, coef: [0, 0, 22.96813302278269, 7.3851025810500195, 0, 0, -3.6830647019980924, 0, 19.92294544522038, 0] },
  {
    l1_ratio: 0.5,
    lambda: 9.032006004092578,
    coef: [
      0.742326728289656, 0, 5.929982930634287, 4.000073439940716, 0.6888332508873878, 0.09506295962090222, -3.201332670854343, 3.2036660284308174,
      5.377223928739126, 2.8795130824300648,
    ],
  },
  {
    l1_ratio: 0,
    lambda: 9.032006004092578,
    coef: [
      1.0028178514808186, -0.07657251245270319, 3.8910451137063338, 2.8310384927954413, 0.9963180656360232, 0.6831155009755364, -2.4388531383609244,
      2.458668662548321, 3.6079036810722305, 2.258400043233853,
    ],
  },
];

function expectAgreement({ l1_ratio: l1Ratio, lambda, coef }: Solution) {
  const ours = elasticNetPath(rawTarget, l1Ratio).coefficientsAt(lambda);
  const largest = Math.max(...coef.map(Math.abs));
  coef.forEach((weight, j) => {
    if (weight === 0) expect(ours[j]).toBe(0);
    else expect(Math.abs((ours[j] as number) - weight)).toBeLessThanOrEqual(1e-8 * largest);
  });
}

/** Coefficients that minimise the note's formula on standardised features and target. */
function noteFit(penalty: PenaltyName, lambda: number): Float64Array {
  const scale = engineScale({ loss: "squared", penalty, lambda, mix: 0.5 });
  return elasticNetPath(problem, scale.l1Ratio).coefficientsAt(scale.lambda);
}

function meanSquaredError(weights: Float64Array): number {
  return 2 * certificate(problem, weights, { lambda: 0, l1Ratio: 1 }).objective;
}

describe("diabetes", () => {
  it.each([1, 0.9, 0.5, 0.1, 0.01, 0])("has a relative duality gap of at most 1e-10 for ρ = %d at each knot and at 1,000 λ between", (l1Ratio) => {
    const solutions = elasticNetPath(problem, l1Ratio);
    const top = topLambda(solutions, problem);
    const between = Array.from({ length: 1000 }, (_, i) => top * 10 ** (-5 * ((i + 0.5) / 1000)));
    const gaps = [...solutions.knots, ...between].map(
      (lambda) => certificate(problem, solutions.coefficientsAt(lambda), { lambda, l1Ratio }).relativeGap,
    );
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1e-10);
  });

  it.each(known)("has the coefficients that scikit-learn finds for ρ = $l1_ratio", (solution) => expectAgreement(solution));

  const file = path.resolve(import.meta.dirname, "../../../shared/reference/solutions.json");
  it("agrees with every stored solution to 1e-8, zeros being exact zeros", (context) => {
    if (!existsSync(file)) context.skip(`no reference solutions at ${file}`);
    const all = JSON.parse(readFileSync(file, "utf8")) as (Solution & { data: string })[];
    const ours = all.filter(({ data }) => data === "diabetes");
    expect(ours.length).toBeGreaterThanOrEqual(24);
    ours.forEach(expectAgreement);
  });

  it.each([
    [0.02, 8],
    [0.1, 6],
    [0.2, 4],
    [0.5, 3],
    [0.8, 2],
    [1.172, 1],
    [1.173, 0],
    [5, 0],
  ])("at λ = %d of MSE + λΣ|w| keeps %d of 10 features", (lambda, kept) => {
    expect(noteFit("l1", lambda).filter((weight) => weight !== 0)).toHaveLength(kept);
  });

  it("at λ = 0.5 has MSE 0.623 with L1 and 0.512 with L2", () => {
    expect(meanSquaredError(noteFit("l1", 0.5))).toBeCloseTo(0.623, 3);
    expect(meanSquaredError(noteFit("l2", 0.5))).toBeCloseTo(0.512, 3);
  });

  it("L2 never makes a weight exactly zero", () => {
    for (const lambda of [0.001, 0.5, 100]) expect(noteFit("l2", lambda).every((weight) => weight !== 0)).toBe(true);
  });
});
