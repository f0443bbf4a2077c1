import { engineScale } from "../../regression/note-objective";
import { headOf, titleOf, type ExportedPenalty, type ExportedProblem } from "./exported-problem";
import { quoted, quotedNames } from "./quoted";

/** An R program that fits the problem with glmnet and prints the weights. */
export function glmnetCode(problem: ExportedProblem): string {
  const { loss, mix, penalties, features } = problem;
  const family = { squared: "gaussian", logistic: "binomial", softmax: "multinomial" }[loss];
  const models = penalties.map((penalty) => `  list(name = ${quoted(titleOf(penalty, mix))}, ${constantsOf(penalty, problem)})`);
  const width = Math.min(40, Math.max(10, ...features.map((name) => name.length)) + 2);
  return [
    ...headOf(problem).map((line) => `# ${line}`),
    "library(glmnet)",
    "",
    ...tableInR(problem),
    "",
    ...standardizeInR(problem),
    "",
    "show <- function(name, weights, original, intercept) {",
    `  cat("\\n", name, "\\n", sprintf("%${width}s %20s %20s\\n", "", "${problem.standardize ? "standardized" : "weight"}", "original units"), sep = "")`,
    `  cat(sprintf("%-${width}s %20.12g %20.12g\\n", features, weights, original), sep = "")`,
    `  cat(sprintf("%-${width}s %20s %20.12g\\n", "intercept", "", intercept))`,
    "}",
    "",
    "models <- list(",
    models.join(",\n"),
    ")",
    "for (model in models) {",
    ...(problem.targetScale === undefined ? [] : strengthsOfOwnScale),
    `  fit <- glmnet(${features.length === 1 ? "cbind(X, 0)" : "X"}, y, family = "${family}", lambda = model$lambda, alpha = model$alpha,`,
    `                standardize = FALSE, intercept = ${loss === "squared" ? "FALSE" : "TRUE"}, thresh = 1e-22, maxit = 1e7)`,
    ...resultsInR(problem),
    "}",
    "",
  ].join("\n");
}

/** glmnet minimises what the engine minimises. */
function constantsOf({ penalty, lambda }: ExportedPenalty, { loss, mix }: ExportedProblem): string {
  const half = loss === "squared" ? `${lambda} / 2` : String(lambda);
  switch (penalty) {
    case "none":
      return "lambda = 0, alpha = 1";
    case "l1":
      return `lambda = ${half}, alpha = 1`;
    case "l2":
      return `lambda = ${engineScale({ loss, penalty, lambda, mix }).lambda}, alpha = 0`;
    case "elastic-net":
      return `lambda = ${half} * (2 - ${mix}), alpha = ${mix} / (2 - ${mix})`;
  }
}

function tableInR({ file, features, target, loss }: ExportedProblem): string[] {
  return [
    `table <- read.csv(${quoted(file)}, check.names = FALSE, fileEncoding = "UTF-8-BOM")`,
    ...quotedNames(features, { open: "features <- c(", close: ")" }),
    `target <- ${quoted(target)}`,
    "X <- as.matrix(table[, features, drop = FALSE])",
    loss === "squared" ? "y <- table[[target]]" : "y <- factor(table[[target]])",
  ];
}

function standardizeInR({ loss, standardize, hasConstant, targetScale }: ExportedProblem): string[] {
  return [
    standardize ? "# Mean 0 and standard deviation 1 (with 1/n)." : "# Mean 0; the columns keep their units.",
    "center <- colMeans(X)",
    standardize ? "scale <- sqrt(colMeans(sweep(X, 2, center)^2))" : "scale <- rep(1, ncol(X))",
    ...(hasConstant && standardize ? ["scale[scale <= 1e-12 * (abs(center) + scale)] <- Inf  # a constant column gets weight 0"] : []),
    'X <- sweep(sweep(X, 2, center), 2, scale, "/")',
    ...(loss === "squared"
      ? [
          "y_center <- mean(y)",
          "y_scale <- sqrt(mean((y - y_center)^2))",
          ...(targetScale === undefined ? [] : [`y_share <- y_scale / ${targetScale}  # of the standard deviation before points were moved`]),
          "y <- (y - y_center) / y_scale",
        ]
      : []),
  ];
}

/** glmnet wants a target of standard deviation 1; where the block has another one the two penalties change apart from one another. */
const strengthsOfOwnScale = [
  "  l1 <- model$lambda * model$alpha / y_share",
  "  l2 <- model$lambda * (1 - model$alpha)",
  "  model$lambda <- l1 + l2",
  "  model$alpha <- if (l1 > 0) l1 / (l1 + l2) else 0",
];

function resultsInR({ loss, features, targetScale }: ExportedProblem): string[] {
  // glmnet refuses a single column, so it got a second one of zeros.
  const own = features.length === 1 ? "[1]" : "";
  switch (loss) {
    case "squared":
      return [
        `  weights <- as.numeric(fit$beta)${own}`,
        "  original <- weights * y_scale / scale",
        `  show(model$name, weights${targetScale === undefined ? "" : " * y_share"}, original, y_center - sum(original * center))`,
      ];
    case "logistic":
      return [
        `  weights <- as.numeric(fit$beta)${own}`,
        "  original <- weights / scale",
        "  show(model$name, weights, original, fit$a0 - sum(original * center))",
      ];
    case "softmax":
      return [
        `  weights <- sapply(fit$beta, as.numeric)${features.length === 1 ? "[1, , drop = FALSE]" : ""}`,
        "  original <- weights / scale",
        "  intercepts <- as.numeric(fit$a0) - colSums(original * center)",
        "  intercepts <- intercepts - mean(intercepts)  # only their differences count",
        "  for (class in seq_along(intercepts)) {",
        '    show(paste0(model$name, ", class ", levels(y)[class]), weights[, class], original[, class], intercepts[class])',
        "  }",
      ];
  }
}
