/** What the messages about data of the reader's own may be given; `name` stands out in any sentence. */
export function ownProblemSamples(name: string) {
  const list = ["one", "two", "…"];
  return {
    "file-kind": [{ value: name }],
    "notes-only": [{ keys: [name] }, { keys: [name, "tag"] }],
    "no-file": [{ link: name }, { link: name, meant: name }],
    "no-heading": [{ note: name, heading: name, headings: list }, { note: name, heading: name, headings: list, meant: name }],
    "no-table": [{ note: name }, { note: name, heading: name }],
    "base-empty": [{ base: name }],
    "no-notes": [{ folder: name }, { tag: name }, { folder: name, tag: name }],
    indexing: [{ ready: 12, notes: 60 }],
    "no-properties": [{ notes: 3 }],
    "too-large": [{ name, size: 812, most: 50 }],
    "csv-encoding": [{ name }],
    "csv-empty": [{ name }],
    "csv-no-rows": [{ name }],
    "csv-quote": [{ name, row: 7, column: name }],
    "csv-ragged": [{ name, row: 7, cells: 5, columns: 4 }],
    "reading-stopped": [{ name }],
    "no-numbers": [{ data: name }],
    unread: [{ name, reason: "gone" }],
  };
}

/** What the remarks about them may be given. */
export function ownSamples(name: string): [string, readonly (readonly unknown[])[]][] {
  const samples: Record<string, readonly (readonly unknown[])[]> = {
    leftOut: [[{ left: 1, rows: 30, gaps: [{ name, rows: 3 }], fillable: true }], [{ left: 4, rows: 30, gaps: [{ name, rows: 3 }, { name: "steps", rows: 2 }], fillable: false }]],
    missingDays: [[{ all: 365, missing: 1 }], [{ all: 365, missing: 12 }]],
    leaked: [[{ names: [name], target: name }], [{ names: [name, "steps", "…"], target: name }]],
    leakedTogether: [[{ target: name }]],
    twins: [[{ names: [name, "steps"], more: 0 }], [{ names: [name, "steps"], more: 1 }], [{ names: [name, "steps"], more: 3 }]],
    trend: [[{ target: name, correlation: "0.7", names: [] }], [{ target: name, correlation: "−0.7", names: [name] }], [{ target: name, correlation: "0.7", names: [name, "steps"] }]],
    filled: [[{ cells: 3, rule: "mean" }], [{ cells: 3, rule: "zero" }]],
    unused: [[[name, "two"]]],
    "reasons.empty": [[]],
    "reasons.constant": [[]],
    "reasons.date": [[]],
    "reasons.id": [[]],
    "reasons.year": [[]],
    "reasons.text": [[{ values: 120 }]],
    "reasons.units": [[{ units: [name, "km"] }]],
    unreadable: [[{ name, count: 1, row: 17, text: "abc" }], [{ name, count: 3, row: 17, text: "abc" }]],
    reading: [[0], [43]],
    lagged: [[1], [3]],
    fewRows: [[{ rows: 20, columns: 8 }]],
    association: [[{ target: name }]],
  };
  const examples: [string, readonly (readonly unknown[])[]][] = [
    ["examples.text", [[{ folder: name }]]],
    ["examples.writing", [[{ done: 20, all: 366 }]]],
    ["examples.written", [[{ count: 366, folder: name }]]],
    ["examples.stopped", [[{ count: 12, folder: name, reason: "no room" }]]],
    ["examples.undone", [[{ count: 366, kept: 0 }], [{ count: 365, kept: 1 }]]],
  ];
  return [["lab.inserted", [[name]]], ["check.line", [[7]]], ...examples, ...Object.entries(samples).map(([key, values]): [string, readonly (readonly unknown[])[]] => [`own.${key}`, values])];
}
