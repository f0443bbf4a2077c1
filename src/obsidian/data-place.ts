import { mountProblems, mountReading } from "../demo/mount";
import { describeProblem } from "../demo/spec/describe-problem";
import type { KeyLines } from "../demo/spec/parse-spec";
import type { Words } from "../language/language";
import type { Table } from "../data/table";
import type { DataFault } from "./data-fault";
import type { TableRead } from "./large-reading";
import type { DataSource } from "./own-data";
import type { OwnTables } from "./own-tables";

/** The place of a block that cannot be drawn from its data, or not yet. */
export interface DataPlace {
  readonly el: HTMLElement;
  readonly lines: KeyLines;
  readonly words: Words;
}

/** Where the data of a block come from, and what was read of them last. */
export interface BlockData {
  readonly source: DataSource;
  readonly key: string;
  table: Table | undefined;
}

/** Reads the data of a block anew, and shows how far that is where nothing is drawn yet; null where nothing has changed, or nobody looks any more. */
export async function readInto(data: BlockData, tables: OwnTables, { place, isGone }: { place: DataPlace; isGone: () => boolean }): Promise<TableRead | null> {
  const onShare = (share: number) => void (data.table === undefined && mountShare(place, share, () => tables.stop(data.key)));
  const read = await tables.read(data.key, data.source, { onShare, isGone });
  if (isGone() || (read.ok && read.table === data.table)) return null;
  data.table = read.ok ? read.table : undefined;
  return read;
}

/** Says why the data could not be read, or that they are not there yet. */
export function mountFault({ el, lines, words }: DataPlace, fault: DataFault, readAgain: () => void): () => void {
  if (fault.code === "indexing") return mountProblems(el, [words.spec.problems.indexing(fault.params)], words, { waiting: true });
  if (fault.code === "reading-stopped") return mountReading(el, { sentence: words.spec.problems["reading-stopped"](fault.params), action: { label: words.own.again, run: readAgain } });
  const line = lines.get("data") ?? lines.get("folder") ?? lines.get("tag") ?? 1;
  return mountProblems(el, [describeProblem({ ...fault, line }, words)], words);
}

/** Shows how far a large file has been read. */
function mountShare({ el, words }: DataPlace, share: number, stop: () => void): () => void {
  const percent = Math.floor(100 * share);
  return mountReading(el, { sentence: words.own.reading(percent), percent, action: { label: words.own.stop, run: stop } });
}
