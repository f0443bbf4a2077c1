import { numberIn, readMeasurement } from "./column-words";

const statistics = {
  mean: (measured: string) => `${measured}: mean over the cell nuclei`,
  error: (measured: string) => `${measured}: standard error of the mean`,
  worst: (measured: string) => `${measured}: mean of the three largest`,
};
const measurements: Readonly<Record<string, string>> = {
  radius: "radius", texture: "texture (spread of the grey values)", perimeter: "perimeter", area: "area",
  smoothness: "smoothness (how little the radius varies)", compactness: "compactness (perimeter² / area − 1)",
  concavity: "depth of the dents in the outline", concave_points: "number of dents in the outline", symmetry: "symmetry",
  fractal_dimension: "fractal dimension of the outline",
};

/** Names and descriptions of the built-in data, and of what the command that inserts a demo offers. */
export const data = {
  diabetes: {
    name: "Diabetes",
    description: "442 patients: disease progression after one year from ten measurements (Efron et al. 2004)",
    columns: {
      age: "age in years", sex: "sex (1 or 2)", bmi: "body mass index", bp: "mean blood pressure",
      s1: "total cholesterol", s2: "LDL cholesterol", s3: "HDL cholesterol", s4: "total cholesterol / HDL",
      s5: "log of triglycerides", s6: "blood sugar", progression: "disease progression after one year",
    },
  },
  two: {
    name: "Two features",
    description: "60 rows drawn for the geometry view: two correlated features, both with a part in the target",
    columns: { x1: "the weaker feature", x2: "the stronger feature", y: "target" },
  },
  sparse: {
    name: "Sparse truth",
    description: "80 rows drawn so that 5 of 20 features have a part in the target; the truth is known",
    columns: { y: "target" },
    column: (name: string) => `feature ${numberIn(name)} of 20`,
  },
  correlated: {
    name: "Twins",
    description: "80 rows drawn with groups of nearly equal features, so that no data can tell which of them moved the target; the truth is known",
    columns: { d: "a feature on its own", e: "a feature on its own", y: "target" },
    column: (name: string) => `twin ${numberIn(name)} of group ${name.charAt(0)}`,
  },
  wide: {
    name: "Genes",
    description: "60 rows drawn with 400 features, like genes of which each ten rise and fall together; 10 have a part in the target, and the truth is known",
    columns: { y: "target" },
    column: (name: string) => `expression of gene ${numberIn(name)}, in block ${Math.ceil(numberIn(name) / 10)} of 40`,
  },
  curve: {
    name: "Noisy wave",
    description: "12 noisy points drawn from a sine wave, with the powers of x up to nine: a polynomial that overfits",
    columns: { x: "place along the wave, from −1 to 1", y: "height of the wave, with noise" },
    column: (name: string) => `${name}, a power of the place along the wave`,
  },
  orthonormal: {
    name: "Orthonormal features",
    description: "60 rows drawn with ten features that are exactly uncorrelated, so that a penalty works on each weight alone",
    columns: { y: "target" },
    column: (name: string) => `feature ${numberIn(name)}, uncorrelated with all others`,
  },
  "breast-cancer": {
    name: "Breast cancer",
    description: "569 breast masses: benign or malignant from thirty measurements of cell nuclei (Wolberg, Street, Mangasarian 1995)",
    columns: { benign: "1 benign, 0 malignant" },
    column: (name: string) => {
      const { statistic, measured } = readMeasurement(name);
      return statistics[statistic](measurements[measured] ?? measured);
    },
    classes: { malignant: "malignant", benign: "benign" },
  },
  digits: {
    name: "Digits",
    description: "450 handwritten digits, 45 of each, on 8×8 pixels; a balanced part of the 1,797 of Alpaydin and Kaynak 1998",
    columns: { digit: "the digit that was written" },
    column: (name: string) => `pixel in row ${Number(name[1]) + 1}, column ${Number(name[2]) + 1}: from 0, paper, to 16, ink`,
  },
  presets: {
    compare: { name: "L1 against L2", description: "Weights, path and loss contours side by side on the diabetes data" },
    geometry: { name: "Why L1 gives zeros", description: "Diamond and disc against the loss contours of two features" },
    path: { name: "Weights as λ grows", description: "Every weight of the diabetes data against λ" },
    "elastic-net": { name: "L1, elastic net, L2", description: "The three penalties side by side on two features" },
    formula: { name: "The formula, live", description: "Loss plus penalty, each term with its value" },
    optimizer: { name: "Steps to a corner", description: "Subgradient, proximal step, coordinate descent and L2; Adam with L2 against AdamW" },
    network: { name: "Small networks, trained live", description: "Handwritten digits under no penalty, weight decay, L1 and group L1" },
  },
};
