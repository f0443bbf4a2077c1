import type { JobHost } from "../compute/job-host";
import { runInSlices, watched } from "../compute/slices";
import { readLargeCsv } from "../data/large-csv";
import type { Table } from "../data/table";
import { shown } from "../demo/spec/shown";
import { reasonOf } from "../language/reason-of";
import { csvFault, type DataFault } from "./data-fault";
import type { LargeFile } from "./own-data";

/** Someone who waits for a file to be read. */
export interface Waiting {
  /** Hears of the share that is done, a few times a second. */
  onShare(share: number): void;
  /** Whether nobody looks any more. */
  isGone(): boolean;
}

export type TableRead = { readonly ok: true; readonly table: Table } | DataFault;

/** In ms: the editor makes the element of a block anew at will; for so long a reading goes on that nobody waits for. */
const longestAlone = 3000;
/** In ms: progress is for people. */
const betweenTellings = 200;

/** One file that is being read in slices, for all blocks that wait for it. */
export class LargeReading {
  readonly result: Promise<TableRead>;
  /** Whether it was left because nobody waited. */
  isLeft = false;
  private isStopped = false;
  private readonly waiting = new Set<Waiting>();
  private seen: number;
  private told = -Infinity;

  constructor(readonly file: LargeFile, private readonly host: Pick<JobHost, "now" | "pause">) {
    this.seen = host.now();
    this.result = this.run();
  }

  join(waiting: Waiting): void {
    this.waiting.add(waiting);
  }

  /** Ends with the fault "reading-stopped". */
  stop(): void {
    this.isStopped = true;
  }

  private async run(): Promise<TableRead> {
    const { file, host } = this;
    const name = shown(file.name);
    try {
      const steps = watched(readLargeCsv(file.title, await file.bytes()), (share) => this.tell(share));
      const read = await runInSlices(steps, { now: () => host.now(), pause: () => host.pause(), stopped: () => this.isOver() });
      if (read === null) return { ok: false, code: "reading-stopped", params: { name } };
      return read.ok ? read : csvFault(name, read);
    } catch (error) {
      return { ok: false, code: "unread", params: { name, reason: reasonOf(error) } };
    }
  }

  private tell(share: number): void {
    if (this.host.now() - this.told <= betweenTellings) return;
    this.told = this.host.now();
    for (const one of this.waiting) if (!one.isGone()) one.onShare(share);
  }

  private isOver(): boolean {
    const now = this.host.now();
    if ([...this.waiting].some((one) => !one.isGone())) this.seen = now;
    this.isLeft = now - this.seen > longestAlone;
    return this.isStopped || this.isLeft;
  }
}
