const list = (names: readonly string[]) => (names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`);
/** A name at the start of a sentence. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const features = (kept: number, total: number) => (kept === total ? `all ${total}` : `${kept} of ${total}`);

/** Words of the views that hold the penalties against evidence: errors, truth, halves of the rows, the table and the verdict. */
export const evidence = {
  rows: {
    title: "Predicted against measured",
    plot: (p: { penalty: string; target: string }) => `${p.penalty}: each row’s prediction across, ${p.target} as measured upwards`,
    predicted: "predicted",
    measured: "measured",
    row: (row: number) => `Row ${row}`,
    point: (p: { name: string; predicted: string; measured: string }) => `${p.name}: ${p.predicted} predicted, ${p.measured} measured`,
    some: (p: { drawn: number; rows: number }) => `${p.drawn} of ${p.rows} rows are drawn, taken evenly.`,
    hint: (opens: boolean) =>
      `On the line the two are equal; the farther from it, the more the model misses. These rows have been fitted: new ones are missed by more. Point at a dot, or press → in the plot, to see its row${opens ? "; a click or Enter opens its note" : ""}.`,
    open: (name: string) => `Open ${name}`,
    none: "The optimum has been moved by hand, so no rows belong to it.",
  },
  error: {
    title: "Error as λ grows",
    panel: (penalty: string) => `${penalty}: training and cross-validated error against λ`,
    cursor: (penalty: string) => `λ, cursor in the ${penalty} error plot`,
    validatedKey: "cross-validated ± one standard error",
    training: "training",
    test: "held out",
    testIs: (error: string) => `held out ${error}`,
    heldOut: (rows: number) => `${rows === 1 ? "One row is" : `${rows} rows are`} held out: no fit and no cross-validation has seen them, and no λ is chosen by them.`,
    validating: "cross-validating…",
    best: "best",
    oneStandardError: "1 SE",
    jump: (name: string) => `Move λ to: ${name}`,
    noFeature: "no feature",
    beyond: (error: string) => `↑ up to ${error}`,
    overfits: "overfits",
    underfits: "underfits",
    hardlyOverfits: "hardly overfits",
    hardlyUnderfits: "hardly underfits",
    trainingIs: (error: string) => `training ${error}`,
    both: (p: { training: string; mean: string; standardError: string }) => `training ${p.training} · cross-validated ${p.mean} ± ${p.standardError}`,
    note: (folds: number) =>
      `Mean squared error as a share of the target’s variance; cross-validated in ${folds} folds, each standardised by its own training rows. Shaded: more than one standard error above the best. 1 SE: the largest λ that is not.`,
    noRows: "There is no cross-validation while the data are moved by hand.",
  },
  interpret: {
    title: "Which features are kept",
    panel: (p: { penalty: string; count: string }) => `${p.penalty}: a mark for every feature${p.count === "" ? "" : `; ${p.count}`}`,
    count: (p: { found: number; total: number; missed: number; false: number }) => `found ${p.found} of ${p.total} · missed ${p.missed} · false ${p.false}`,
    part: {
      all: (count: number) => (count === 1 ? "1 feature" : `${count} features`),
      true: (count: number) => `in the truth: ${count}`,
      others: (count: number) => `not in the truth: ${count}`,
    },
    found: "found",
    missed: "missed",
    false: "false",
    leftOut: "rightly left out",
    kept: "kept",
    zero: "exactly 0",
    largest: "Largest kept weights",
    nothing: "nothing is kept",
    missedNames: (names: string) => `missed: ${names}`,
    noneMissed: "no true feature is missed",
    known: "These data were made, so the truth is known: which features have a part in the target and which are noise.",
    unknown: "Nobody knows the truth of these data: a kept feature goes with the target, more cannot be said. With data: wide the truth is known.",
  },
  stability: {
    title: "What another sample would keep",
    panel: (penalty: string) => `${penalty}: share of halves that keep each feature, and its weights`,
    kept: "halves keeping it",
    weight: "weight, mean ± sd",
    row: (p: { feature: string; kept: string; mean: string; deviation: string }) => `${p.feature}: kept in ${p.kept} of the halves, weight ${p.mean} ± ${p.deviation}`,
    progress: (done: number, total: number) => `resampling: ${done} of ${total}`,
    notDone: "not computed on paper",
    half: (half: number, total: number, seed: number) => `half ${half} of ${total} (seed ${seed})`,
    another: "Another sample",
    together: (p: { first: string; second: string; correlation: string; both: string; one: string; neither: string }) =>
      `${p.first} and ${p.second} (r = ${p.correlation}): both kept in ${p.both}, only one in ${p.one}, neither in ${p.neither}.`,
    variation: (share: string) => `Weights change by ${share} of their size from half to half.`,
    allZero: "All weights are 0 in every half.",
    note: (p: { halves: number; rows: number }) =>
      `${p.halves} random halves of ${p.rows} rows, each fitted at this λ. A share is how often a feature is kept, not how likely it is to be true. Hollow: the weight in the half named above.`,
    keptShares: (p: { halves: number; penalty: string; shares: readonly { name: string; share: string }[]; more: number }) =>
      p.shares.length === 0
        ? `At this λ ${p.penalty} keeps nothing in ${p.halves} random halves of the rows.`
        : `In ${p.halves} random halves of the rows, ${p.penalty} at this λ keeps ${p.shares.map(({ name, share }) => `${name} in ${share}`).join(", ")}${p.more > 0 ? `, and ${p.more} more` : ""}.`,
    grouped: "Brackets: features that share half of their variation or more (r² ≥ ½).",
    noGroups: "No two features share half of their variation; with data: correlated some do.",
    shownOf: (shown: number, total: number) => `Shown: ${shown} of ${total}.`,
    noRows: "Rows cannot be drawn anew while the data are moved by hand.",
    tooMany: (most: number) => `This view takes up to ${most} features. Name fewer under features, or use data: correlated.`,
    tooFew: "Halves of so few rows say nothing. With data: correlated there are enough.",
  },
  table: {
    title: "The comparison, measured",
    property: "Property",
    rows: { definition: "Definition", distribution: "Weight distribution", selection: "Feature selection", model: "Regression model", advantage: "Advantage", drawback: "Drawback" },
    tags: { measured: "computed from these data", mathematics: "true of any data", untested: "said often, not tested here" },
    shortTags: { measured: "measured here", mathematics: "mathematics", untested: "not tested" },
    note: (errors: string) => `Figures move with λ, except comparisons of cross-validated errors, which take each penalty at its own best λ (see “${errors}”).`,
    product: (p: { lambda: string; size: string; product: string }) => `now ${p.lambda} × ${p.size} = ${p.product}`,
    zeros: (zeros: number, total: number) => (zeros === 0 ? `none of ${total} is exactly 0` : `${zeros} of ${total} ${zeros === 1 ? "is" : "are"} exactly 0`),
    sizes: (largest: string, median: string) => `largest |w| ${largest}, median ${median}`,
    kept: (p: { kept: number; total: number; names: readonly string[]; more: number }) =>
      p.kept === 0 ? `keeps none of ${p.total}` : `keeps ${features(p.kept, p.total)}: ${p.names.join(", ")}${p.more > 0 ? ` and ${p.more} more` : ""}`,
    training: (error: string) => `training error ${error}`,
    errors: (p: { training: string; mean: string; standardError: string }) => `error ${p.training} in training, ${p.mean} ± ${p.standardError} cross-validated`,
    gapOfErrors: (p: { gap: string; free: string }) => `overfitting (cross-validated less training error): ${p.gap}; ${p.free} with hardly any penalty`,
    gapFree: (gap: string) => `overfitting (cross-validated less training error): ${gap}`,
    against: {
      better: (p: { own: string; other: string; error: string; standardError: string }) =>
        `prevents overfitting better than ${p.other} here: cross-validated ${p.own} against ${p.error}, a difference of more than its standard error (${p.standardError})`,
      same: (p: { own: string; other: string; error: string; standardError: string }) =>
        `prevents overfitting no better and no worse than ${p.other} here: cross-validated ${p.own} against ${p.error}, a difference within its standard error (${p.standardError})`,
      worse: (p: { own: string; other: string; error: string; standardError: string }) =>
        `prevents overfitting worse than ${p.other} here: cross-validated ${p.own} against ${p.error}, a difference of more than its standard error (${p.standardError})`,
    },
    condition: (free: string, penalised: string) => `condition number ${free} without, ${penalised} with the penalty`,
    conditionFree: (free: string) => `condition number ${free}`,
    squares: (free: string, penalised: string) => `Σw² ${free} without, ${penalised} with the penalty`,
    gap: (gap: string) => `solved all the same: at most ${gap} of the loss from the exact optimum`,
    pieces: (pieces: number) => (pieces === 1 ? "the whole path is 1 straight piece" : `the whole path is ${pieces} straight pieces`),
    claims: {
      pullsToZero: "pulls weights to exactly 0",
      shrinksAll: "Σw² falls as λ grows, to 0 only in the limit; a single weight may grow for a while",
      zerosAndShrinks: "pulls weights to exactly 0 as long as ρ > 0",
      shrinksNothing: "shrinks nothing",
      canSelect: "possible: a weight of 0 leaves its feature out",
      cannotSelect: "leaves no feature out by itself",
      lasso: "lasso regression",
      ridge: "ridge regression",
      elasticNet: "elastic net regression",
      leastSquares: "least squares",
      deepLearning: "the usual choice in deep learning",
      groups: "keeps correlated features together (view: stability)",
      leastTraining: "smallest training error of all",
      kink: "no derivative at w = 0, so plain gradient descent does not reach the zeros",
      flips: "picks one of correlated features by chance (view: stability)",
      neverZero: "sets no weight to 0, except by coincidence at a single λ",
      twoSettings: "two settings, λ and ρ",
    },
  },
  verdict: {
    title: "Verdict",
    aim: "Aim:",
    aims: { predict: "predict well", few: "use few features", stable: "keep weights stable" },
    noDifference: (names: readonly string[]) => `No clear difference between ${list(names)}.`,
    predictsBest: (name: string) => `Best at predicting: ${name}.`,
    behind: (p: { other: string; error: string; winner: string; least: string; difference: string; standardError: string; clear: boolean }) =>
      `Cross-validated error: ${p.winner} ${p.least}, ${p.other} ${p.error}. The difference, ${p.difference}, is ${p.clear ? "more" : "no more"} than its standard error (${p.standardError}).`,
    keeps: (name: string, kept: number, total: number) => `${name} keeps ${features(kept, total)}`,
    decideOtherwise: (kept: readonly string[]) => `Something else has to decide, such as how many features are used: ${kept.join(", ")}.`,
    fewestOf: (name: string, kept: number, total: number) => `Fewest features: ${name}, with ${features(kept, total)}.`,
    equallyFew: (names: readonly string[], kept: number, total: number) => `${capital(list(names))} need equally many features: ${features(kept, total)}.`,
    enough: (p: { penalty: string; kept: number; total: number; lambda: string; error: string; limit: string }) =>
      `${capital(p.penalty)} at λ = ${p.lambda} keeps ${features(p.kept, p.total)} with a cross-validated error of ${p.error}, within one standard error of the smallest (up to ${p.limit}).`,
    needs: (name: string, kept: number, total: number) => `${capital(name)} needs ${features(kept, total)} for that.`,
    steadiest: (name: string) => `Most stable weights: ${name}.`,
    changes: (shares: readonly string[]) => `Change of the weights from half to half, as a share of their size: ${shares.join(", ")}.`,
    allZero: "All weights are 0, which is as stable as it gets and of no use.",
    bestLambda: "own best λ",
    error: "cross-validated error",
    kept: "features kept there",
    fewest: "fewest within one standard error",
    never: "not within one standard error",
    change: "change from half to half",
    keptOf: (kept: number, total: number) => `${kept} of ${total}`,
    basis: (p: { folds: number; few: boolean; halves: number }) =>
      p.halves > 0
        ? `Each penalty at its own best λ, fitted to ${p.halves} random halves of the rows (view: stability). Two differ clearly where their difference over these halves is more than its standard error.`
        : p.few
          ? `For each penalty the λ with the fewest features among those whose error over ${p.folds} folds is within one standard error of the smallest of all.`
          : `Each penalty at its own best λ. Differences are taken fold by fold over the same ${p.folds} folds, so that rows which are hard for all do not count; one is clear where it is more than its standard error.`,
    noRows: "There is no verdict while the data are moved by hand.",
    onePenalty: "A verdict needs two penalties to compare.",
    noHalves: "These data cannot be halved and fitted here: too many features or too few rows. With data: correlated they can.",
  },
};
