import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/math/random";
import { certificate } from "../../src/regression/certificate";
import { elasticNetPath } from "../../src/regression/elastic-net-path";
import type { Path } from "../../src/regression/path";
import { leastSquares } from "../../src/regression/standardize";
import { coordinateDescent, objective } from "./support/coordinate-descent";
import { autoregressive, gaussian, targetOf } from "./support/designs";
import { logSpaced, topLambda } from "./support/lambdas";

const ratios = [1, 0.9, 0.5, 0.1, 0.01, 0];
const draws = 200;

describe("200 random problems of 2 to 100 rows and 1 to 60 features", () => {
  const random = createRandom(20_040);
  const problems = Array.from({ length: draws }, (_, draw) => {
    const n = 2 + Math.floor(random() * 99);
    const p = 1 + Math.floor(60 * random() ** 2);
    const x = draw % 2 === 0 ? gaussian(random, n, p) : autoregressive(random, n, p, random() * 0.9);
    return leastSquares(x, targetOf(random, x), { standardizeTarget: true });
  });

  describe.each(ratios)("for ρ = %d", (l1Ratio) => {
    const paths = problems.map((problem) => elasticNetPath(problem, l1Ratio));

    it("the path reaches the objective of coordinate descent to 1e-9", { timeout: 60_000 }, () => {
      problems.forEach((problem, draw) => {
        const path = paths[draw] as Path;
        const strength = { lambda: topLambda(path, problem) * 10 ** (-2.5 * ((draw % 20) / 19)), l1Ratio };
        const reference = objective(problem, coordinateDescent(problem, strength), strength);
        const ours = objective(problem, path.coefficientsAt(strength.lambda), strength);
        expect(Math.abs(ours - reference), `draw ${draw}`).toBeLessThanOrEqual(1e-9 * (problem.meanSquare / 2));
      });
    });

    it("the relative duality gap is at most 1e-10 at every knot and between them", { timeout: 60_000 }, () => {
      problems.forEach((problem, draw) => {
        const path = paths[draw] as Path;
        for (const lambda of [...path.knots, ...logSpaced(topLambda(path, problem), 1e-4, 15)]) {
          const { relativeGap } = certificate(problem, path.coefficientsAt(lambda), { lambda, l1Ratio });
          expect(relativeGap, `draw ${draw}, λ ${lambda}`).toBeLessThanOrEqual(1e-10);
        }
      });
    });
  });
});
