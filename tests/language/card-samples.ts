/** What the texts of cards, and of what is done with them, may be given; `name` stands out in any sentence. */
export function cardSamples(name: string): [string, readonly (readonly unknown[])[]][] {
  return Object.entries({
    "card.label": [[name]],
    "card.ambiguous": [[name]],
    "card.wantedBy": [[1], [3]],
    "card.under": [[name]],
    "card.none": [[name]],
    "card.fromNote": [[name]],
    "card.otherSpelling": [[name]],
    "card.whichNote": [[name]],
    "card.repairLinks": [[2], [5]],
    "repair.intro": [[1], [5]],
    "repair.where": [[name, 1], [name, 3]],
    "repair.more": [[4], [5]],
    "repair.apply": [[1], [5]],
    "repair.done": [[1, 1], [5, 2]],
    "repair.changed": [[1, name], [3, name]],
    "repair.failed": [[name, name]],
    "repair.undone": [[1], [5]],
  });
}
