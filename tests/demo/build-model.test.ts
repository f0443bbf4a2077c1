import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { buildModel, modelFromMoments } from "../../src/demo/build-model";
import type { Model, PenaltyFit } from "../../src/demo/model";
import { describeProblem } from "../../src/demo/spec/describe-problem";
import { parseSpec } from "../../src/demo/spec/parse-spec";
import { presets } from "../../src/demo/spec/presets";
import { wordsIn } from "../../src/language/language";
import type { PenaltyName } from "../../src/regression/note-objective";

const built = (text: string) => {
  const parsed = parseSpec(text, (yaml) => parse(yaml) as unknown);
  if (!parsed.ok) throw new Error(`not understood: ${text}`);
  return buildModel(parsed.spec, parsed.lines);
};
const modelOf = (text = ""): Model => {
  const result = built(text);
  if (!result.ok) throw new Error(describeProblem(result.problem, wordsIn("en")));
  return result.model;
};
const problemOf = (text: string) => {
  const result = built(text);
  if (result.ok) throw new Error(`built: ${text}`);
  return result.problem;
};
const fitOf = (model: Model, penalty: PenaltyName) => model.fits.find((fit) => fit.penalty === penalty) as PenaltyFit;
const kept = (weights: Float64Array) => weights.filter((weight) => weight !== 0).length;
const all = "penalties: [none, l1, l2, elastic-net]";

/** MSE + λ·penalty, from the rows themselves. */
const objective = (model: Model, fit: PenaltyFit, at: { lambda: number; weights: Float64Array }) =>
  residualSquares(model, at.weights) + at.lambda * fit.penaltyOf(at.weights);
const residualSquares = (model: Model, weights: Float64Array) => {
  const { x, y } = model.problem as NonNullable<Model["problem"]>;
  let sum = 0;
  for (let i = 0; i < x.rows; i++) {
    const fitted = weights.reduce((total, weight, j) => total + weight * (x.values[j * x.rows + i] as number), 0);
    sum += ((y[i] as number) - fitted) ** 2;
  }
  return sum / x.rows;
};

describe("the model of diabetes", () => {
  const model = modelOf(`${all}\nmix: 0.3`);

  it("fits all 442 rows and ten features", () => {
    expect(model).toMatchObject({ dataName: "diabetes", rows: 442, target: "progression", mix: 0.3 });
    expect(model.features).toHaveLength(10);
    expect(model.fits.map(({ penalty }) => penalty)).toEqual(["none", "l1", "l2", "elastic-net"]);
  });

  it("L1 keeps 8, 6, 4, 3 and 2 of 10 features at λ = 0.02, 0.1, 0.2, 0.5 and 0.8, and none from 1.173 on", () => {
    const l1 = fitOf(model, "l1");
    expect([0.02, 0.1, 0.2, 0.5, 0.8].map((lambda) => kept(l1.weightsAt(lambda)))).toEqual([8, 6, 4, 3, 2]);
    expect(l1.lambdaMax).toBeCloseTo(1.173, 3);
    expect(kept(l1.weightsAt(l1.lambdaMax))).toBe(0);
    expect(kept(l1.weightsAt(l1.lambdaMax * 0.999))).toBe(1);
  });

  it("without a λ the slider starts where L1 keeps 5 of 10 features", () => {
    expect(model.lambdaRange.initial).toBe(0.12);
    expect(kept(fitOf(model, "l1").weightsAt(model.lambdaRange.initial))).toBe(5);
  });

  it("at λ = 0.5 the mean squared error is 0.623 with L1 and 0.512 with L2", () => {
    const errorOf = (penalty: PenaltyName) => model.trainingError(fitOf(model, penalty).weightsAt(0.5));
    expect(errorOf("l1")).toBeCloseTo(0.623, 3);
    expect(errorOf("l2")).toBeCloseTo(0.512, 3);
  });

  it("the mean squared error from the moments is the one from the rows, and 1 without weights", () => {
    for (const fit of model.fits) {
      for (const lambda of [0, 0.01, 0.3, 2]) {
        const weights = fit.weightsAt(lambda);
        expect(model.trainingError(weights)).toBeCloseTo(residualSquares(model, weights), 12);
      }
    }
    expect(model.trainingError(new Float64Array(10))).toBeCloseTo(1, 12);
  });

  it("no small change of the weights lowers MSE + λ·penalty below the fit's", () => {
    for (const fit of model.fits) {
      for (const lambda of [0, 0.02, 0.2, 0.8, 3]) {
        const weights = fit.weightsAt(lambda);
        const best = objective(model, fit, { lambda, weights });
        for (let j = 0; j < weights.length; j++) {
          for (const step of [-1e-3, 1e-3]) {
            const moved = weights.map((weight, k) => (k === j ? weight + step : weight));
            expect(objective(model, fit, { lambda, weights: moved })).toBeGreaterThan(best - 1e-14);
          }
        }
      }
    }
  });

  it("the knots are where the number of kept features changes", () => {
    for (const penalty of ["l1", "elastic-net"] as const) {
      const { knots, weightsAt } = fitOf(model, penalty);
      expect(knots.length).toBeGreaterThanOrEqual(10);
      for (const knot of knots) expect(kept(weightsAt(knot * (1 - 1e-6)))).not.toBe(kept(weightsAt(knot * (1 + 1e-6))));
    }
    expect(fitOf(model, "l2").knots).toHaveLength(0);
    expect(fitOf(model, "none").knots).toHaveLength(0);
  });

  it("without a penalty λ changes nothing; every penalty comes to those weights at λ = 0", () => {
    const free = fitOf(model, "none").weightsAt(0);
    for (const lambda of [0.1, 7, Infinity]) expect(fitOf(model, "none").weightsAt(lambda)).toEqual(free);
    for (const fit of model.fits) fit.weightsAt(0).forEach((weight, j) => expect(weight).toBeCloseTo(free[j] as number, 9));
  });

  it("the elastic net is L1 at ρ = 1 and L2 at ρ = 0", () => {
    const mixed = (mix: number) => fitOf(modelOf(`penalties: [elastic-net]\nmix: ${mix}`), "elastic-net");
    for (const lambda of [0, 0.05, 0.4, 2]) {
      for (const [mix, penalty] of [[1, "l1"], [0, "l2"]] as const) {
        const expected = fitOf(model, penalty).weightsAt(lambda);
        mixed(mix).weightsAt(lambda).forEach((weight, j) => expect(weight).toBeCloseTo(expected[j] as number, 11));
      }
    }
    expect(mixed(0).lambdaMax).toBe(Infinity);
    expect(mixed(0.5).lambdaMax).toBeCloseTo(2 * fitOf(model, "l1").lambdaMax, 12);
  });

  it("weights are written into the array that is handed in", () => {
    const out = new Float64Array(10).fill(9);
    for (const fit of model.fits) {
      expect(fit.weightsAt(0.3, out)).toBe(out);
      expect(out).toEqual(fit.weightsAt(0.3));
    }
  });
});

