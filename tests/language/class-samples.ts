/** What the texts of blocks with classes may be given; `name` stands out in any sentence. */
export function classSamples(name: string): [string, readonly (readonly unknown[])[]][] {
  const samples: Record<string, readonly (readonly unknown[])[]> = {
    failed: [[name]],
    title: [[{ target: name, names: [name, name], isNamed: true }], [{ target: name, names: [name, name, name, name, name], isNamed: false }]],
    asked: [[{ target: name, values: 3, loss: name }]],
    several: [[{ columns: 64, classes: 10, example: name }]],
    errorNote: [[10]],
    gap: [[{ objective: "0.21", gap: "1e-9", violation: "1e-6" }]],
    unfit: [[name]],
  };
  return Object.entries(samples).map(([key, given]) => [`demo.classes.${key}`, given]);
}
