import { viewNames, type ViewName } from "./views/view";

/** Where a link in a note's text moves a block. */
export interface BlockLink {
  /** The block of this name; undefined: the nearest one. */
  readonly name?: string;
  readonly lambda?: number;
  /** The view to bring into sight. */
  readonly view?: ViewName;
}

/** Reads `#regularization?lambda=0.5&view=path` and `#lab:NAME?lambda=0.5`; null for any other link target. */
export function readBlockLink(target: string): BlockLink | null {
  const match = /^#(?:regulari[sz]ation|lab:([^?]+))(?:\?(.*))?$/i.exec(decoded(target).trim());
  if (match === null) return null;
  const [, name, query = ""] = match;
  const values = new Map(query.split("&").map((pair) => pair.split("=", 2)).map(([key = "", value = ""]) => [key.trim().toLowerCase(), value.trim()]));
  const lambda = Number((values.get("lambda") ?? values.get("λ") ?? "").replace(",", ".") || NaN);
  const view = viewNames.find((candidate) => candidate === values.get("view")?.toLowerCase());
  return {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(Number.isFinite(lambda) && lambda >= 0 ? { lambda } : {}),
    ...(view === undefined ? {} : { view }),
  };
}

/** The target of the Markdown link `[words](target)` around a place of a line; null where there is none. */
export function markdownLinkAt(line: string, column: number): string | null {
  for (const match of line.matchAll(/\[[^\][]*\]\(\s*<?([^()<>\s]*)>?[^()]*\)/g)) {
    if (match.index <= column && column <= match.index + match[0].length) return match[1] ?? null;
  }
  return null;
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