describe("the model of two", () => {
  const model = modelOf("data: two");

  it("L1 holds x1 at exactly 0 from λ = 0.6 on, where L2 keeps both", () => {
    const [l1, l2] = [fitOf(model, "l1"), fitOf(model, "l2")];
    expect(kept(l1.weightsAt(0.59))).toBe(2);
    for (const lambda of [0.61, 0.8, 1.2]) {
      expect(l1.weightsAt(lambda)[0]).toBe(0);
      expect(l1.weightsAt(lambda)[1]).toBeGreaterThan(0.1);
      expect(Math.min(...l2.weightsAt(lambda))).toBeGreaterThan(0.1);
    }
  });

  it("the demo that explains the zeros opens on one", () => {
    const demo = modelOf(presets.find(({ id }) => id === "geometry")?.body);
    expect(kept(fitOf(demo, "l1").weightsAt(demo.lambdaRange.initial))).toBe(1);
  });

  it("on other moments has their optimum, the same names and a slider that stays where it was", () => {
    const { gram, correlations, meanSquare } = model.moments;
    const optimum = [-0.5, 0.3];
    const moved = correlations.map((_, j) => optimum.reduce((sum, weight, k) => sum + (gram.values[2 * j + k] as number) * weight, 0));
    const dragged = modelFromMoments(model, { gram, correlations: moved, meanSquare });
    expect(dragged.problem).toBeUndefined();
    expect(dragged.features).toBe(model.features);
    expect(dragged.lambdaRange).toEqual(model.lambdaRange);
    for (const fit of dragged.fits) fit.weightsAt(0).forEach((weight, j) => expect(weight).toBeCloseTo(optimum[j] as number, 12));
    expect(dragged.trainingError(Float64Array.from(optimum))).toBeLessThan(dragged.trainingError(Float64Array.of(0, 0)));
  });

  it("a dragged optimum with a larger λmax stretches the slider so far", () => {
    const { gram, meanSquare } = model.moments;
    const far = modelFromMoments(model, { gram, correlations: Float64Array.of(4, 1), meanSquare });
    expect(far.lambdaRange.max).toBeGreaterThan(8);
    expect(far.lambdaRange.min).toBe(model.lambdaRange.min);
  });

  it("the mean squared error is never negative, whatever moments are given", () => {
    const { gram } = model.moments;
    const impossible = modelFromMoments(model, { gram, correlations: Float64Array.of(1, 1), meanSquare: 0 });
    expect(impossible.trainingError(Float64Array.of(0.6, 0.6))).toBe(0);
  });
});

