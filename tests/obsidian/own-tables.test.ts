import { describe, expect, it } from "vitest";
import type { Cell, RawTable } from "../../src/data/raw-table";
import { readTable } from "../../src/data/read-table";
import { OwnTables } from "../../src/obsidian/own-tables";

const rows = 40;
const raw = (change: (row: number, column: string) => Cell | undefined = () => undefined): RawTable => ({
  name: "diary",
  rows,
  notes: Array.from({ length: rows }, (_, row) => `2026-01-${String((row * 7) % 28 + 1).padStart(2, "0")}`),
  columns: ["sleep", "tags", "weather", "mood"].map((name) => ({
    name,
    cells: Array.from({ length: rows }, (_, row): Cell => {
      const changed = change(row, name);
      if (changed !== undefined) return changed;
      return name === "tags" ? [row % 2 === 0 ? "run" : "walk"] : name === "weather" ? ["sun", "rain"][row % 2] ?? null : ((row * 13) % 10) / 2;
    }),
  })),
});
const source = (table: () => RawTable) => ({ load: () => Promise.resolve({ ok: true as const, raw: table() }), concerns: () => true });
async function read(tables: OwnTables, table: RawTable) {
  const answer = await tables.read("key", source(() => table));
  if (!answer.ok) throw new Error(answer.code);
  return answer.table;
}

describe("the reader's own tables", () => {
  it("are the same object as long as every cell says the same, lists too", async () => {
    const tables = new OwnTables();
    const first = await read(tables, raw());
    expect(await read(tables, raw())).toBe(first);
    expect(tables.peek("key")).toBe(first);
  });

  it.each<[string, (row: number, column: string) => Cell | undefined]>([
    ["a number", (row, column) => (row === 3 && column === "sleep" ? 99 : undefined)],
    ["a member of a list", (row, column) => (row === 3 && column === "tags" ? ["run"] : undefined)],
    ["a value that is gone", (row, column) => (row === 3 && column === "mood" ? null : undefined)],
    ["a number that has become text", (_, column) => (column === "mood" ? "happy" : undefined)],
  ])("are read as if for the first time where there is another: %s", async (_, change) => {
    const tables = new OwnTables();
    const before = await read(tables, raw());
    const after = await read(tables, raw(change));
    expect(after).not.toBe(before);
    expect(after).toEqual(readTable(raw(change)));
    expect(await read(tables, raw())).toEqual(before);
  });

  it("follow columns and rows that come and go, and another order of the rows", async () => {
    const tables = new OwnTables();
    await read(tables, raw());
    const fewer = { ...raw(), columns: raw().columns.slice(1) };
    expect(await read(tables, fewer)).toEqual(readTable(fewer));
    const turned = { ...raw(), notes: [...(raw().notes ?? [])].reverse() };
    expect(await read(tables, turned)).toEqual(readTable(turned));
    const none = await tables.read("key", { load: () => Promise.resolve({ ok: false as const, code: "no-notes" as const, params: {} }), concerns: () => true });
    expect(none.ok).toBe(false);
    expect(tables.peek("key")).toBeUndefined();
  });
});
