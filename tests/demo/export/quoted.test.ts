import { describe, expect, test } from "vitest";
import { csvOf } from "../../../src/demo/export/csv";
import { formulaText } from "../../../src/demo/export/picture/formula-text";
import { paintReader } from "../../../src/demo/export/picture/paint";
import { fileStem, quoted } from "../../../src/demo/export/quoted";
import { penaltyTex } from "../../../src/demo/views/penalty-tex";

describe("names from people's notes", () => {
  test("are quoted in a CSV file where a comma, a quote or a line break would end the cell", () => {
    expect(csvOf([{ name: 'a, "b"', cells: [1, 0.1] }, { name: "키", cells: ["x\ny", ""] }])).toBe('"a, ""b""",키\n1,"x\ny"\n0.1,\n');
  });

  test("cannot end the string of a program", () => {
    expect(quoted('"); import os; ("\\\n\0')).toBe('"\\"); import os; (\\"\\\\\\n"');
  });

  test("become file names that every system takes", () => {
    expect(fileStem("../a:b/[[c]]|d?.")).toBe("-a-b---c---d-");
    expect(fileStem(" . ")).toBe("data");
  });
});

test("a formula in plain text reads as it does in type", () => {
  expect(formulaText(`\\lambda ${penaltyTex["elastic-net"]}`)).toBe("λ (ρΣ|wᵢ| + (1−ρ)Σwᵢ²)");
  expect(formulaText(penaltyTex.l1)).toBe("Σ|wᵢ|");
  expect(formulaText("\\mathrm{MSE}")).toBe("MSE");
});

test("a computed colour becomes one that every reader knows, and its opacity", () => {
  const paintOf = paintReader(null);
  expect(paintOf("rgb(168, 84, 0)")).toEqual({ color: "#a85400", opacity: 1 });
  expect(paintOf("rgba(0, 0, 0, 0.16)")).toEqual({ color: "#000000", opacity: 0.16 });
  expect(paintOf("rgb(1 2 3 / 50%)")).toEqual({ color: "#010203", opacity: 0.5 });
  expect(paintOf("rgba(0, 0, 0, 0)")).toEqual({ color: "none", opacity: 0 });
});
