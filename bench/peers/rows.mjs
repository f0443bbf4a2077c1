// What is measured against whom. `goals`: the claims of each row; a factor against glmnet counts its tightest run, 1 is "faster"; who is `aside` is no part of a claim.
const engine = (method, label, tolerance = 0) => ({ player: "engine", method, label, tolerance });
const glmnet = (method, tolerance) => ({ player: "glmnet", method, tolerance, label: `glmnet, thresh ${power(tolerance)}` });
const scikit = (method, name, tolerance) => ({ player: "scikit-learn", method, tolerance: tolerance ?? 0, label: `scikit-learn ${name}${tolerance ? `, tol ${power(tolerance)}` : ""}` });

const power = (value) => value.toExponential().replace("e-", "e−");

const both = (method) => [engine(method, "engine"), { ...engine(method, "engine, scalar kernels"), player: "scalar" }];
const glmnets = (method, ...tolerances) => tolerances.map((tolerance) => glmnet(method, tolerance));
const lassoPaths = [scikit("lasso", "lasso_path", 1e-4), scikit("lasso", "lasso_path", 1e-6)];
const lars = scikit("lars", "lars_path");

export const rows = [
  { id: "a", title: "diabetes 442×10, lasso path", folder: "diabetes", judge: "lasso", goals: { glmnet: 80, "scikit-learn": 1 },
    solvers: [...both("lasso"), ...glmnets("lasso", 1e-7, 1e-13), ...lassoPaths, lars] },
  { id: "b", title: "drawn 1000×100, lasso path", folder: "tall", judge: "lasso", goals: { glmnet: 8, "scikit-learn": 1 },
    solvers: [...both("lasso"), ...glmnets("lasso", 1e-7, 1e-9, 1e-13), ...lassoPaths, lars] },
  { id: "c", title: "chained 200×5,000, lasso path", folder: "wide", judge: "lasso", goals: { glmnet: 30, "scikit-learn": 1 },
    solvers: [...both("lasso"), ...glmnets("lasso", 1e-7, 1e-9, 1e-13), ...lassoPaths] },
  { id: "d", title: "chained 100×20,000, lasso path", folder: "wider", judge: "lasso", goals: { glmnet: 10, "scikit-learn": 1 },
    solvers: [...both("lasso"), ...glmnets("lasso", 1e-7, 1e-9, 1e-13), ...lassoPaths] },
  { id: "e", title: "drawn 10,000×200, lasso path", folder: "long", judge: "lasso", goals: { glmnet: 3 },
    solvers: [...both("lasso"), ...glmnets("lasso", 1e-7, 1e-9, 1e-13), ...lassoPaths, lars] },
  { id: "f", title: "breast cancer 569×30, logistic L1 path", folder: "cancer", judge: "lasso", goals: { glmnet: 4.5, "scikit-learn": 1 },
    solvers: [...[1e-4, 1e-6, 1e-9].map((tolerance) => engine("lasso", `engine, tolerance ${power(tolerance)}`, tolerance)),
      ...glmnets("lasso", 1e-7, 1e-9, 1e-13), scikit("liblinear", "liblinear", 1e-4), scikit("liblinear", "liblinear", 1e-6)] },
  { id: "f2", title: "digits 1797×64, softmax L1 path", folder: "digits", judge: "lasso", goals: { glmnet: 1, "scikit-learn": 1 },
    solvers: [...[1e-3, 1e-4, 1e-6].map((tolerance) => engine("lasso", `engine, tolerance ${power(tolerance)}`, tolerance)),
      ...glmnets("lasso", 1e-7, 1e-9, 1e-11), scikit("saga", "saga, at most 200 rounds", 1e-3)] },
  { id: "g", title: "diabetes, lasso, 10-fold cross-validation", folder: "diabetes", judge: "cross-validation", goals: { glmnet: 60, "scikit-learn": 1 },
    solvers: [engine("cross-validation", "engine"), ...glmnets("cross-validation", 1e-7, 1e-13), scikit("cross-validation", "LassoCV", 1e-4), scikit("cross-validation", "LassoCV", 1e-8)] },
  { id: "h", title: "diabetes, ridge path", folder: "diabetes", judge: "ridge", goals: { glmnet: 50, "scikit-learn": 1 },
    solvers: [engine("ridge", "engine"), ...glmnets("ridge", 1e-7, 1e-13), { ...scikit("svd", ""), label: "numpy SVD", aside: true }, scikit("ridge", "Ridge, 100 times")] },
  { id: "h2", title: "diabetes, ridge, exact leave-one-out", folder: "diabetes", judge: "leave-one-out", goals: { "scikit-learn": 1 },
    solvers: [engine("leave-one-out", "engine"), scikit("leave-one-out", "RidgeCV")] },
];

/** Solutions of one λ from a path that has been computed, in one call of "one-lambda". */
export const lookups = { folders: ["diabetes", "tall"], solutions: 200, goal: 1 };
