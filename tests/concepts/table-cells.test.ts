import { describe, expect, it } from "vitest";
import { isDelimiterRow, tableCells } from "../../src/concepts/table-cells";

describe("the cells of a row", () => {
  it.each<[string, string[]]>([
    ["| a | b |", ["a", "b"]],
    ["a | b", ["a", "b"]],
    ["  | a | b |  ", ["a", "b"]],
    ["| a | | c |", ["a", "", "c"]],
    ["| a | b", ["a", "b"]],
    ["|a|", ["a"]],
    ["| [[note\\|name]] | b |", ["[[note|name]]", "b"]],
    ["| a \\\\ b | c |", ["a \\\\ b", "c"]],
    ["| \\alpha | b |", ["\\alpha", "b"]],
    ["| a | b\\", ["a", "b\\"]],
    ["", []],
  ])("%j are %j", (row, cells) => {
    expect(tableCells(row)).toEqual(cells);
  });

  it.each<[string, boolean]>([
    ["|---|---|", true], ["| :-- | --: |", true], ["--- | ---", true], ["|-|", true],
    ["---", false], ["|   |", false], ["| a | - |", false], ["| - | a", false], ["", false], [":-:", false],
  ])("%j under a header: %j", (line, expected) => {
    expect(isDelimiterRow(line)).toBe(expected);
  });
});
