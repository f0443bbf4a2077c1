/** npm run bench -- large: a CSV file of a million rows, read in slices and cross-validated, as a block does. */
import { collectGarbage } from "./collect-garbage";
import { readLargeCsv } from "../src/data/large-csv";
import { buildModel } from "../src/demo/build-model";
import { parseSpec } from "../src/demo/spec/parse-spec";
import { createRandom } from "../src/math/random";

const rows = 1_000_000;
const features = 19;
const names = Array.from({ length: features }, (_, j) => `x${j + 1}`);

function madeFile(): Uint8Array {
  const random = createRandom(3);
  const encoder = new TextEncoder();
  const pieces = [encoder.encode(`${[...names, "y"].join(",")}\n`)];
  for (let from = 0; from < rows; from += 10_000) {
    const lines = Array.from({ length: 10_000 }, () => {
      const x = names.map(() => 10 * random());
      return [...x, 2 * x[0]! - x[3]! + 0.5 * x[7]! + 5 * random()].map((value) => value.toFixed(3)).join(",");
    });
    pieces.push(encoder.encode(`${lines.join("\n")}\n`));
  }
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const bytes = madeFile();
collectGarbage();
const held = () => (process.memoryUsage().heapUsed + process.memoryUsage().external) / 2 ** 20;
const before = held();
let most = before;
const slices: number[] = [];
const steps = readLargeCsv("made", bytes);
const start = performance.now();
for (;;) {
  const began = performance.now();
  const step = steps.next();
  slices.push(performance.now() - began);
  if (slices.length % 50 === 0) most = Math.max(most, held());
  if (step.done !== true) continue;
  if (!step.value.ok) throw new Error(step.value.code);
  const { table } = step.value;
  const all = performance.now() - start;
  slices.sort((a, b) => b - a);
  console.log(`${(bytes.length / 1e6).toFixed(0)} MB, ${table.rows.toLocaleString("en")} rows × ${table.columns.length} columns: ${(all / 1000).toFixed(2)} s in ${slices.length} steps, longest ${slices[0]!.toFixed(1)} ms, then ${slices[1]!.toFixed(1)} ms; ${(most - before).toFixed(0)} MB of memory beside the file, garbage included`);
  const spec = parseSpec("data: \"[[made.csv]]\"", () => ({ data: "[[made.csv]]" }));
  if (!spec.ok) throw new Error("no spec");
  for (const turn of ["first", "second"]) {
    const began = performance.now();
    const built = buildModel(spec.spec, undefined, table);
    if (!built.ok) throw new Error(built.problem.code);
    const { model } = built;
    const modelled = performance.now();
    await model.curves.want();
    const best = model.curves.of("l1")?.best ?? NaN;
    const kept = model.fits[0]?.weightsAt(best).filter((weight) => weight !== 0).length;
    console.log(`  ${turn} model: ${(modelled - began).toFixed(1)} ms, its curves ${(performance.now() - modelled).toFixed(1)} ms; L1 keeps ${kept} of ${features} at its best λ ${best.toPrecision(3)}`);
  }
  break;
}
