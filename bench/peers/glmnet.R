# R glmnet behind the line protocol of player.mjs. Early stops are off; what is timed is the call alone.
suppressPackageStartupMessages(library(glmnet))
glmnet.control(fdev = 0, devmax = 1)

cat("ready", paste0("R ", getRversion(), ", glmnet ", packageVersion("glmnet")), "\n")
flush(stdout())

numbers <- function(file, count) readBin(file, "double", count)
problems <- new.env()
problem <- function(folder) {
  if (is.null(problems[[folder]])) {
    shape <- strsplit(readLines(file.path(folder, "shape.txt")), " ")[[1]]
    n <- as.integer(shape[1]); p <- as.integer(shape[2]); count <- as.integer(shape[3])
    y <- numbers(file.path(folder, "y.bin"), n)
    loss <- shape[5]
    problems[[folder]] <- list(
      x = matrix(numbers(file.path(folder, "x.bin"), n * p), n, p),
      y = if (loss == "squared") y else factor(y),
      lambda = numbers(file.path(folder, "lambdas.bin"), count),
      fold = numbers(file.path(folder, "folds.bin"), n) + 1,
      family = c(squared = "gaussian", logistic = "binomial", softmax = "multinomial")[[loss]])
  }
  problems[[folder]]
}

run <- function(d, method, tolerance) switch(method,
  "lasso" = glmnet(d$x, d$y, family = d$family, lambda = d$lambda, thresh = tolerance, standardize = FALSE, maxit = 1e8),
  "ridge" = glmnet(d$x, d$y, alpha = 0, lambda = d$lambda, thresh = tolerance, standardize = FALSE, maxit = 1e8),
  "cross-validation" = cv.glmnet(d$x, d$y, lambda = d$lambda, foldid = d$fold, thresh = tolerance, standardize = TRUE, maxit = 1e8))

written <- function(fit) {
  if (inherits(fit, "cv.glmnet")) return(fit$cvm)
  if (!is.list(coef(fit))) return(as.vector(as.matrix(coef(fit))))
  parts <- lapply(coef(fit), as.matrix)
  as.vector(aperm(simplify2array(parts), c(1, 3, 2)))
}

answer <- function(folder, method, tolerance, budget, file) {
  d <- problem(folder)
  taken <- c()
  end <- Sys.time() + budget / 1000
  while (length(taken) == 0 || Sys.time() < end) {
    start <- Sys.time()
    fit <- run(d, method, tolerance)
    taken <- c(taken, as.numeric(difftime(Sys.time(), start, units = "secs")) * 1000)
  }
  if (file != "") {
    out <- file(file, "wb")
    writeBin(written(fit), out)
    close(out)
  }
  paste("done", median(taken), length(taken))
}

input <- file("stdin", "r")
while (length(line <- readLines(input, 1)) > 0) {
  a <- strsplit(line, "\t")[[1]]
  said <- tryCatch(
    suppressWarnings(answer(a[1], a[2], as.numeric(a[3]), as.numeric(a[4]), if (length(a) > 4) a[5] else "")),
    error = function(e) paste("failed", gsub("\n", " ", conditionMessage(e))))
  cat(said, "\n")
  flush(stdout())
}