describe("the slider's range", () => {
  it("ends a little beyond the λ at which L1 keeps nothing and begins a thousand times lower", () => {
    for (const data of ["diabetes", "two"]) {
      const model = modelOf(`data: ${data}`);
      const { min, max, initial } = model.lambdaRange;
      const { lambdaMax } = fitOf(model, "l1");
      expect(max / lambdaMax).toBeGreaterThan(1.01);
      expect(max / lambdaMax).toBeLessThan(1.2);
      expect(max / min).toBeCloseTo(1000, 6);
      expect(initial).toBeGreaterThan(min);
      expect(initial).toBeLessThan(max);
    }
  });

  it("goes on for L2 alone until little is left of its weights", () => {
    const model = modelOf("penalties: [l2]");
    const free = model.fits[0]?.weightsAt(0) as Float64Array;
    const norm = (weights: Float64Array) => Math.hypot(...weights);
    expect(norm(model.fits[0]?.weightsAt(model.lambdaRange.max) as Float64Array)).toBeLessThan(norm(free) / 11);
    expect(model.lambdaRange.initial).toBe(0.12);
  });

  it("stays finite for an elastic net that is nearly L2", () => {
    expect(modelOf("penalties: [elastic-net]\nmix: 1e-9").lambdaRange.max).toBeLessThan(1000);
    expect(modelOf("penalties: [none]").lambdaRange.max).toBeLessThan(1000);
  });

  it("holds the λ of the block, be it 0, tiny or huge", () => {
    for (const lambda of [0, 1e-9, 0.2, 5, 1e300]) {
      const { min, max, initial } = modelOf(`lambda: ${lambda}`).lambdaRange;
      expect(initial).toBe(lambda);
      expect(max).toBeGreaterThanOrEqual(lambda);
      expect(min).toBeGreaterThan(0);
      expect(lambda === 0 || min <= lambda).toBe(true);
      expect(min).toBeLessThan(max);
    }
  });
});

describe("data and block", () => {
  it("blocks on the same data share one problem, whatever their penalties and λ", () => {
    expect(modelOf("lambda: 0.3").problem).toBe(modelOf("penalties: [l2]\nviews: [path]").problem);
    expect(modelOf("standardize: false").problem).not.toBe(modelOf().problem);
    expect(modelOf("target: bmi").problem).not.toBe(modelOf().problem);
  });

  it("chosen columns are the ones that are fitted", () => {
    expect(modelOf("target: bmi\nfeatures: [age, bp]")).toMatchObject({ target: "bmi", features: ["age", "bp"] });
  });

  it("unstandardised features keep their units: weights times standard deviation are the standardised ones without a penalty", () => {
    const raw = modelOf(`${all}\nstandardize: false`);
    const scales = modelOf().problem?.scaling.scales as Float64Array;
    const [inUnits, standard] = [fitOf(raw, "none").weightsAt(0), fitOf(modelOf(all), "none").weightsAt(0)];
    inUnits.forEach((weight, j) => expect(weight * (scales[j] as number)).toBeCloseTo(standard[j] as number, 8));
  });

  it.each([
    ["lambda: 1\ntarget: progresion", "Line 2: `diabetes` has no column `progresion` to predict. Did you mean `progression`?"],
    ["features: [bmi, bpp]", "Line 1: `diabetes` has no feature `bpp`. Did you mean `bp`?"],
    ["data: two\n\nfeatures: [x9x9]", "Line 3: `two` has no feature `x9x9`. Its features are `x1`, `x2`."],
    ["features: [bmi, progression]", "Line 1: `progression` is the target, so it cannot be a feature as well. Remove it from the features, or choose another target."],
    ["features: [bmi, BMI]", "Line 1: `bmi` stands more than once among the features. Keep one."],
  ])("%j cannot be built, and the message says why", (text, sentence) => {
    expect(describeProblem(problemOf(text), wordsIn("en"))).toBe(sentence);
    expect(describeProblem(problemOf(text), wordsIn("ko"))).toMatch(/^\d번째 줄: .*[가-힣]/);
  });

  it("every preset is understood without a remark, builds, and has its words in both languages", () => {
    for (const { id, body } of presets) {
      expect(parseSpec(body, (yaml) => parse(yaml) as unknown)).toMatchObject({ ok: true, notes: [] });
      expect(modelOf(body).fits.length).toBeGreaterThan(1);
      for (const language of ["en", "ko"] as const) expect(wordsIn(language).data.presets[id].description).not.toBe("");
    }
  });
});
