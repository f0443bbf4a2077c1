import type { App } from "obsidian";
import type { DataSource } from "./own-data";
import { type BlockPlace, ordinalOf, saveFence, type SaveRefusal } from "./save-fence";

/** Where the text of a block stands: in a fence of a note, or in the lab. */
export interface BlockHome {
  readonly el: HTMLElement;
  readonly source: string;
  /** The note from which links are followed; "" where there is none. */
  readonly sourcePath: string;
  /** The data at hand, where the text does not name them. */
  readonly data?: { readonly key: string; readonly source: DataSource };
  /** The line of its note that it begins at; null where the host does not say. */
  line?(): number | null;
  /** Position among the blocks of its note; null where the host does not say. */
  ordinal(): number | null;
  /** Changes the text as one edit; the reason where that is refused. */
  rewrite(change: (body: string) => string): Promise<SaveRefusal | null>;
}

export function fenceHome(app: App, place: BlockPlace): BlockHome {
  const { el, source, context } = place;
  return { el, source, sourcePath: context.sourcePath, line: () => context.getSectionInfo(el)?.lineStart ?? null, ordinal: () => ordinalOf(place), rewrite: (change) => saveFence(app, place, change) };
}
