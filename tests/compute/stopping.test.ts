import { describe, expect, test } from "vitest";
import { jobRunner } from "../../src/compute/job-runner";
import { path } from "../../src/regression/regression";
import { fakeHost } from "./fake-host";
import { sampleRows } from "./sample-problem";

const wide = { kind: "path", request: { ...sampleRows(60, 250), l1Ratio: 0 } } as const;
const labels = Float64Array.from({ length: 400 }, (_, i) => (i * 7) % 2);
const long = { kind: "path", request: { ...sampleRows(400, 9), y: labels, loss: "logistic", count: 1000 } } as const;
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("an aborted job", () => {
  test("that has not begun rejects with an AbortError and begins nothing", async () => {
    const host = fakeHost("works");
    await expect(jobRunner(host).run(wide, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
    expect(host.started).toBe(0);
  });

  test("in a worker ends the worker; the next job gets a new one", async () => {
    const host = fakeHost("works");
    const { run } = jobRunner(host);
    const controller = new AbortController();
    host.onRequest = () => controller.abort();
    await expect(run(wide, { signal: controller.signal })).rejects.toMatchObject({ name: "AbortError" });
    await settled();
    expect(host.alive).toBe(0);
    expect(host.timers.size).toBe(0);
    host.onRequest = () => undefined;
    expect((await run(wide)).lambdas).toEqual(path(wide.request).lambdas);
    expect(host.started).toBe(2);
  });

  test("whose worker is still starting ends it", async () => {
    const host = fakeHost("silent");
    const controller = new AbortController();
    const running = jobRunner(host).run(wide, { signal: controller.signal });
    await settled();
    expect(host.alive).toBe(1);
    controller.abort();
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    expect(host.alive).toBe(0);
    expect(host.timers.size).toBe(0);
  });

  test("that waits in the line leaves the one before it alone", async () => {
    const host = fakeHost("works");
    const { run } = jobRunner(host);
    const controller = new AbortController();
    const first = run(wide);
    const second = run(wide, { signal: controller.signal });
    controller.abort();
    await expect(second).rejects.toMatchObject({ name: "AbortError" });
    expect((await first).fits).toHaveLength(100);
    expect(host.asked).toEqual(["job"]);
  });

  test("on the main thread stops between two λ", async () => {
    const host = fakeHost("missing");
    const controller = new AbortController();
    const shares: number[] = [];
    const running = jobRunner(host).run(long, {
      signal: controller.signal,
      onProgress(share) {
        shares.push(share);
        if (share > 0.1) controller.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    await settled();
    expect(shares.at(-1)).toBeLessThan(0.2);
  });

  test("lets go of its signal once it is done", async () => {
    const listeners = new Set<() => void>();
    const signal = {
      aborted: false,
      addEventListener: (_: "abort", listener: () => void) => void listeners.add(listener),
      removeEventListener: (_: "abort", listener: () => void) => void listeners.delete(listener),
    };
    const running = jobRunner(fakeHost("works")).run(wide, { signal });
    expect(listeners.size).toBe(1);
    await running;
    expect(listeners.size).toBe(0);
  });
});

describe("a newer job with the same key", () => {
  test("ends the older one, wherever that is", async () => {
    const host = fakeHost("works");
    const { run } = jobRunner(host);
    const older = [run(wide, { key: "slider" }), run(wide, { key: "slider" })].map((running) => expect(running).rejects.toMatchObject({ name: "AbortError" }));
    const other = run(wide, { key: "other" });
    const newest = run(wide, { key: "slider" });
    await Promise.all(older);
    expect((await other).fits).toHaveLength(100);
    expect((await newest).fits).toHaveLength(100);
  });

  test("that is stopped while it works is replaced within the same line", async () => {
    const host = fakeHost("works");
    const { run } = jobRunner(host);
    let newer: Promise<unknown> | undefined;
    host.onRequest = () => {
      host.onRequest = () => undefined;
      newer = run(wide, { key: "slider" });
    };
    await expect(run(wide, { key: "slider" })).rejects.toMatchObject({ name: "AbortError" });
    await newer;
    expect(host.started).toBe(2);
  });
});

describe("unloading", () => {
  test("rejects what runs and what waits, and leaves no worker and no timer", async () => {
    const host = fakeHost("works");
    const jobs = jobRunner(host);
    const running = [jobs.run(wide), jobs.run(wide), jobs.run(long)].map((job) => expect(job).rejects.toMatchObject({ name: "AbortError" }));
    await settled();
    jobs.close();
    await Promise.all(running);
    await settled();
    expect(host.alive).toBe(0);
    expect(host.timers.size).toBe(0);
  });

  test("ends a worker that rests", async () => {
    const host = fakeHost("works");
    const jobs = jobRunner(host);
    await jobs.run(wide);
    jobs.close();
    expect(host.alive).toBe(0);
    expect(host.timers.size).toBe(0);
  });

  test("refuses later jobs", async () => {
    const jobs = jobRunner(fakeHost("works"));
    jobs.close();
    await expect(jobs.run(wide)).rejects.toMatchObject({ name: "AbortError" });
  });
});
