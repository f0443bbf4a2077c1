import { accuracy } from "../network/accuracy";
import type { Examples } from "../network/gradient";
import { createTrainer, type Training } from "../network/training";
import type { Steps } from "../regression/steps";

/** A few mini-batches for each of some networks, as plain data: what live training asks for between two pictures. */
export interface TrainingRound {
  /** All of one architecture. They stay as they are. */
  readonly networks: readonly Training[];
  readonly training: Examples;
  readonly test: Examples;
  readonly batch: number;
  /** Mini-batches for each network. */
  readonly steps: number;
}

export interface TrainedNetwork {
  readonly network: Training;
  /** Shares of the examples that are told right. */
  readonly trainingAccuracy: number;
  readonly testAccuracy: number;
}

/** Pauses after each mini-batch and each measurement. */
export function* roundSteps({ networks, training, test, batch, steps }: TrainingRound): Steps<TrainedNetwork[]> {
  const [first] = networks;
  if (first === undefined) return [];
  const trainer = createTrainer(first.architecture, { examples: training, batch });
  const result: TrainedNetwork[] = [];
  for (const [index, given] of networks.entries()) {
    let network = copyOf(given);
    for (let step = 0; step < steps; step += 1) {
      network = trainer.step(network);
      yield index / networks.length;
    }
    const { architecture, parameters } = network;
    const testAccuracy = accuracy(architecture, parameters, test);
    yield index / networks.length;
    result.push({ network, testAccuracy, trainingAccuracy: accuracy(architecture, parameters, training) });
  }
  return result;
}

function copyOf(training: Training): Training {
  const { parameters, memory } = training;
  return { ...training, parameters: parameters.slice(), memory: { ...memory, mean: memory.mean.slice(), square: memory.square.slice() } };
}
