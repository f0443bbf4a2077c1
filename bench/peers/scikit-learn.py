"""scikit-learn behind the line protocol of player.mjs; what is timed is the fitting alone. With the argument `data` it writes its
own breast cancer and digits data into the folder that follows instead."""
import os, statistics, sys, time, warnings
import numpy as np
import sklearn
from sklearn import datasets, linear_model

warnings.filterwarnings("ignore")


def write_data(folder):
    os.makedirs(folder, exist_ok=True)
    for name, data in (("cancer", datasets.load_breast_cancer()), ("digits", datasets.load_digits())):
        np.asarray(data.data, float).ravel(order="F").tofile(os.path.join(folder, name + ".x.bin"))
        np.asarray(data.target, float).tofile(os.path.join(folder, name + ".y.bin"))


problems = {}


def problem(folder):
    if folder not in problems:
        n, p, _, classes, _ = open(os.path.join(folder, "shape.txt")).read().split()
        numbers = lambda name: np.fromfile(os.path.join(folder, name + ".bin"))
        problems[folder] = dict(x=numbers("x").reshape(int(n), int(p), order="F"), y=numbers("y"), lambdas=numbers("lambdas"), fold=numbers("folds"), classes=int(classes))
    return problems[folder]


def lasso_path(d, tolerance):
    return linear_model.lasso_path(d["x"], d["y"], alphas=d["lambdas"], tol=tolerance, max_iter=1000000)[1]


def lars_path(d, tolerance):
    return linear_model.lars_path(d["x"], d["y"], method="lasso")


def logistic(solver, iterations):
    def run(d, tolerance):
        fits = []
        for strength in d["lambdas"]:
            # liblinear penalises the intercept as one more weight: a large constant makes that small.
            fit = linear_model.LogisticRegression(penalty="l1", solver=solver, C=1 / (len(d["y"]) * strength), tol=tolerance, max_iter=iterations, intercept_scaling=100, random_state=0)
            fits.append(fit.fit(d["x"], d["y"]))
        return fits
    return run


def saga(d, tolerance):
    fit = linear_model.LogisticRegression(penalty="l1", solver="saga", tol=tolerance, max_iter=200, warm_start=True, random_state=0, multi_class="multinomial")
    fits = []
    for strength in d["lambdas"]:
        fit.set_params(C=1 / (len(d["y"]) * strength)).fit(d["x"], d["y"])
        fits.append((fit.intercept_.copy(), fit.coef_.copy()))
    return fits


def cross_validation(d, tolerance):
    folds = [(np.flatnonzero(d["fold"] != k), np.flatnonzero(d["fold"] == k)) for k in np.unique(d["fold"])]
    return linear_model.LassoCV(alphas=d["lambdas"], cv=folds, tol=tolerance, max_iter=1000000).fit(d["x"], d["y"])


def ridge_cv(d, tolerance):
    return linear_model.RidgeCV(alphas=len(d["y"]) * d["lambdas"], store_cv_values=True).fit(d["x"], d["y"])


def ridges(d, tolerance):
    return np.array([linear_model.Ridge(alpha=len(d["y"]) * strength).fit(d["x"], d["y"]).coef_ for strength in d["lambdas"]])


def svd_path(d, tolerance):
    left, sizes, right = np.linalg.svd(d["x"], full_matrices=False)
    scores = left.T @ d["y"]
    return ((sizes * scores) / (sizes**2 + len(d["y"]) * d["lambdas"][:, None])) @ right


methods = {"lasso": lasso_path, "lars": lars_path, "liblinear": logistic("liblinear", 100000), "saga": saga, "cross-validation": cross_validation, "leave-one-out": ridge_cv, "ridge": ridges, "svd": svd_path}


def written(method, d, result):
    """For each λ and class the intercept and p weights; for held-out errors one mean for each λ."""
    without_intercept = lambda rows: np.column_stack([np.zeros(len(rows)), rows])
    if method == "lasso":
        return without_intercept(result.T)
    if method == "lars":
        knots, _, weights = result
        return without_intercept(np.column_stack([np.interp(d["lambdas"], knots[::-1], row[::-1]) for row in weights]))
    if method in ("ridge", "svd"):
        return without_intercept(result)
    if method == "liblinear":
        return np.array([np.column_stack([fit.intercept_, fit.coef_]) for fit in result])
    if method == "saga":
        return np.array([np.column_stack(parts) for parts in result])
    return result.mse_path_.mean(axis=1) if method == "cross-validation" else result.cv_values_.mean(axis=0)


def answer(folder, method, tolerance, budget, file=""):
    d = problem(folder)
    taken = []
    end = time.perf_counter() + float(budget) / 1000
    while not taken or time.perf_counter() < end:
        start = time.perf_counter()
        result = methods[method](d, float(tolerance))
        taken.append((time.perf_counter() - start) * 1000)
    if file:
        np.ascontiguousarray(written(method, d, result), dtype=float).tofile(file)
    return f"done {statistics.median(taken)} {len(taken)}"


if len(sys.argv) > 1 and sys.argv[1] == "data":
    write_data(sys.argv[2])
else:
    print(f"ready scikit-learn {sklearn.__version__}, numpy {np.__version__}", flush=True)
    for line in sys.stdin:
        try:
            said = answer(*line.rstrip("\n").split("\t"))
        except Exception as error:
            said = f"failed {error}".replace("\n", " ")
        print(said, flush=True)
