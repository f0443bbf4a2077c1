/** Data of the reader's own, as a block names them. */
export type OwnData =
  /** A file of values, or the first table of a note or under one of its headings. */
  | { readonly kind: "file"; readonly link: string }
  /** The first table of the note that the block is in. */
  | { readonly kind: "this" }
  /** The properties of the notes in a folder, with a tag, or both. */
  | { readonly kind: "notes"; readonly folder?: string; readonly tag?: string };

/** What a value of `data` means where it is no name of built-in data: `[[habits.csv]]`, `habits.csv`, `[[Note#Heading]]`, `this`, `notes`. */
export function ownDataOf(value: unknown): OwnData | undefined {
  if (typeof value !== "string") return undefined;
  const written = value.trim();
  const link = /^!?\[\[([^\][|]+)(?:\|[^\]]*)?\]\]$/.exec(written)?.[1] ?? (/^[^\][|]+\.(?:csv|tsv|md)(?:#[^\][|]*)?$/i.test(written) ? written : undefined);
  if (link !== undefined) return { kind: "file", link: link.trim() };
  const folded = written.normalize("NFC").toLowerCase();
  if (folded === "this" || folded === "this note" || folded === "이 노트") return { kind: "this" };
  return folded === "notes" || folded === "노트" ? { kind: "notes" } : undefined;
}

/** As the reader would write it. */
export function writtenData(data: OwnData): string {
  return data.kind === "file" ? `[[${data.link}]]` : data.kind;
}
