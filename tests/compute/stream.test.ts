import { describe, expect, test } from "vitest";
import type { StreamJob } from "../../src/compute/job";
import { jobRunner } from "../../src/compute/job-runner";
import { path } from "../../src/regression/regression";
import type { Rows } from "../../src/regression/streamed-moments";
import { fakeHost } from "./fake-host";
import { sampleRows, someRows } from "./sample-problem";

const all = sampleRows(1000, 6);

function streamed(rows: Rows, size: number): StreamJob {
  return {
    kind: "stream",
    columns: rows.x.columns,
    rows: rows.x.rows,
    request: { l1Ratio: 1 },
    async *chunks() {
      for (let from = 0; from < rows.x.rows; from += size) {
        yield someRows(rows, from, size);
        await Promise.resolve();
      }
    },
  };
}

describe("a stream of rows", () => {
  test.each(["works", "missing", "dies"] as const)("gives the path of all rows at once (a worker that %s)", async (temper) => {
    const host = fakeHost(temper);
    const shares: number[] = [];
    const ours = await jobRunner(host).run(streamed(all, 130), { onProgress: (share) => shares.push(share) });
    const theirs = path(all);
    ours.lambdas.forEach((lambda, l) => expect(lambda).toBeCloseTo(theirs.lambdas[l]!, 12));
    ours.fits[60]!.coefficients.forEach((value, j) => expect(value).toBeCloseTo(theirs.fits[60]!.coefficients[j]!, 11));
    expect(ours.fits[60]!.intercept).toBeCloseTo(theirs.fits[60]!.intercept as number, 11);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test("is asked for its next chunk when the one before has been taken", async () => {
    const host = fakeHost("works");
    const job = streamed(all, 100);
    let given = 0;
    let most = 0;
    const counted: StreamJob = {
      ...job,
      async *chunks() {
        for await (const chunk of job.chunks()) {
          given += 1;
          most = Math.max(most, given - host.asked.filter((type) => type === "rows").length);
          yield chunk;
        }
      },
    };
    await jobRunner(host).run(counted);
    expect(given).toBe(10);
    expect(most).toBe(1);
    expect(host.asked.at(-1)).toBe("end");
  });

  test("that never ends is aborted, and does not hold up the next job", async () => {
    const host = fakeHost("works");
    const { run } = jobRunner(host);
    const controller = new AbortController();
    const endless: StreamJob = {
      ...streamed(all, 100),
      async *chunks() {
        yield someRows(all, 0, 100);
        await new Promise(() => undefined);
      },
    };
    const running = run(endless, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    expect(host.alive).toBe(0);
    expect((await run(streamed(all, 500))).fits).toHaveLength(100);
  });

  test.each(["works", "missing"] as const)("with a row that is no number rejects with its place (a worker that %s)", async (temper) => {
    const rows = sampleRows(300, 2);
    rows.x.values[300 + 250] = NaN;
    await expect(jobRunner(fakeHost(temper)).run(streamed(rows, 100))).rejects.toThrow(new RangeError("x: NaN in row 250"));
  });

  test("without rows says so", async () => {
    const empty: StreamJob = { ...streamed(all, 100), async *chunks() {} };
    await expect(jobRunner(fakeHost("works")).run(empty)).rejects.toThrow(new RangeError("x: there are no rows"));
  });
});
