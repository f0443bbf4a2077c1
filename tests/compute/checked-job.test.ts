import { describe, expect, it } from "vitest";
import { checkedJob } from "../../src/compute/job";

describe("a job that has been checked", () => {
  const rows = [[1, 2], [2, 1], [4, 3]];
  const targets = [1, 2, 4];
  const forms = [
    ["a matrix and a typed list", () => ({ x: { values: Float64Array.of(1, 2, 4, 2, 1, 3), rows: 3, columns: 2 }, y: Float64Array.from(targets) })],
    ["lists", () => ({ x: rows.map((row) => [...row]), y: [...targets] })],
  ] as const;

  it.each(forms)("holds what %s held when it was asked for, whatever they become", (_, given) => {
    const { x, y } = given();
    const { job, problem } = checkedJob({ kind: "path", request: { x, y } });
    if (job.kind !== "path") throw new Error("another job");
    if ("values" in x && x.values instanceof Float64Array) x.values.fill(9);
    else (x as number[][]).forEach((row) => row.fill(9));
    (y as number[] | Float64Array).fill(9);
    for (const held of [job.request, problem]) {
      expect(held.x).toMatchObject({ rows: 3, columns: 2, values: Float64Array.of(1, 2, 4, 2, 1, 3) });
      expect([...(held.y as Float64Array)]).toEqual(targets);
    }
  });
});
