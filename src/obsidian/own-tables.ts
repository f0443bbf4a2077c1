import { withKnownParts, type RawTable } from "../data/raw-table";
import { readTable } from "../data/read-table";
import type { Table } from "../data/table";
import type { DataFault, DataSource } from "./own-data";

/** Tables that are kept when no block shows them any more. */
const capacity = 20;
/** Tables beyond so many cells are not kept as they were written, to be compared with the next reading. */
const mostCompared = 500_000;

/** The reader's own tables as they were last read: the same object as long as nothing in it has changed, so that blocks share what was computed from it. */
export class OwnTables {
  private readonly known = new Map<string, { raw: RawTable | null; table: Table }>();

  /** What was read last; drawn at once, for example on paper. */
  peek(key: string): Table | undefined {
    return this.known.get(key)?.table;
  }

  async read(key: string, source: DataSource): Promise<{ ok: true; table: Table } | DataFault> {
    const loaded = await source.load();
    if (!loaded.ok) {
      this.known.delete(key);
      return loaded;
    }
    const before = this.known.get(key);
    const raw = before?.raw ? withKnownParts(loaded.raw, before.raw) : loaded.raw;
    const table = before?.raw && isSame(raw, before.raw) ? before.table : readTable(raw);
    this.known.delete(key);
    this.known.set(key, { raw: raw.rows * raw.columns.length > mostCompared ? null : raw, table });
    if (this.known.size > capacity) this.known.delete(this.known.keys().next().value ?? "");
    return { ok: true, table };
  }
}

/** Whether all parts are the very same. */
function isSame(a: RawTable, b: RawTable): boolean {
  return a.name === b.name && a.rows === b.rows && a.notes === b.notes && a.columns.length === b.columns.length && a.columns.every((column, j) => column === b.columns[j]);
}
