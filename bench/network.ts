// What `npm run bench -- network` measures of the small network of the view.
import { digitExamples } from "../src/demo/deep/digit-examples";
import { batch, filterCount, filterSize, smallNetwork, stepsPerEpoch, usualLambda, usualRate } from "../src/demo/deep/networks";
import { accuracy } from "../src/network/accuracy";
import { deadCount, filtersOf } from "../src/network/layout";
import { networkPenalties, type NetworkPenalty } from "../src/network/penalty";
import { storageOf } from "../src/network/storage";
import { beginTraining, createTrainer, type Training } from "../src/network/training";
import { weightSizes } from "../src/network/weight-sizes";

const [seeds, epochs] = [10, 60];
const times = 6;

function begin(kind: NetworkPenalty, seed: number): Training {
  return beginTraining({ architecture: smallNetwork, penalty: { kind, lambda: usualLambda[kind], mix: 0.5 }, optimizer: { name: "adam", rate: usualRate.adam }, seed });
}

/** Each penalty at its usual λ over ten seeds, as a table. */
export function seedsReport(): string[] {
  const { training, test } = digitExamples();
  const trainer = createTrainer(smallNetwork, { examples: training, batch });
  const rows = networkPenalties.map((kind) => {
    const runs = Array.from({ length: seeds }, (_, index) => {
      let state = begin(kind, index + 1);
      for (let step = 0; step < epochs * stepsPerEpoch; step += 1) state = trainer.step(state);
      const { parameters } = state;
      return {
        test: 100 * accuracy(smallNetwork, parameters, test),
        training: 100 * accuracy(smallNetwork, parameters, training),
        ...weightSizes(smallNetwork, parameters),
        dead: deadCount(parameters, filtersOf(smallNetwork)),
        bytes: storageOf(smallNetwork, parameters),
      };
    });
    return { kind, runs };
  });
  const free = rows[0]?.runs ?? [];
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const range = (list: readonly number[]) => (Math.min(...list) === Math.max(...list) ? `${list[0]}` : `${Math.min(...list)}–${Math.max(...list)}`);
  const kilo = (value: number) => `${(value / 1000).toFixed(1)} kB`;
  return [
    "# Small networks over ten seeds",
    "",
    `Written by \`npm run bench -- network\`. The network of the view \`network\` (${filterCount} filters of ${filterSize}×${filterSize}, one dense layer), ${epochs} epochs of Adam at the λ that the view begins with, seeds 1 to ${seeds}; 300 digits to train on, 150 to test with. A digit of the test set is 0.7 points.`,
    "",
    `| penalty | λ | test, mean | against none: mean, worst seed | training, mean | weights exactly 0 of ${rows[0]?.runs[0]?.total} | below 1e−8 | filters exactly 0 of ${filterCount} | file: dense, sparse, without dead filters |`,
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ...rows.map(({ kind, runs }) => {
      const differences = runs.map(({ test: own }, index) => own - (free[index]?.test ?? NaN));
      const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;
      return `| ${kind} | ${usualLambda[kind]} | ${mean(runs.map((run) => run.test)).toFixed(1)}% | ${kind === "none" ? "" : `${signed(mean(differences))}, ${signed(Math.min(...differences))}`} | ${mean(runs.map((run) => run.training)).toFixed(1)}% | ${range(runs.map((run) => run.zero))} | ${range(runs.map((run) => run.tiny))} | ${range(runs.map((run) => run.dead))} | ${[mean(runs.map(({ bytes }) => bytes.dense)), mean(runs.map(({ bytes }) => bytes.sparse)), mean(runs.map(({ bytes }) => bytes.filters))].map(kilo).join(", ")} |`;
    }),
  ];
}

/** The training digits several times over: about as many as the whole set that they come from. */
export function raceData() {
  const { training } = digitExamples();
  const repeat = <T extends Float64Array | Uint8Array>(values: T) => Array.from({ length: times }, () => [...values]).flat();
  return { pictures: repeat(training.pictures), labels: repeat(training.labels), count: times * training.labels.length, batch, filters: filterCount, size: filterSize };
}

let racer: { state: Training; step: (state: Training) => Training; steps: number } | undefined;

/** One epoch of those digits. */
export function epoch(): void {
  if (racer === undefined) {
    const { pictures, labels, count } = raceData();
    const { step } = createTrainer(smallNetwork, { examples: { pictures: Float64Array.from(pictures), labels: Uint8Array.from(labels) }, batch });
    racer = { state: begin("none", 1), step, steps: Math.ceil(count / batch) };
  }
  for (let k = 0; k < racer.steps; k += 1) racer.state = racer.step(racer.state);
}
