import { describe, expect, it } from "vitest";
import type { Cell, RawTable } from "../../src/data/raw-table";
import { readTable } from "../../src/data/read-table";
import type { DataSource } from "../../src/obsidian/own-data";
import { OwnTables } from "../../src/obsidian/own-tables";

const host = { now: () => performance.now(), pause: () => Promise.resolve() };
const waiting = { onShare: () => undefined, isGone: () => false };
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
  const answer = await tables.read("key", source(() => table), waiting);
  if (!answer.ok) throw new Error(answer.code);
  return answer.table;
}

describe("the reader's own tables", () => {
  it("are the same object as long as every cell says the same, lists too", async () => {
    const tables = new OwnTables(host);
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
    const tables = new OwnTables(host);
    const before = await read(tables, raw());
    const after = await read(tables, raw(change));
    expect(after).not.toBe(before);
    expect(after).toEqual(readTable(raw(change)));
    expect(await read(tables, raw())).toEqual(before);
  });

  it("follow columns and rows that come and go, and another order of the rows", async () => {
    const tables = new OwnTables(host);
    await read(tables, raw());
    const fewer = { ...raw(), columns: raw().columns.slice(1) };
    expect(await read(tables, fewer)).toEqual(readTable(fewer));
    const turned = { ...raw(), notes: [...(raw().notes ?? [])].reverse() };
    expect(await read(tables, turned)).toEqual(readTable(turned));
    const none = await tables.read("key", { load: () => Promise.resolve({ ok: false as const, code: "no-notes" as const, params: {} }), concerns: () => true }, waiting);
    expect(none.ok).toBe(false);
    expect(tables.peek("key")).toBeUndefined();
  });
});

/** A file that is told by its stamp, of so many rows. */
function largeSource(state: { stamp: string; rows: number; reads: number; fails?: boolean }): DataSource {
  return {
    load: () => Promise.resolve({
      ok: true as const,
      large: {
        name: "large.csv",
        title: "large",
        stamp: state.stamp,
        bytes() {
          state.reads += 1;
          if (state.fails === true) return Promise.reject(new Error("no such file"));
          return Promise.resolve(new TextEncoder().encode(`a,b\n${Array.from({ length: state.rows }, (_, i) => `${i % 7},${i % 5}`).join("\n")}\n`));
        },
      },
    }),
    concerns: () => true,
  };
}

describe("a large file", () => {
  const watched = () => {
    const shares: number[] = [];
    return { shares, onShare: (share: number) => void shares.push(share), isGone: () => false };
  };
  /** Time goes by with every look at it, so that every step is a slice and every slice is told. */
  const ticking = () => {
    let now = 0;
    return { now: () => (now += 300), pause: () => Promise.resolve() };
  };

  it("is read once for all who wait, and again only when it has changed", async () => {
    const tables = new OwnTables(ticking());
    const state = { stamp: "1", rows: 60_000, reads: 0 };
    const [one, other] = [watched(), watched()];
    const [first, second] = await Promise.all([tables.read("key", largeSource(state), one), tables.read("key", largeSource(state), other)]);
    expect(first).toMatchObject({ ok: true, table: { name: "large", rows: 60_000 } });
    expect(second).toEqual(first);
    expect(state.reads).toBe(1);
    expect(one.shares.length).toBeGreaterThan(3);
    expect(other.shares).toEqual(one.shares);
    expect(one.shares).toEqual([...one.shares].sort((a, b) => a - b));
    const again = await tables.read("key", largeSource(state), waiting);
    expect(again.ok && first.ok && again.table === first.table).toBe(true);
    expect(state.reads).toBe(1);
    const changed = await tables.read("key", largeSource(Object.assign(state, { stamp: "2", rows: 50_000 })), waiting);
    expect(changed).toMatchObject({ ok: true, table: { rows: 50_000 } });
    expect(state.reads).toBe(2);
  });

  it("stays stopped until it is begun anew or changes", async () => {
    const tables = new OwnTables(ticking());
    const state = { stamp: "1", rows: 60_000, reads: 0 };
    const stopping = { onShare: () => tables.stop("key"), isGone: () => false };
    const stopped = { ok: false, code: "reading-stopped", params: { name: "large.csv" } };
    expect(await tables.read("key", largeSource(state), stopping)).toEqual(stopped);
    expect(await tables.read("key", largeSource(state), waiting)).toEqual(stopped);
    expect(state.reads).toBe(1);
    tables.beginAnew("key");
    expect(await tables.read("key", largeSource(state), waiting)).toMatchObject({ ok: true });
  });

  it("is left when nobody has waited for it for a while, and begun anew by who comes then", async () => {
    const tables = new OwnTables(ticking());
    const state = { stamp: "1", rows: 60_000, reads: 0 };
    expect(await tables.read("key", largeSource(state), { onShare: () => undefined, isGone: () => true })).toMatchObject({ ok: false, code: "reading-stopped" });
    expect(await tables.read("key", largeSource(state), waiting)).toMatchObject({ ok: true });
    expect(state.reads).toBe(2);
  });

  it("says why it could not be read, and is tried again", async () => {
    const tables = new OwnTables(ticking());
    const state = { stamp: "1", rows: 60_000, reads: 0, fails: true };
    expect(await tables.read("key", largeSource(state), waiting)).toEqual({ ok: false, code: "unread", params: { name: "large.csv", reason: "no such file" } });
    expect(await tables.read("key", largeSource({ ...state, fails: false }), waiting)).toMatchObject({ ok: true });
  });

  it("is stopped with everything else when the plugin goes", async () => {
    const tables = new OwnTables(ticking());
    const reading = tables.read("key", largeSource({ stamp: "1", rows: 60_000, reads: 0 }), { onShare: () => tables.close(), isGone: () => false });
    expect(await reading).toMatchObject({ ok: false, code: "reading-stopped" });
  });
});
