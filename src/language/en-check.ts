/** What the command that checks a note says of claims that are often mixed up. */
export const check = {
  command: "Check this note",
  title: "Claims to look at again",
  none: "Nothing here is mixed up: names, priors, weight decay, filters and zeros are as they should be, as far as this check can read.",
  line: (line: number) => `Line ${line}`,
  goTo: "Go to the line",
  mistakes: {
    "swapped-names": "The names seem swapped: L1 is the lasso, L2 is ridge.",
    "swapped-priors": "The priors seem swapped: a Laplace prior gives L1, a Gaussian prior gives L2.",
    "weight-decay": "Weight decay is the same as L2 only under plain gradient descent. With Adam they differ: Adam divides the penalty’s gradient by the size of the gradients, so AdamW subtracts the decay apart from it.",
    "whole-filters": "L1 on single weights leaves holes in filters and seldom empties a whole one. Group L1 (group lasso) removes whole filters.",
    differentiable: "The absolute value has no derivative at 0. That corner is the reason for the exact zeros.",
    "ridge-zeros": "L2 makes weights smaller and smaller, but exactly 0 only by coincidence. Exact zeros come from L1.",
    "hard-to-optimise": "The corner at 0 stops plain gradient descent, but not the methods that are used: proximal steps and coordinate descent land on 0 exactly, and the problem is convex.",
  },
};
