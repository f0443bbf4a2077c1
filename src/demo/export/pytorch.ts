import type { PenaltyName } from "../../regression/note-objective";
import { headOf, simplest, titleOf, type ExportedProblem } from "./exported-problem";
import { showInPython, standardizeInPython, tableInPython } from "./python";
import { quoted } from "./quoted";

/** A Python program that fits the problem with PyTorch, by proximal gradient steps until they stand still, and prints the weights. */
export function pytorchCode(problem: ExportedProblem): string {
  const { loss, mix, penalties } = problem;
  return [
    ...headOf(problem).map((line) => `# ${line}`),
    "import csv",
    "",
    "import torch",
    "",
    "torch.set_default_dtype(torch.float64)",
    "",
    ...tableInPython(problem, "torch.tensor([[float(cell) for cell in row] for row in rows])"),
    ...classesOf(problem),
    "",
    ...standardizeInPython(problem, { module: "torch", columns: "0", deviation: "unbiased=False" }),
    "",
    ...designOf(problem),
    "",
    "",
    "def loss(w):",
    `    return torch.nn.functional.${{ squared: "mse_loss", logistic: "binary_cross_entropy_with_logits", softmax: "cross_entropy" }[loss]}(design @ w, y)`,
    "",
    "",
    ...fitSteps,
    "",
    "",
    "models = {",
    ...penalties.map((penalty) => `    ${quoted(titleOf(penalty, mix))}: ${strengthsOf(simplest(penalty, mix), penalty.lambda, mix)},`),
    "}",
    ...showInPython(problem),
    "for name, (l1, l2) in models.items():",
    "    w = fit(l1, l2) + 0.0",
    ...(loss === "squared" ? ["    show(name, w)"] : loss === "logistic" ? ["    show(name, w[:-1], w[-1])"] : ["    show(name, w[:-1].T, w[-1])"]),
    "",
  ].join("\n");
}

function classesOf({ loss }: ExportedProblem): string[] {
  if (loss === "squared") return [];
  return ["classes, y = torch.unique(y, return_inverse=True)", ...(loss === "logistic" ? ["y = y.to(X.dtype)"] : [])];
}

/** The step is one over the largest curvature of the loss: 2, 1/4 or 1/2 times that of XᵀX / n. */
function designOf({ loss }: ExportedProblem): string[] {
  if (loss === "squared") {
    return [
      "design = X",
      "penalized = torch.ones(X.shape[1])",
      "step = n / (2 * torch.linalg.matrix_norm(design, 2) ** 2)  # one over the largest curvature of the loss",
    ];
  }
  const softmax = loss === "softmax";
  return [
    "design = torch.cat([X, torch.ones(n, 1)], 1)  # the last weight is the intercept",
    softmax ? "penalized = torch.ones(design.shape[1], len(classes))" : "penalized = torch.ones(design.shape[1])",
    "penalized[-1] = 0",
    `step = ${softmax ? 2 : 4} * n / torch.linalg.matrix_norm(design, 2) ** 2  # one over the largest curvature of the loss`,
  ];
}

/** The strengths of Σ|w| and Σw² in the note's formula. */
function strengthsOf(kind: PenaltyName, lambda: number, mix: number): string {
  switch (kind) {
    case "none":
      return "(0, 0)";
    case "l1":
      return `(${lambda}, 0)`;
    case "l2":
      return `(0, ${lambda})`;
    case "elastic-net":
      return `(${lambda} * ${mix}, ${lambda} * (1 - ${mix}))`;
  }
}

/** FISTA (Beck and Teboulle 2009), its momentum restarted where it leads uphill (O'Donoghue and Candès 2015). */
const fitSteps = [
  "def fit(l1, l2):",
  '    """Minimizes loss(w) + l1 * sum|w| + l2 * sum w^2. Zeros are exact: the proximal step sets them."""',
  "    w = torch.zeros_like(penalized)",
  "    ahead, momentum = w, 1.0",
  "    for _ in range(1_000_000):",
  "        ahead = ahead.detach().requires_grad_()",
  "        (gradient,) = torch.autograd.grad(loss(ahead), ahead)",
  "        ahead = ahead.detach()",
  "        moved = ahead - step * gradient",
  "        shrunk = moved.sign() * (moved.abs() - step * l1 * penalized).clamp(min=0)",
  "        new = shrunk / (1 + 2 * step * l2 * penalized)",
  "        if (new - ahead).abs().max() <= 1e-13 * (1 + new.abs().max()):",
  "            return new",
  "        uphill = ((ahead - new) * (new - w)).sum() > 0",
  "        following = 1.0 if uphill else (1 + (1 + 4 * momentum**2) ** 0.5) / 2",
  "        ahead = new + (0 if uphill else (momentum - 1) / following) * (new - w)",
  "        w, momentum = new, following",
  "    return w",
];
