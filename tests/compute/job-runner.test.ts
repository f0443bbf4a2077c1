import { describe, expect, test } from "vitest";
import { jobRunner } from "../../src/compute/job-runner";
import { fit, path } from "../../src/regression/regression";
import { crossValidate } from "../../src/regression/cross-validation";
import { fakeHost, type Temper } from "./fake-host";
import { sampleRows } from "./sample-problem";

const small = sampleRows(50, 3);
const labels = Float64Array.from({ length: 400 }, (_, i) => (i * 7) % 2);
const long = { kind: "path", request: { ...sampleRows(400, 9), y: labels, loss: "logistic", count: 1000 } } as const;
const wide = { kind: "path", request: { ...sampleRows(60, 250), l1Ratio: 0 } } as const;
const refusals: Temper[] = ["throws", "missing", "errors", "silent"];

/** A run in which a silent worker's time runs out as soon as it can. */
async function impatient<T>(host: ReturnType<typeof fakeHost>, run: Promise<T>): Promise<T> {
  const hurry = setInterval(() => host.elapse(2000), 1);
  return run.finally(() => clearInterval(hurry));
}

describe("a short job", () => {
  test("is done here, without a worker, and gives what the engine gives", async () => {
    const host = fakeHost("works");
    const ours = await jobRunner(host).run({ kind: "fit", request: { ...small, lambda: 0.1 } });
    const theirs = fit({ ...small, lambda: 0.1 });
    expect(ours.coefficients).toEqual(theirs.coefficients);
    expect(ours.dualityGap).toBe(theirs.dualityGap);
    expect(host.started).toBe(0);
    expect(host.timers.size).toBe(0);
  });

  test("is not touched by what its caller does to the data afterwards", async () => {
    const rows = sampleRows(50, 3);
    const running = jobRunner(fakeHost("works")).run({ kind: "fit", request: { ...rows, lambda: 0.1 } });
    rows.x.values.fill(0);
    rows.y.fill(0);
    expect((await running).coefficients).toEqual(fit({ ...small, lambda: 0.1 }).coefficients);
  });

  test("rejects with the error that names the argument", async () => {
    const { run } = jobRunner(fakeHost("works"));
    await expect(run({ kind: "fit", request: { ...small, lambda: -1 } })).rejects.toThrow(new RangeError("lambda: -1 is not a finite number ≥ 0"));
    await expect(run({ kind: "path", request: { ...small, count: 0 } })).rejects.toThrow(/^count: /);
  });
});

