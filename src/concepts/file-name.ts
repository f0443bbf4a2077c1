export interface FileName {
  /** The folder that the link names; absent where Obsidian chooses it. */
  readonly folder?: string;
  /** Without ".md". */
  readonly name: string;
}

/** Characters that some system Obsidian runs on does not take in a file name, or that end a link. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const forbidden = /[\\/:*?"<>|#^[\]\u0000-\u001f]/;
/** Names of devices on Windows. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** Links to files of these kinds mean an attachment. */
const attachment = /\.(?:pdf|png|jpe?g|gif|bmp|svg|webp|avif|mp[34]|m4a|ogg|wav|flac|mov|mkv|webm|canvas|base|csv|html?|docx?|xlsx?|pptx?|zip)$/i;
/** File systems take 255 bytes; ".md" needs three, and sync services add marks of their own. */
const longestName = 240;

/**
 * The file that makes a link resolve: its folders, where the link names some, and its base name. Null where there is no such file:
 * forbidden characters, an attachment, a path that is relative or starts at the root, a name too long.
 */
export function fileNameFor(linktext: string): FileName | null {
  const [path = ""] = linktext.split("#", 1);
  const parts = path.normalize("NFC").replaceAll("\u00a0", " ").trim().replace(/\.md$/i, "").split("/").map((part) => part.trim());
  if (!parts.every(isFileName)) return null;
  const name = parts.at(-1) ?? "";
  if (attachment.test(name)) return null;
  const folder = parts.slice(0, -1).join("/");
  return folder === "" ? { name } : { folder, name };
}

function isFileName(part: string): boolean {
  return part !== "" && !/^\.|\.$/.test(part) && !forbidden.test(part) && !reserved.test(part) && utf8Length(part) <= longestName;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
