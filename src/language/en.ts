import { code, codes, grouped, sentences } from "./code-names";
import { card, repair } from "./en-cards";
import { classes } from "./en-classes";
import { check } from "./en-check";
import { data } from "./en-data";
import { deep } from "./en-deep";
import { evidence } from "./en-evidence";
import { examples } from "./en-examples";
import { columns, lab } from "./en-lab";
import { mechanism } from "./en-mechanism";
import { own, ownKeys, ownProblems } from "./en-own";

const orMeant = (otherwise: string, meant: string | number | undefined) =>
  meant === undefined ? otherwise : `Did you mean ${code(meant)}?`;

// Sentences with values in them are functions, so that each language can order them as its grammar asks.
export const en = {
  /** Messages about the text of a block. */
  spec: {
    atLine: (line: number, sentence: string) => `Line ${line}: ${sentence}`,
    problems: {
      "too-long": (p: { lines: number; characters: number; maxLines: number; maxCharacters: number }) =>
        `This block has ${p.lines} lines and ${p.characters} characters; at most ${p.maxLines} and ${p.maxCharacters} are possible.`,
      "yaml-reference": (p: { text: string }) =>
        `${code(p.text)} is an anchor, alias, tag or merge key of YAML; a block takes none. If it is meant as text, put it in quotes.`,
      "too-nested": () => "Too many brackets or lists inside one another. A block has keys, each with one value or one plain list.",
      yaml: (p: { detail: string }) =>
        `This cannot be read as YAML (${p.detail}). Expected one key and value on a line, such as ${code("lambda: 0.2")}.`,
      tab: () => "This line is indented with a tab. Use spaces, or no indentation.",
      unclosed: (p: { mark: string }) => `The ${code(p.mark)} opened here is never closed.`,
      "not-keys": (p: { example: string }) => `This is not a key with a value. Expected lines such as ${code(p.example)}.`,
      "key-form": (p: { meant: string }) => `A key and its value are separated by a colon and a space. Did you mean ${code(p.meant)}?`,
      "duplicate-key": (p: { key: string; first: number }) => `${code(p.key)} is already set on line ${p.first}. Keep one of the two.`,
      "unknown-key": (p: { key: string; meant?: string; keys: readonly string[] }) =>
        `${code(p.key)} is not a key. ${orMeant(`The keys are ${codes(p.keys)}.`, p.meant)}`,
      "unknown-value": (p: { key: string; value: string; meant?: string; expected: readonly string[] }) =>
        sentences(`${code(p.value)} is not a value of ${code(p.key)}.`, orMeant("", p.meant), `Expected: ${codes(p.expected)}.`),
      "not-a-number": (p: { key: string; value: string; meant?: number; example: number }) =>
        `${code(p.key)} takes a number, not ${code(p.value)}. ${orMeant(`Expected for example ${code(p.example)}.`, p.meant)}`,
      "not-whole": (p: { key: string; value: string; example: number }) =>
        `${code(p.key)} takes a whole number, not ${code(p.value)}. Expected for example ${code(p.example)}.`,
      "not-finite": (p: { key: string; value: string; example: number }) =>
        `${code(p.key)} takes a finite number, not ${code(p.value)}. Expected for example ${code(p.example)}.`,
      "out-of-range": (p: { key: string; value: number; min: number; max?: number; meant?: number }) => {
        const range = p.max === undefined ? `of at least ${p.min}` : `from ${p.min} to ${p.max}`;
        return sentences(`${code(p.value)} is out of range for ${code(p.key)}. Expected a number ${range}.`, orMeant("", p.meant));
      },
      "not-yes-no": (p: { key: string; value: string }) =>
        `${code(p.key)} takes ${code("true")} or ${code("false")}, not ${code(p.value)}.`,
      "not-text": (p: { key: string }) => `${code(p.key)} takes a single text. Put it in quotes if it has brackets or a colon in it.`,
      empty: (p: { key: string; expected: readonly string[] }) =>
        p.expected.length === 0
          ? `${code(p.key)} is empty. Give it a value or remove the line.`
          : `${code(p.key)} is empty. Expected at least one of ${codes(p.expected)}.`,
      "text-too-long": (p: { key: string; length: number; max: number }) =>
        `${code(p.key)} has ${p.length} characters; at most ${p.max} are possible.`,
      "repeated-value": (p: { key: string; value: string }) =>
        `${code(p.value)} stands more than once in ${code(p.key)}; it is shown once.`,
      "keys-unused": (p: { keys: readonly string[] }) => `The views of this block have their own data and controls: ${codes(p.keys)} ${p.keys.length === 1 ? "is" : "are"} not used.`,
      "mix-unused": () => `${code("mix")} only matters to ${code("elastic-net")}, which is not among the penalties.`,
      more: (p: { count: number }) => (p.count === 1 ? "One more problem from here on." : `${p.count} more problems from here on.`),
      "unknown-target": (p: { name: string; meant?: string; columns: readonly string[]; data: string }) =>
        `${code(p.data)} has no column ${code(p.name)} to predict. ${orMeant(`Its columns are ${codes(p.columns)}.`, p.meant)}`,
      "unknown-feature": (p: { name: string; meant?: string; columns: readonly string[]; data: string }) =>
        `${code(p.data)} has no feature ${code(p.name)}. ${orMeant(`Its features are ${codes(p.columns)}.`, p.meant)}`,
      "target-among-features": (p: { name: string }) =>
        `${code(p.name)} is the target, so it cannot be a feature as well. Remove it from the features, or choose another target.`,
      "duplicate-feature": (p: { name: string }) => `${code(p.name)} stands more than once among the features. Keep one.`,
      "constant-target": (p: { name: string }) =>
        `${code(p.name)} has the same value in every row, so there is nothing to predict. Choose another target.`,
      "no-features": (p: { data: string }) =>
        `${code(p.data)} has no feature left to predict from. Expected at least one column besides the target.`,
      ...ownProblems,
      "not-classes": (p: { loss: "logistic" | "softmax"; target: string; values: number; most: number }) =>
        p.values > p.most
          ? `${code(p.target)} has ${p.values} different values, too many for classes: at most ${p.most} are told apart. Choose another target, or ${code("loss: squared")}.`
          : p.loss === "logistic" && p.values > 2
            ? `${code("loss: logistic")} tells two classes apart, but ${code(p.target)} has ${p.values} different values. ${code("loss: softmax")} is for more than two.`
            : `One of the values of ${code(p.target)} stands in a single row; every class needs at least two.`,
      "needs-rows": (p: { key: string; data: string }) => `${code(p.key)} needs the rows of ${code(p.data)} one by one; of a file this large only sums are kept.`,
      "few-rows": (p: { rows: number; needed: number }) =>
        `${p.rows === 1 ? "Only one row has" : `Only ${p.rows} rows have`} a number in every column used. At least ${p.needed} are needed.`,
    },
  },
  /** What each key of a block is for, as its completion says it. */
  keys: {
    ...ownKeys,
    data: "the data set",
    target: "the column to predict",
    features: "the columns to predict from",
    loss: "what is measured",
    penalties: "what is compared",
    lambda: "strength of the penalty, from 0",
    match: "what is held equal: lambda, fit or best",
    mix: "share of L1 in the elastic net, 0 to 1",
    views: "what is drawn, in order",
    aim: "what the verdict judges by",
    standardize: "whether features are brought to one scale",
    folds: "folds of the cross-validation",
    seed: "seed of everything drawn by chance",
    height: "height of a plot in pixels",
    caption: "a line below the block",
    language: "language of this block",
    name: "a name for this block",
  },
  data,
  own,
  lab,
  examples,
  check,
  /** Controls, views and readings of a block. */
  demo: {
    block: (p: { data: string; target: string; columns: number; rows: number }) =>
      `${p.data}: predicting ${p.target} from ${p.columns} ${p.columns === 1 ? "column" : "columns"} · ${grouped(p.rows)} rows`,
    penalties: { none: "no penalty", l1: "L1", l2: "L2", "elastic-net": "elastic net" },
    controls: {
      lambda: "Strength of the penalty, λ",
      lambdaNumber: "λ as a number",
      play: "Play: λ from large to small",
      pause: "Pause",
      reset: "Reset",
      save: "Save λ",
      saveView: "Save view to the note",
      saveLong: "Save λ to the note",
      more: "More",
    },
    /** What the menu of a block takes out of it. */
    menu: {
      openInLab: lab.openBlock,
      copyImage: "Copy image",
      saveSvg: "Save SVG",
      copyData: "Copy data",
      copyWeights: "Copy weights",
      copyCode: (library: string) => `Copy as ${library} code`,
      imageCopied: "The image is copied.",
      dataCopied: (file: string) => `The data are copied as CSV. The code reads them from ${file}.`,
      weightsCopied: "The weights are copied as CSV.",
      codeCopied: (p: { library: string; file: string }) => `The ${p.library} code is copied. It reads ${p.file}: choose “Copy data” and save it under this name beside the code.`,
      notCopied: (reason: string) => `Nothing was copied: ${reason}`,
      saved: (path: string) => `Saved ${path}`,
      notSaved: (p: { name: string; reason: string }) => `${p.name} could not be saved: ${p.reason}`,
      feature: "feature",
      intercept: "intercept",
      originalUnits: "original units",
    },
    lambdaIs: (lambda: string) => `λ = ${lambda}`,
    /** What is held equal between the penalties. */
    match: {
      label: "Compare at",
      lambda: "the same λ",
      fit: "the same training error",
      best: "each one’s best λ",
      "1se": "each one’s 1-SE λ",
      toggle: (penalty: string) => `Show ${penalty}`,
    },
    /** The sentence under a block. */
    summary: (p: {
      match: "lambda" | "fit" | "best" | "1se";
      lambda: string;
      total: number;
      /** Training error of the first penalty. */
      error: string;
      kept: readonly { penalty: "none" | "l1" | "l2" | "elastic-net"; kept: number; lambda: string }[];
      /** Cross-validated errors in the same order; empty where there are none. */
      validated: readonly string[];
    }) => {
      const names = { none: "no penalty", l1: "L1", l2: "L2", "elastic-net": "the elastic net" };
      const clauses = p.kept.map(({ penalty, kept }, index) => {
        const features = index === 0 ? (p.total === 1 ? " feature" : " features") : "";
        const amount = kept === p.total ? `all ${p.total}${features}` : kept === 0 ? `none of the ${p.total}${features}` : `${kept} of ${p.total}${features}`;
        return `${names[penalty]} keeps ${amount}`;
      });
      const titles = { none: "no penalty", l1: "L1", l2: "L2", "elastic-net": "elastic net" };
      const own = p.kept.filter(({ penalty }) => penalty !== "none").map(({ penalty, lambda }) => `${titles[penalty]} at λ = ${lambda}`).join(", ");
      const held = {
        lambda: `λ = ${p.lambda}`,
        fit: `Same training error ${p.error} (${own})`,
        best: `Each at its best λ (${own})`,
        "1se": `Each at the largest λ within one standard error of its best (${own})`,
      };
      const errors = p.validated.length === 0 ? "" : `; cross-validated error ${p.validated.join(" against ")}`;
      return `${held[p.match]}: ${clauses.join(", ")}${errors}.`;
    },
    guess: {
      question: (penalty: string) => `Before you look: as λ grows, which weight does ${penalty} set to exactly 0 first?`,
      skip: "Show me",
      right: (p: { name: string; lambda: string }) => `Right: ${p.name} becomes exactly 0 first, at λ = ${p.lambda}.`,
      wrong: (p: { name: string; lambda: string; guess: string; later: string }) => `First is ${p.name}, at λ = ${p.lambda}. ${p.guess}, your guess, follows at λ = ${p.later}.`,
    },
    noBetter: "By cross-validation this predicts no better than always saying the average.",
    summaryAtZero: "λ = 0: nothing is penalised, so every penalty gives the same weights.",
    formula: {
      title: "What is minimised",
      loss: "loss: the mean squared error, as a share of the target’s variance",
      lambda: "λ: how much the penalty counts",
      penalty: "the penalty",
      reading: (p: { penalty: string; loss: string; lambda: string; size: string; total: string }) =>
        `${p.penalty}: loss ${p.loss} plus ${p.lambda} times penalty ${p.size} is ${p.total}`,
      bar: "Solid: the loss. Pale: λ times the penalty. A full bar is the loss with all weights at 0.",
    },
    geometry: {
      title: "Where loss meets penalty",
      features: "Pair",
      first: "Feature along the horizontal axis",
      second: "Feature along the vertical axis",
      and: "and",
      panel: (p: { penalty: string; first: string; second: string }) => `${p.penalty}: loss contours and ball for ${p.first} and ${p.second}`,
      note: "Curves: equal loss. Shaded: every pair of weights with no more penalty than the solution’s. The solution is where the two touch.",
      notePair: (others: number) =>
        `The ${others === 1 ? "other weight is" : `other ${others} weights are`} held at each penalty’s own solution; the ball is as large as this pair’s share of the penalty.`,
      corner: (feature: string) => `${feature} is exactly 0`,
      corners: "Both are exactly 0",
      ball: (penalty: string) => `Size of the ${penalty} ball`,
      optimum: "Optimum without a penalty",
      optimumHint: "Drag the + to move the optimum, or the edge of a ball to change λ.",
      ballHint: "Drag the edge of a ball to change λ.",
      point: "two-dimensional point",
      least: "least loss",
      tooFew: "This view needs two features.",
    },
    weights: {
      title: "Weights",
      plot: "Weight of each feature",
      kept: (kept: number, total: number) => `kept ${kept} of ${total}`,
      zero: "0",
      without: "without a penalty",
      zeroMark: "exactly 0",
      largest: (shown: number, total: number) => `Shown are the ${shown} of ${total} features with the largest weights along the slider.`,
    },
    path: {
      title: "Every weight as λ grows",
      panel: (penalty: string) => `${penalty}: weights against λ`,
      cursor: (penalty: string) => `λ, cursor in the ${penalty} plot`,
      reachesZero: (feature: string, lambda: string) => `${feature} becomes exactly 0 at λ = ${lambda}`,
      noneZero: "smaller and smaller, never exactly 0",
      becomesZero: "becomes exactly 0",
      unchanged: "no penalty: λ changes nothing",
      penaltyGrows: "λ →",
      named: (named: number, total: number) => `Names stand at the ${named} of ${total} features that have the largest weights in each plot.`,
    },
    classes,
    columns,
    ...evidence,
    ...mechanism,
    ...deep,
    problems: "This block cannot be drawn",
  },
  /** Concept cards. */
  card,
  repair,
  /** Command palette, menus, dialogs, notices. */
  commands: {
    insertDemo: "Insert L1 vs L2 demo…",
    insertDemoPlaceholder: "Choose a demo to insert",
    showCard: "Show concept card for the link at the cursor",
    findConcept: "Find concept…",
    findConceptPlaceholder: "Name of a concept, in English or Korean",
    noConcept: "No concept has this name",
    createMissing: "Create missing concept notes…",
    chooseLink: "Links of this note that have a card",
    noLinkHere: "There is no link with a card here. Put the cursor on a [[link]] without a note.",
    noLinksInNote: "This note has no link with a card.",
    linkHasNote: (name: string) => `“${name}” has a note of its own; Obsidian’s page preview shows it.`,
    created: (path: string) => `Created ${path}`,
    alreadyThere: (path: string) => `${path} is there already. It was left as it is.`,
    cannotCreate: (path: string, reason: string) => `${path} could not be created: ${reason}`,
    cannotName: (name: string) => `No file can be named so that [[${name}]] leads to it: the name holds a character that file names cannot have.`,
    cardsOff: "Concept cards are off. Turn them on again in the settings of Regularization Lab.",
    undo: "Undo",
    notTrashed: (p: { path: string; reason: string }) => `${p.path} could not be moved to the trash: ${p.reason}`,
    changedSince: (path: string) => `${path} was changed since. It was left as it is.`,
    noTemplate: (path: string) => `The template ${path} is not there; the note has the form of the plugin.`,
    missing: {
      title: "Create missing concept notes",
      intro: (links: number) =>
        links === 1 ? "One link leads to a concept that has no note yet." : `${links} links lead to concepts that have no note yet.`,
      inThisNote: "Links in this note",
      inVault: "Links in the whole vault",
      none: "Every link to a concept in the library has its note.",
      wantedBy: (notes: number) => (notes === 1 ? "wanted by 1 note" : `wanted by ${notes} notes`),
      create: (notes: number) => (notes === 1 ? "Create 1 note" : `Create ${notes} notes`),
      cancel: "Cancel",
      done: (created: number) => (created === 1 ? "Created 1 concept note." : `Created ${created} concept notes.`),
    },
    saveLambda: {
      viewSaved: "What is shown is saved in the note.",
      saved: (lambda: string) => `λ = ${lambda} is saved in the note.`,
      changed: "The block in the note is no longer the one drawn here. Nothing was saved.",
      unclear: "This note holds several equal blocks, and Obsidian does not say which one this is. Nothing was saved.",
      noFile: "This block does not belong to a note, so there is nothing to save to.",
      failed: (reason: string) => `Nothing was saved: ${reason}`,
    },
  },
  /** The settings tab. */
  settings: {
    unread: (reason: string) => `The settings of Regularization Lab could not be read, so they stay as they were or are the usual ones. The file is untouched until you change a setting. ${reason}`,
    notStored: (reason: string) => `The changed setting holds until the app is closed; it could not be stored: ${reason}`,
    language: "Language",
    languageDescription: "The language of blocks and cards. A block can choose its own with the key language.",
    languageApp: "Same as the app",
    cards: "Concept cards",
    cardsDescription: "Which links without a note show a card when hovered.",
    cardsAll: "Concepts, and other links from your own sentences",
    cardsConcepts: "Concepts only",
    cardsOff: "Off",
    hoverDelay: "Delay before a card opens",
    hoverDelayDescription: "In milliseconds.",
    livePreviewMod: "Ask for Ctrl or Cmd in live preview",
    livePreviewModDescription: "When on, a card opens in live preview only while Ctrl or Cmd is held, as in source mode.",
    blockDefaults: "What blocks show unless they say otherwise",
    blockDefaultsDescription: "Lines as in a block, for example penalties and views. They hold in every block that does not set the same key; the notes stay as they are.",
    palette: "Colours",
    paletteDescription: "Orange, blue and green of the theme, or fixed ones that stay apart for the colour-blind in every theme. Shapes and dashes tell the penalties apart in both.",
    paletteTheme: "The theme’s own",
    paletteFixed: "Fixed",
    motion: "Motion",
    motionDescription: "With less, λ plays in few steps and nothing glides.",
    motionSystem: "As on the device",
    motionCalm: "Less",
    noteFolder: "Folder for notes from cards",
    noteFolderDescription: "A link that names a folder itself keeps it.",
    noteFolderApp: "Where the app puts new notes",
    noteTemplate: "Template for notes from cards",
    noteTemplateDescription: "A note with places such as {{title}}, {{definition}}, {{formula}}, {{points}} and {{card}}. Lines and headings that would stay empty are left out.",
    noteTemplateOwn: "The form of the plugin",
    tap: "A tap opens the card",
    tapDescription: "On a touch screen, tapping a link without a note shows its card instead of creating the note at once. When off, hold the link to see the card.",
  },
};

/** Every word a user reads, in one language. English is the shape that the others must fill. */
export type Words = typeof en;
