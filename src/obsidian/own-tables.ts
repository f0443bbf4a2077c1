import type { JobHost } from "../compute/job-host";
import { withKnownParts, type RawTable } from "../data/raw-table";
import { readTable } from "../data/read-table";
import type { Table } from "../data/table";
import { LargeReading, type TableRead, type Waiting } from "./large-reading";
import type { DataSource, LargeFile } from "./own-data";

/** Tables that are kept when no block shows them any more. */
const capacity = 20;
/** Tables beyond so many cells are not kept as they were written, to be compared with the next reading. */
const mostCompared = 500_000;

/** The reader's own tables as they were last read: the same object as long as nothing in it has changed, so that blocks share what was computed from it. */
export class OwnTables {
  private readonly known = new Map<string, { raw: RawTable | null; stamp?: string; table: Table }>();
  /** Large files that are being read, or whose reading was stopped. */
  private readonly readings = new Map<string, LargeReading>();

  constructor(private readonly host: Pick<JobHost, "now" | "pause">) {}

  /** What was read last; drawn at once, for example on paper. */
  peek(key: string): Table | undefined {
    return this.known.get(key)?.table;
  }

  async read(key: string, source: DataSource, waiting: Waiting): Promise<TableRead> {
    const loaded = await source.load();
    if (!loaded.ok) {
      this.known.delete(key);
      return loaded;
    }
    if ("large" in loaded) return this.readLarge(key, loaded.large, waiting);
    const before = this.known.get(key);
    const raw = before?.raw ? withKnownParts(loaded.raw, before.raw) : loaded.raw;
    const table = before?.raw && isSame(raw, before.raw) ? before.table : readTable(raw);
    this.keep(key, { raw: raw.rows * raw.columns.length > mostCompared ? null : raw, table });
    return { ok: true, table };
  }

  /** Stops the reading of a large file; it stays so until it is begun anew, or the file changes. */
  stop(key: string): void {
    this.readings.get(key)?.stop();
  }

  beginAnew(key: string): void {
    this.stop(key);
    this.readings.delete(key);
  }

  /** Stops everything. */
  close(): void {
    for (const reading of this.readings.values()) reading.stop();
  }

  private async readLarge(key: string, file: LargeFile, waiting: Waiting): Promise<TableRead> {
    const before = this.known.get(key);
    if (before?.stamp === file.stamp) return { ok: true, table: before.table };
    let reading = this.readings.get(key);
    if (reading === undefined || reading.isLeft || reading.file.stamp !== file.stamp) {
      reading?.stop();
      reading = new LargeReading(file, this.host);
      this.readings.set(key, reading);
    }
    reading.join(waiting);
    const read = await reading.result;
    if (this.readings.get(key) === reading && (read.ok || read.code !== "reading-stopped")) {
      this.readings.delete(key);
      if (read.ok) this.keep(key, { raw: null, stamp: file.stamp, table: read.table });
    }
    return read;
  }

  private keep(key: string, entry: { raw: RawTable | null; stamp?: string; table: Table }): void {
    this.known.delete(key);
    this.known.set(key, entry);
    if (this.known.size > capacity) this.known.delete(this.known.keys().next().value ?? "");
  }
}

/** Whether all parts are the very same. */
function isSame(a: RawTable, b: RawTable): boolean {
  return a.name === b.name && a.rows === b.rows && a.notes === b.notes && a.columns.length === b.columns.length && a.columns.every((column, j) => column === b.columns[j]);
}
