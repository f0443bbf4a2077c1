import { createBlockState, type BlockState } from "../demo/block-state";
import type { BlockSpec } from "../demo/spec/block-spec";

/** Which block a state belongs to: the note, and its name, else its position, else its text. */
export interface BlockKey {
  readonly path: string;
  readonly name?: string | undefined;
  readonly ordinal: number | null;
  readonly source: string;
}

interface Kept {
  readonly state: BlockState;
  /** What the fence says, so that what is written by hand replaces what was moved. */
  written: Written;
  source: string;
}

/** What a fence says of the values that the reader can change; without a λ, the data say where it starts. */
export type Written = Pick<BlockSpec, "data" | "match" | "lambda" | "target" | "features">;

/** Forgotten beyond this, oldest first: a few bytes each, but a vault can be open for weeks. */
const capacity = 500;

/** What is unsaved in blocks (λ, chosen pair, dragged optimum), kept in memory so that a re-created element comes back as it was. */
export class BlockStates {
  private readonly kept = new Map<string, Kept>();

  /** The state of a block; a new one, starting at what is written, where there is none or where the fence's λ has changed. */
  stateOf(block: BlockKey, written: Written): BlockState {
    const key = this.keyOf(block);
    const found = this.kept.get(key);
    if (found !== undefined) this.kept.delete(key);
    const start = { lambda: written.lambda ?? NaN, match: written.match };
    const kept = found ?? { state: createBlockState(start), written, source: block.source };
    const isOther = (...keys: (keyof Written)[]) => keys.some((key) => JSON.stringify(kept.written[key]) !== JSON.stringify(written[key]));
    if (isOther("lambda", "match")) kept.state.set(start);
    if (isOther("data", "target", "features")) kept.state.set({ columns: null });
    if (isOther("data")) kept.state.set({ ...(written.lambda === undefined && start), pair: null, optimum: null, points: null });
    kept.written = written;
    kept.source = block.source;
    this.kept.set(key, kept);
    if (this.kept.size > capacity) this.kept.delete(this.kept.keys().next().value ?? "");
    return kept.state;
  }

  rename(from: string, to: string): void {
    for (const [key, kept] of [...this.kept]) {
      if (!key.startsWith(prefixOf(from))) continue;
      this.kept.delete(key);
      this.kept.set(prefixOf(to) + key.slice(prefixOf(from).length), kept);
    }
  }

  forget(path: string): void {
    for (const key of [...this.kept.keys()]) if (key.startsWith(prefixOf(path))) this.kept.delete(key);
  }

  private keyOf({ path, name, ordinal, source }: BlockKey): string {
    if (name !== undefined) return `${prefixOf(path)}name:${name}`;
    if (ordinal !== null) return `${prefixOf(path)}at:${ordinal}`;
    // Print, embeds and previews do not say where they are: show what the same text shows elsewhere.
    const same = [...this.kept].find(([key, kept]) => key.startsWith(prefixOf(path)) && kept.source === source);
    return same?.[0] ?? `${prefixOf(path)}text:${source}`;
  }
}

/** No path holds a line break. */
function prefixOf(path: string): string {
  return `${path}\n`;
}
