import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { jobRunner } from "../../src/compute/job-runner";
import { builtIn } from "../../src/data/built-in";
import { buildModel } from "../../src/demo/build-model";
import { unknownPaths } from "../../src/demo/classes/unknown-paths";
import { fittedRows } from "../../src/demo/export/exported-data";
import { parseSpec } from "../../src/demo/spec/parse-spec";
import { classGapOf, lossSlopes } from "../../src/demo/views/slopes";
import { relativeGapOf } from "../../src/demo/views/table-figures";
import { crossValidate } from "../../src/regression/cross-validation";
import { engineScale, type PenaltyName } from "../../src/regression/note-objective";
import { path } from "../../src/regression/regression";
import { fakeHost } from "../compute/fake-host";
import { expectSlopesHeld } from "./expect-slopes";
import { fitOf, modelOf } from "./model-of";

const model = modelOf("data: breast-cancer\npenalties: [none, l1, l2, elastic-net]");
const { design, labels } = model.classes ?? expect.fail();
const penalties = ["l1", "l2", "elastic-net"] as const;
const engine = (penalty: PenaltyName, lambda: number) => engineScale({ loss: "logistic", penalty, mix: 0.5, lambda });
const solved = (penalty: PenaltyName, lambda: number) => {
  const { lambda: strength, l1Ratio } = engine(penalty, lambda);
  return path({ x: design.x, y: labels, loss: "logistic", standardize: false, l1Ratio, lambdas: [strength] }).fits[0] ?? expect.fail();
};
const { min, max, initial } = model.lambdaRange;
/** Between those that were solved, over the whole slider. */
const lambdas = [0.013, 0.11, 0.29, 0.5, 0.71, 0.93].map((share) => min * (max / min) ** share);

describe("a block on two classes", () => {
  test("knows its loss from the target, or is told", () => {
    expect(model.loss).toBe("logistic");
    expect(modelOf("data: breast-cancer\nloss: squared").loss).toBe("squared");
    expect(modelOf("data: diabetes\ntarget: sex\nloss: logistic").classes?.names).toEqual(["1", "2"]);
    expect(modelOf("data: diabetes\ntarget: sex").loss).toBe("squared");
  });

  test("takes yes and no of the reader's own data for classes, where each has its rows", () => {
    const lossOf = (yes: readonly number[]) => {
      const values = (of: (row: number) => number) => Float64Array.from({ length: 12 }, (_, row) => of(row));
      const columns = [{ name: "sleep", values: values((row) => (row * 5) % 7) }, { name: "walk", values: values((row) => Number(yes.includes(row))), indicator: true }];
      const parsed = parseSpec("target: walk", (text) => parse(text) as unknown);
      const built = parsed.ok ? buildModel(parsed.spec, parsed.lines, { name: "days", columns, rows: 12 }) : expect.fail();
      return built.ok ? built.model.loss : expect.fail();
    };
    expect(lossOf([1, 2, 5, 8, 9])).toBe("logistic");
    expect(lossOf([4])).toBe("squared");
  });

  test("says of a target with more values than two that it is not classes", () => {
    const parsed = parseSpec("data: diabetes\nloss: logistic", (text) => parse(text) as unknown);
    const built = parsed.ok ? buildModel(parsed.spec, parsed.lines) : parsed;
    expect(built.ok ? null : built).toMatchObject({ problem: { line: 2, code: "not-classes", params: { target: "progression" } } });
  });

  test.each(penalties)("%s has the engine's weights at the λ that it begins with", (penalty) => {
    const weights = fitOf(model, penalty).weightsAt(initial);
    solved(penalty, initial).standardizedCoefficients.forEach((weight, j) => expect(weights[j]).toBeCloseTo(weight, 6));
  });

  test.each(penalties)("%s is within two thousandths of its largest weight at any λ, and has the same zeros but where one has just come", (penalty) => {
    for (const lambda of lambdas) {
      const weights = fitOf(model, penalty).weightsAt(lambda);
      const exact = solved(penalty, lambda).standardizedCoefficients;
      const largest = Math.max(...exact.map(Math.abs));
      weights.forEach((weight, j) => {
        expect(Math.abs(weight - (exact[j] ?? NaN))).toBeLessThan(2e-3 * largest + 1e-6);
        if (weight === 0) expect(Math.abs(exact[j] ?? NaN)).toBeLessThanOrEqual(2e-3 * largest);
      });
    }
  });

  test.each(["l1", "elastic-net"] as const)("%s keeps nothing from its λmax on, and something just below", (penalty) => {
    const { lambdaMax, weightsAt } = fitOf(model, penalty);
    expect(weightsAt(lambdaMax).every((weight) => weight === 0)).toBe(true);
    expect(solved(penalty, lambdaMax * 1.0001).standardizedCoefficients.every((weight) => weight === 0)).toBe(true);
    expect(weightsAt(lambdaMax * 0.98).some((weight) => weight !== 0)).toBe(true);
  });

  test("a weight becomes 0 within half a per cent of the λ at which it does", () => {
    const { knots } = fitOf(model, "l1");
    expect(knots.length).toBeGreaterThan(20);
    const zerosAt = (lambda: number) => solved("l1", lambda).standardizedCoefficients.map((weight) => Number(weight === 0)).join("");
    for (const knot of knots.filter((lambda) => lambda > min).slice(0, 12)) expect(zerosAt(knot * 1.0001)).not.toBe(zerosAt(knot / 1.005));
  });

  test.each(penalties)("%s: loss and penalty are the engine's objective", (penalty) => {
    const fit = fitOf(model, penalty);
    const weights = fit.weightsAt(initial);
    expect(model.trainingError(weights) + initial * fit.penaltyOf(weights)).toBeCloseTo(solved(penalty, initial).objective, 9);
  });

  test("without weights the loss is the entropy of the classes", () => {
    const share = labels.reduce((sum, label) => sum + label, 0) / labels.length;
    expect(model.emptyError).toBeCloseTo(-share * Math.log(share) - (1 - share) * Math.log(1 - share), 12);
    expect(model.trainingError(new Float64Array(30))).toBeCloseTo(model.emptyError, 12);
  });

  test("slopes are what the loss falls by, without a 2", () => {
    const weights = fitOf(model, "l2").weightsAt(initial);
    const slopes = lossSlopes(model, weights, new Float64Array(30));
    const step = 1e-5;
    for (const j of [0, 7, 21]) {
      const at = (change: number) => model.trainingError(weights.map((weight, k) => (k === j ? weight + change : weight)));
      expect((at(-step) - at(step)) / (2 * step)).toBeCloseTo(slopes[j] ?? NaN, 7);
    }
  });

  test.each(penalties)("%s: slopes stand at what holds them, and the gap is next to nothing", (penalty) => {
    const weights = fitOf(model, penalty).weightsAt(initial);
    expectSlopesHeld(model, weights, { penalty, lambda: initial, mix: 0.5, digits: 5 });
    const { objective, gap, violation } = classGapOf(model.classes ?? expect.fail(), weights, { penalty, lambda: initial, mix: 0.5 });
    expect(objective).toBeCloseTo(solved(penalty, initial).objective, 9);
    expect(gap).toBeLessThan(1e-7);
    expect(violation).toBeLessThan(1e-5);
    const fit = fitOf(model, penalty);
    const away = { fit, lambda: initial, weights: weights.map((weight) => 1.1 * weight), kept: 0, error: 0, penalty: 0 };
    expect(relativeGapOf(model, away)).toBeGreaterThan(1e-4);
  });

  test("between solved λ the weights are within a ten-thousandth of the loss of the optimum", () => {
    for (const penalty of penalties) {
      for (const lambda of lambdas) {
        const weights = fitOf(model, penalty).weightsAt(lambda);
        expect(classGapOf(model.classes ?? expect.fail(), weights, { penalty, lambda, mix: 0.5 }).gap).toBeLessThan(1e-4 * model.emptyError);
      }
    }
  });

  test("that a plane tells apart says so", () => {
    expect(model.endless).toBe(true);
    expect(modelOf("data: diabetes\ntarget: sex\nloss: logistic").endless).toBe(false);
    expect(model.trainingError(fitOf(model, "none").weightsAt(0))).toBeLessThan(1e-6);
  });

  test("has the rows that were written to take out", () => {
    expect(fittedRows(model)?.x.rows).toBe(builtIn("breast-cancer").rows);
  });
});

