import type { Architecture } from "../../network/layer";
import type { OptimizerName } from "../../network/optimizer";
import type { NetworkPenalty } from "../../network/penalty";

/** Few enough filters to look at each of them; 5×5 pixels show a stroke. */
export const [filterCount, filterSize] = [12, 5];

/** The small network of the view: one layer of filters, ReLU, scores of the ten digits; 2,242 numbers. */
export const smallNetwork: Architecture = [
  { kind: "convolution", side: 8, channels: 1, filters: filterCount, size: filterSize },
  { kind: "dense", inputs: filterCount * (8 - filterSize + 1) ** 2, outputs: 10 },
];

/** As `digitExamples` divides them: known before any digit is read. */
export const [trainingDigits, testDigits] = [300, 150];
/** Pictures in a mini-batch. */
export const batch = 30;
export const stepsPerEpoch = trainingDigits / batch;
export const mostNetworks = 4;
/** Long after the weights have settled at the usual λ. */
export const mostEpochs = 300;

/** Each penalty's λ to begin with: strong enough to be seen, weak enough that the network still reads. They do not compare. */
export const usualLambda: Record<NetworkPenalty, number> = { none: 0, l2: 0.01, decay: 1, l1: 0.003, group: 0.03, elastic: 0.003 };
/** Step sizes with which the network learns in some twenty epochs. */
export const usualRate: Record<OptimizerName, number> = { sgd: 0.1, momentum: 0.02, adam: 0.003 };
export const usualPenalties: readonly NetworkPenalty[] = ["none", "decay", "l1", "group"];
