/** What the texts of the views optimizer and network may be given; `name` stands out in any sentence. */
export function deepSamples(name: string): [string, readonly (readonly unknown[])[]][] {
  const samples: Record<string, readonly (readonly unknown[])[]> = {
    "optimizer.exactIs": [["0"]],
    "optimizer.reached": [["0.98"]],
    "optimizer.place": [[{ step: 3, steps: 60, lambda: "1.2", rate: "0.1" }]],
    "optimizer.decayNote": [[{ rate: "0.01", lambda: "0.5" }]],
    "optimizer.decayPlot": [[name]],
    "optimizer.gradients": [["10"]],
    "network.note": [[{ training: 300, test: 150, filters: 12, size: 5 }]],
    "network.penalty": [[1]],
    "network.lambda": [[name]],
    "network.remove": [[name]],
    "network.epoch": [[0], [12]],
    "network.filters": [[{ filters: 12, dead: 3 }]],
    "network.sizes": [[{ zero: 3, tiny: 1, rest: 20 }]],
    "network.of": [[3, 12]],
    "network.bytes": [[8968]],
    "network.isDigit": [[6]],
    "network.field": [[{ row: 1, column: 2, full: true }], [{ row: 1, column: 2, full: false }]],
    "network.sentence": [[{ name, test: "92%", zero: 3, total: 2220, dead: 1, filters: 12 }]],
    "network.sentenceDiverged": [[name]],
  };
  return Object.entries(samples).map(([path, values]) => [`demo.${path}`, values]);
}
