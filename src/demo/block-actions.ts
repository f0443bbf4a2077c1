/** A line of a menu that the host shows. */
export interface MenuEntry {
  readonly title: string;
  /** Name of one of the host's icons. */
  readonly icon: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}

/** What a block asks of the host. */
export interface BlockActions {
  readonly saveLambda: (lambda: number) => void;
  /** Writes all that the reader has changed and a fence can say. */
  readonly saveView: () => void;
  /** Shows the block in the lab, as it stands. */
  readonly openInLab: () => void;
  /** Puts a file among the note's attachments and says where, or why not. */
  readonly saveFile: (name: string, content: string | ArrayBuffer) => Promise<void>;
  /** Shows a sentence for a moment. */
  readonly notify: (sentence: string) => void;
  /** Opens a note by its path. */
  readonly openNote: (path: string, newTab: boolean) => void;
  readonly showMenu: (event: KeyboardEvent | MouseEvent, entries: readonly MenuEntry[]) => void;
}
