import { readTable } from "../data/read-table";
import type { Table } from "../data/table";
import type { DataFault, DataSource } from "./own-data";

/** Tables that are kept when no block shows them any more. */
const capacity = 20;
/** Beyond so many cells, looking for a difference costs as much as drawing anew. */
const mostCompared = 500_000;

/** The reader's own tables as they were last read: the same object as long as nothing in it has changed, so that blocks share what was computed from it. */
export class OwnTables {
  private readonly known = new Map<string, { signature: string; table: Table }>();

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
    const { raw } = loaded;
    const signature = raw.rows * raw.columns.length > mostCompared ? "" : JSON.stringify(raw);
    const before = this.known.get(key);
    const table = before !== undefined && signature !== "" && before.signature === signature ? before.table : readTable(raw);
    this.known.delete(key);
    this.known.set(key, { signature, table });
    if (this.known.size > capacity) this.known.delete(this.known.keys().next().value ?? "");
    return { ok: true, table };
  }
}
