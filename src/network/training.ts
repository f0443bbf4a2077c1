import { epochOrder } from "./epoch-order";
import { type Workspace, workspaceFor } from "./forward";
import { type Examples, lossAndGradient } from "./gradient";
import { initialParameters } from "./initialise";
import type { Architecture } from "./layer";
import { layoutOf } from "./layout";
import { decayStep, emptyMemory, gradientStep, type Memory, type Optimizer } from "./optimizer";
import { addSmoothSlope, type Penalty, penaltyValue } from "./penalty";
import { proximalStep } from "./proximal-step";

/** A network in training, as plain data. */
export interface Training {
  readonly architecture: Architecture;
  readonly penalty: Penalty;
  readonly optimizer: Optimizer;
  /** Of the order of the examples. */
  readonly seed: number;
  readonly parameters: Float64Array;
  readonly memory: Memory;
  /** Cross-entropy of the last mini-batch, and what the penalty adds; NaN before the first. */
  readonly loss: number;
  /** A step has left the finite numbers: the parameters are those before it, and no further step is taken. */
  readonly diverged: boolean;
}

export interface Batches {
  readonly examples: Examples;
  readonly batch: number;
}

export type TrainingChoice = Pick<Training, "architecture" | "penalty" | "optimizer" | "seed">;

export function beginTraining(choice: TrainingChoice): Training {
  const parameters = initialParameters(choice.architecture, choice.seed);
  return { ...choice, parameters, memory: emptyMemory(parameters.length), loss: NaN, diverged: false };
}

/** Does steps for networks of one architecture; holds what a step needs room for, and nothing of their state. */
export interface Trainer {
  /** One mini-batch. The result takes over the arrays of `training`, which is not to be used any more. */
  step(training: Training): Training;
}

/** No network that reads anything comes near, and what is computed from weights below it stays finite. */
const largest = 1e30;

export function createTrainer(architecture: Architecture, { examples, batch }: Batches): Trainer {
  const workspace: Workspace = workspaceFor(architecture);
  const spans = layoutOf(architecture);
  const length = spans.at(-1)?.end ?? 0;
  const [gradient, sizes, before] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  const order = epochOrder(examples.labels.length, batch);
  return {
    step(training) {
      const { penalty, optimizer, parameters, memory } = training;
      if (training.diverged) return training;
      before.set(parameters);
      const loss = lossAndGradient(workspace, parameters, examples, order.at(training.seed, memory.time), gradient);
      addSmoothSlope(penalty, architecture, parameters, gradient);
      if (penalty.kind === "decay") for (const { weights, biases } of spans) decayStep(optimizer, penalty.lambda, parameters, weights, biases);
      const next = gradientStep(optimizer, memory, parameters, gradient, sizes);
      proximalStep(penalty, architecture, parameters, sizes);
      if (!Number.isFinite(loss) || !isBounded(parameters)) {
        parameters.set(before);
        return { ...training, diverged: true };
      }
      return { ...training, memory: next, loss: loss + penaltyValue(penalty, architecture, parameters) };
    },
  };
}

function isBounded(parameters: Float64Array): boolean {
  for (let j = 0; j < parameters.length; j += 1) if (!(Math.abs(parameters[j] as number) < largest)) return false;
  return true;
}