describe("what takes long", () => {
  const specOf = (text: string) => {
    const parsed = parseSpec(text, (yaml) => parse(yaml) as unknown);
    return parsed.ok ? parsed.spec : expect.fail();
  };

  test("paths are solved as jobs, and are known afterwards", async () => {
    const spec = specOf("data: breast-cancer\nfeatures: [mean_radius, worst_texture, worst_area]\npenalties: [l1]");
    const jobs = jobRunner(fakeHost("works"));
    const unknown = unknownPaths(spec) ?? expect.fail();
    expect(unknown).toMatchObject({ features: 3, penalties: 1 });
    await unknown.solve(jobs, new AbortController().signal);
    expect(unknownPaths(spec)).toBeNull();
    jobs.close();
  });

  test("a job that is stopped leaves the path unknown", async () => {
    const spec = specOf("data: breast-cancer\nfeatures: [mean_radius, mean_area]");
    const jobs = jobRunner(fakeHost("works"));
    const stop = new AbortController();
    const solving = unknownPaths(spec)?.solve(jobs, stop.signal);
    stop.abort();
    await expect(solving).rejects.toMatchObject({ name: "AbortError" });
    expect(unknownPaths(spec)).not.toBeNull();
    jobs.close();
  });

  test("numbers have no paths to wait for", () => {
    expect(unknownPaths(specOf("data: diabetes"))).toBeNull();
  });

  test("the curve is the engine's cross-validation in the note's scale", async () => {
    const spec = specOf("data: breast-cancer\nfeatures: [mean_radius, worst_texture, worst_area]\npenalties: [l2]\nfolds: 4");
    const jobs = jobRunner(fakeHost("works"));
    const built = buildModel(spec, undefined, undefined, jobs);
    const { curves, classes: own, emptyError } = built.ok ? built.model : expect.fail();
    const classes = own ?? expect.fail();
    const arrived = new Promise<void>((resolve) => curves.subscribe(resolve));
    void curves.want();
    await arrived;
    const curve = curves.of("l2") ?? expect.fail();
    const { l1Ratio } = engine("l2", 1);
    const engines = crossValidate({ x: classes.design.x, y: classes.labels, loss: "logistic", l1Ratio, lambdas: curve.lambdas.map((lambda) => engine("l2", lambda).lambda), folds: 4, seed: 1 });
    curve.mean.forEach((value, l) => expect(value).toBeCloseTo(engines.mean[l] ?? NaN, 4));
    expect(engine("l2", curve.best).lambda).toBeCloseTo(engines.best, 12);
    expect(Math.min(...curve.mean)).toBeLessThan(emptyError / 2);
    jobs.close();
  });
});
