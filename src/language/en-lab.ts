/** The lab: a block's keys in a form. */
export const lab = {
  title: "Regularization lab",
  open: "Open the lab",
  /** As a view of a base. */
  base: "Regularized regression",
  openBlock: "Open in the lab",
  analyseTable: "Analyse table at the cursor",
  analyseFile: "Analyse this CSV file",
  more: "More settings",
  insert: "Insert as block into note",
  copy: "Copy block",
  copied: "The block is copied.",
  inserted: (note: string) => `The block is inserted into ${note}.`,
  noNote: "No note is open for editing. Open one, put the cursor where the block should go, and try again.",
  needsHeading: "This table is not the first under its heading, so a block cannot point to it. Put a heading above it.",
  fields: {
    data: "Data", target: "Predict", features: "From", penalties: "Compare", lambda: "λ", match: "Compare at", views: "Views",
    folder: "Folder of notes", tag: "Tag of notes", missing: "Missing values", lag: "Rows before", test: "Held out", mix: "Share of L1", aim: "Verdict by",
    standardize: "Standardise", folds: "Folds", seed: "Seed", height: "Height", caption: "Caption", name: "Name",
  },
  placeholders: {
    data: "diabetes, [[habits.csv]], notes", target: "last column of numbers", features: "all other columns", lambda: "number, best or 1se",
    folder: "Daily", tag: "habit", height: "from the width",
  },
  options: {
    lambda: "the same λ", fit: "the same training error", best: "each at its best",
    predict: "predict well", few: "few features", stable: "a stable choice",
    drop: "leave the row out", mean: "the column’s mean", zero: "0",
  },
};

/** The choice of columns in a block. */
export const columns = {
  choose: "Choose columns",
  target: "Predict",
  features: (p: { used: number; all: number }) => `From ${p.used} of ${p.all} columns`,
  all: "All columns",
  back: "Back to the columns of the block’s text",
};
