import { describe, expect, test } from "vitest";
import { firstTable } from "../../src/concepts/note-table";

const small = "| a | b |\n| --- | ---: |\n| 1 | 2 |\n| 3 | 4 |";

describe("the first table of a note", () => {
  test("is found below properties, text, code and formulas that only look like one", () => {
    const note = `---\nx: "| a | b |"\n---\n# T\n\n\`\`\`\n| no | no |\n| - | - |\n\`\`\`\n\n%%\n| no | no |\n| - | - |\n%%\n\ntext\n\n${small}\n\n| later | t |\n| - | - |\n| 9 | 9 |`;
    expect(firstTable(note)).toEqual({ start: 17, end: 20, header: ["a", "b"], rows: [["1", "2"], ["3", "4"]] });
  });

  test("is found in a callout, and between given lines", () => {
    expect(firstTable(`> [!note] T\n${small.replace(/^/gm, "> ")}`)?.rows).toEqual([["1", "2"], ["3", "4"]]);
    const two = `${small}\n\n# Second\n\n| c |\n| - |\n| 5 |`;
    expect(firstTable(two, { from: 5 })?.header).toEqual(["c"]);
    expect(firstTable(two, { from: 5, to: 6 })).toBeNull();
  });

  test("has cells as they are read: links, bars and marks", () => {
    const note = "| [[Sleep\\|sleep]] | **b** |\n|-|-|\n| `1` | [4](http://x) |\n| a \\| b | ~~x~~ *5* |";
    expect(firstTable(note)).toMatchObject({ header: ["sleep", "b"], rows: [["1", "4"], ["a | b", "~~x~~ 5"]] });
  });

  test("ends where the table ends", () => {
    expect(firstTable(`${small}\nstill a row?\n| 5 | 6 |`)?.rows).toEqual([["1", "2"], ["3", "4"]]);
  });

  test("is null where there is none", () => {
    expect(firstTable("a | b\nc | d")).toBeNull();
    expect(firstTable("")).toBeNull();
  });
});
