// A solver in a process of its own, asked line by line. Request: folder, method, tolerance, milliseconds to go on for, file for the
// result (or nothing), with tabs between. Answer: "done <median ms> <runs>" or "failed <why>". The first line it says is "ready <versions>".
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** One thread each, whatever the linear algebra underneath would like. */
const oneThread = Object.fromEntries(["OPENBLAS", "OMP", "MKL", "BLIS", "VECLIB_MAXIMUM"].map((name) => [`${name}_NUM_THREADS`, "1"]));

/** Undefined where the command is not there or does not get as far as "ready". */
export async function startPlayer({ command, args, cwd }) {
  const process_ = spawn(command, args, { cwd, env: { ...process.env, ...oneThread }, stdio: ["pipe", "pipe", "ignore"] });
  const gone = new Promise((resolve) => {
    process_.once("error", resolve);
    process_.once("exit", resolve);
  });
  process_.stdin.on("error", () => {});
  const lines = createInterface({ input: process_.stdout })[Symbol.asyncIterator]();
  const next = () => Promise.race([lines.next().then(({ value }) => value), gone.then(() => undefined)]);
  const greeting = await next();
  if (!greeting?.startsWith("ready ")) {
    process_.kill();
    return undefined;
  }
  return {
    versions: greeting.slice("ready ".length).trim(),
    async time({ folder, method, tolerance = 0, budget, file = "" }) {
      process_.stdin.write(`${[folder, method, tolerance, budget, file].join("\t")}\n`);
      const answer = (await next()) ?? "failed the process ended";
      const [word, ms, runs] = answer.trim().split(" ");
      return word === "done" ? { ms: Number(ms), runs: Number(runs) } : { failed: answer.trim().replace(/^failed /, "") };
    },
    end() {
      process_.stdin.end();
      return gone;
    },
  };
}

/** The first of some commands that starts and is ready. */
export async function startFirst(candidates) {
  for (const candidate of candidates) {
    const player = await startPlayer(candidate);
    if (player) return player;
  }
  return undefined;
}
