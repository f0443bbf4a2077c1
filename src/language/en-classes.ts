/** Of many the first two and the last. */
function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length > 4 ? `${names.slice(0, 2).join(", ")}, …, ${last}` : `${names.slice(0, -1).join(", ")} or ${last}`;
}

/** Words of blocks that tell classes apart. */
export const classes = {
  solving: "Solving the paths…",
  failed: (reason: string) => `The paths could not be solved: ${reason}`,
  title: (p: { target: string; names: readonly string[]; isNamed: boolean }) => (p.isNamed ? oneOf(p.names) : `${p.target} (${oneOf(p.names)})`),
  several: (p: { columns: number; classes: number; example: string }) =>
    `Softmax has one weight for each feature and class, ${p.columns} × ${p.classes} in all: \`${p.example}\` says how far the feature speaks for the class. Each counts here as a feature of its own.`,
  asked: (p: { target: string; values: number; loss: string }) =>
    `\`${p.target}\` has only ${p.values} different values, all of them whole numbers. If they stand for classes, write \`loss: ${p.loss}\`; if they are numbers, \`loss: squared\`.`,
  loss: "loss: the mean cross-entropy (log-loss); without features it is the entropy of the classes",
  errorNote: (folds: number) =>
    `Mean cross-entropy of the rows; cross-validated in ${folds} folds, each standardised by its own training rows. Shaded: more than one standard error above the best. 1 SE: the largest λ that is not.`,
  gap: (p: { objective: string; gap: string; violation: string }) =>
    `Cross-entropy + λ·penalty = ${p.objective}. Duality gap ${p.gap}: no other weights make it smaller by more than that. The slopes are as they must be to within ${p.violation}.`,
  proofNote:
    "Bars: (1/n)|xᵀ(y − p)|, how fast the cross-entropy would fall if the weight moved; p are the predicted probabilities. Moving away from 0 costs λ per unit with L1: below the bound it does not pay, and the weight is exactly 0.",
  claims: { l1: "logistic regression with an L1 penalty", l2: "logistic regression with an L2 penalty", "elastic-net": "elastic net logistic regression", none: "logistic regression" },
  noBetter: "By cross-validation this predicts no better than always saying how frequent the classes are.",
  endless: "Some rows, or all of them, can be told apart without any error. Without a penalty weights would grow without end: at λ = 0 no weights are best, and those that stand there are only so large that larger ones hardly lower the loss.",
  endlessAtZero: "λ = 0: nothing is penalised. Some rows, or all of them, can be told apart without any error, so no weights are best: larger ones always have a smaller loss.",
  unfit: (data: string) => `This view needs a number to predict, not classes. With data: ${data} it has one.`,
  noHalves: "Halves of the rows are fitted only where a number is predicted. With data: correlated one is.",
};