describe("a long job", () => {
  test("is done in a worker, bit for bit as here", async () => {
    const host = fakeHost("works");
    const ours = await jobRunner(host).run(wide);
    const theirs = path(wide.request);
    expect(host.asked).toEqual(["job"]);
    expect(ours.lambdas).toEqual(theirs.lambdas);
    expect(ours.lambdaMax).toBe(theirs.lambdaMax);
    ours.fits.forEach((one, l) => {
      const other = theirs.fits[l]!;
      expect(one.coefficients).toEqual(other.coefficients);
      expect(one.standardizedCoefficients).toEqual(other.standardizedCoefficients);
      expect(one.intercept).toBe(other.intercept);
    });
    const [one, other] = [ours.fits[40]!, theirs.fits[40]!];
    expect(one.objective).toBeCloseTo(other.objective, 12);
    expect(one.dualityGap).toBeCloseTo(other.dualityGap, 12);
  });

  test("certifies λ = 0 too, and data that are neither centred nor scaled", async () => {
    const request = { ...sampleRows(300, 220, { offset: 1 }), l1Ratio: 0, lambdas: [1, 0.1, 0], standardize: false, intercept: false };
    const host = fakeHost("works");
    const ours = await jobRunner(host).run({ kind: "path", request });
    expect(host.asked).toEqual(["job"]);
    path(request).fits.forEach((theirs, l) => {
      expect(ours.fits[l]!.objective).toBeCloseTo(theirs.objective, 10);
      expect(ours.fits[l]!.dualityGap).toBeLessThan(1e-8);
    });
  });

  test("of classes brings its certificates and its list of intercepts along", async () => {
    const host = fakeHost("works");
    const y = Float64Array.from({ length: 400 }, (_, i) => i % 3);
    const request = { ...long.request, y, loss: "softmax", count: 120 } as const;
    const ours = await jobRunner(host).run({ kind: "path", request });
    const theirs = path(request);
    expect(host.asked).toEqual(["job"]);
    ours.fits.forEach((one, l) => {
      expect(one.intercept).toEqual(theirs.fits[l]!.intercept);
      expect(one.dualityGap).toBe(theirs.fits[l]!.dualityGap);
      expect(one.separable).toBe(theirs.fits[l]!.separable);
    });
  });

  test("answers for any λ afterwards, with the worker gone", async () => {
    const host = fakeHost("works");
    const ours = await jobRunner(host).run(wide);
    host.elapse(3000);
    expect(host.alive).toBe(0);
    const theirs = path(wide.request);
    const lambda = Math.sqrt(ours.lambdas[10]! * ours.lambdas[11]!);
    expect(ours.at(lambda).coefficients).toEqual(theirs.at(lambda).coefficients);
    expect(ours.coefficientsAt?.(lambda)).toEqual(theirs.coefficientsAt?.(lambda));
    expect(ours.at(ours.lambdas[3]!)).toBe(ours.fits[3]);
    expect(() => ours.at(-1)).toThrow(/^lambda: /);
  });

  test("tells its progress, ascending to 1", async () => {
    const shares: number[] = [];
    await jobRunner(fakeHost("works")).run(long, { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test("rejects with the worker's error, of its class", async () => {
    const host = fakeHost("works");
    const folds = Float64Array.from(labels);
    const running = jobRunner(host).run({ kind: "crossValidate", request: { ...long.request, folds } });
    await expect(running).rejects.toThrow(RangeError);
    await expect(running).rejects.toThrow(/^folds: /);
    expect(host.asked).toEqual(["job"]);
  });

  test("uses the worker of the one before, which ends when nothing follows", async () => {
    const host = fakeHost("works");
    const { run } = jobRunner(host);
    await run(wide);
    await run(wide);
    expect(host.started).toBe(1);
    expect(host.alive).toBe(1);
    host.elapse(3000);
    expect(host.alive).toBe(0);
    expect(host.timers.size).toBe(0);
    await run(wide);
    expect(host.started).toBe(2);
  });

  test("waits for the one before: a worker has one at a time", async () => {
    const host = fakeHost("works");
    const { run } = jobRunner(host);
    const order: string[] = [];
    await Promise.all([run(long).then(() => order.push("first")), run(wide).then(() => order.push("second"))]);
    expect(order).toEqual(["first", "second"]);
    expect(host.started).toBe(1);
  });
});

describe("where workers are refused", () => {
  test.each(refusals)("a long job is done here all the same (%s)", async (temper) => {
    const host = fakeHost(temper);
    const { run } = jobRunner(host);
    const { request } = long;
    const shares: number[] = [];
    const ours = await impatient(host, run(long, { onProgress: (share) => shares.push(share) }));
    expect(ours.fits.at(-1)?.coefficients).toEqual(path(request).fits.at(-1)?.coefficients);
    expect(shares.at(-1)).toBe(1);
    expect(host.alive).toBe(0);
    expect(host.timers.size).toBe(0);
    const started = temper === "errors" || temper === "silent" ? 1 : 0;
    expect(host.started).toBe(started);
    await run(wide);
    expect(host.started).toBe(started);
  });

  test("cross-validation is done here as well", async () => {
    const request = { ...sampleRows(400, 9), y: labels, loss: "logistic", count: 120 } as const;
    expect(await jobRunner(fakeHost("missing")).run({ kind: "crossValidate", request })).toEqual(crossValidate(request));
  });

  test("others get the thread in between", async () => {
    const host = fakeHost("missing");
    let pauses = 0;
    const { pause } = host;
    host.pause = () => ((pauses += 1), pause());
    await jobRunner({ ...host, now: () => pauses * 20 + performance.now() }).run(long);
    expect(pauses).toBeGreaterThan(2);
  });
});

describe("a worker that dies in the middle", () => {
  test("leaves its job to be done here, and the next job gets a new one", async () => {
    const host = fakeHost("dies");
    const { run } = jobRunner(host);
    const ours = await run(wide);
    expect(ours.fits[50]!.coefficients).toEqual(path(wide.request).fits[50]!.coefficients);
    expect(host.alive).toBe(0);
    host.temper = "works";
    await run(wide);
    expect(host.started).toBe(2);
    expect(host.alive).toBe(1);
  });

  test("without a word leaves its job to be done here after a minute, and not before", async () => {
    const host = fakeHost("falls silent");
    const { run } = jobRunner(host);
    let over = false;
    const running = run(wide).finally(() => (over = true));
    while (host.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    host.elapse(59_999);
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
    expect(over).toBe(false);
    expect(host.alive).toBe(1);
    host.elapse(60_000);
    expect((await running).fits[50]!.coefficients).toEqual(path(wide.request).fits[50]!.coefficients);
    expect(host.alive).toBe(0);
    expect(host.timers.size).toBe(0);
  });
});
