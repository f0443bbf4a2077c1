import { afterEach, describe, expect, it, test } from "vitest";
import { liveTraining } from "../../../src/compute/live-training";
import { digitExamples } from "../../../src/demo/deep/digit-examples";
import { batch, stepsPerEpoch, testDigits, trainingDigits } from "../../../src/demo/deep/networks";
import { createSession, type Session } from "../../../src/demo/deep/session";
import { fakeHost, type Temper } from "../../compute/fake-host";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
let session: Session | undefined;
function start(temper: Temper) {
  const host = fakeHost(temper);
  session = createSession({ live: liveTraining(host), seed: 1, mix: 0.5, steps: 5, nextTurn: turn });
  return { host, session };
}
const until = async (condition: () => boolean) => {
  while (!condition()) await turn();
};
afterEach(() => session?.end());

test("the digits are 300 to train on and 150 others to test with, as many of each", () => {
  const { training, test: held } = digitExamples();
  expect([training.labels.length, held.labels.length]).toEqual([300, 150]);
  expect([trainingDigits, testDigits]).toEqual([training.labels.length, held.labels.length]);
  for (let digit = 0; digit < 10; digit += 1) expect([training, held].map(({ labels }) => labels.filter((label) => label === digit).length)).toEqual([30, 15]);
  expect(Math.ceil(300 / batch)).toBe(stepsPerEpoch);
});

describe("networks in training", () => {
  it.each(["works", "missing", "throws", "dies"] as const)("take the same steps where a worker %s", async (temper) => {
    const { session } = start(temper);
    session.run(true);
    await until(() => session.get().steps >= 10);
    const { networks, measured } = session.get();
    expect(networks).toHaveLength(4);
    const weights = networks.map(({ parameters }) => parameters[0]?.toFixed(12));
    expect(new Set(weights).size).toBe(4);
    for (const one of measured) expect(one?.testAccuracy).toBeGreaterThan(0.1);
    // The same in all four: what the first network's first weight is after ten steps.
    const reference = start("missing").session;
    reference.run(true);
    await until(() => reference.get().steps >= 10);
    if (session.get().steps === reference.get().steps) expect(reference.get().networks[0]?.parameters).toEqual(session.get().networks[0]?.parameters);
    session.end();
  });

  test("end their work when they are paused, unseen or closed, and go on from where they were", async () => {
    const { host, session } = start("works");
    session.run(true);
    await until(() => session.get().steps >= 5);
    const stops: [() => void, () => void][] = [[() => session.run(false), () => session.run(true)], [() => session.see(false), () => session.see(true)]];
    for (const [stop, resume] of stops) {
      stop();
      expect(host.alive).toBe(0);
      const { steps } = session.get();
      const asked = host.asked.length;
      for (let k = 0; k < 20; k += 1) await turn();
      expect([session.get().steps, host.asked.length, host.alive]).toEqual([steps, asked, 0]);
      resume();
      await until(() => session.get().steps > steps);
    }
    session.end();
    expect(host.alive).toBe(0);
  });

  test("go on with another λ without a reset, and begin anew with another method", async () => {
    const { session } = start("missing");
    session.run(true);
    await until(() => session.get().steps >= 5);
    const before = session.get().steps;
    session.setPenalty(2, { lambda: 1e6 });
    await until(() => session.get().steps >= before + 10);
    const [free, , l1] = session.get().networks;
    expect(l1?.parameters.filter((value) => value === 0).length).toBeGreaterThanOrEqual(2220);
    expect(free?.parameters.every((value) => value !== 0)).toBe(true);
    session.setOptimizer({ name: "sgd" });
    expect(session.get().steps).toBe(0);
    expect(session.get().networks.every(({ optimizer }) => optimizer.name === "sgd")).toBe(true);
  });

  test("stop by themselves where all of them have led away", async () => {
    const { session } = start("missing");
    for (const index of [3, 2, 0]) session.remove(index);
    session.setPenalty(0, { kind: "decay", lambda: 1e6 });
    session.run(true);
    await until(() => !session.get().running);
    expect(session.get().networks[0]?.diverged).toBe(true);
    expect(session.get().networks[0]?.parameters.every(Number.isFinite)).toBe(true);
  });
});
