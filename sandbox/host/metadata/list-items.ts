import type { ListItemCache } from "obsidian";
import type { Block } from "./blocks";
import type { Positions } from "./positions";

const marker = /^([ \t]*)(?:[-*+]|\d+[.)])(?:[ \t]+|$)(?:\[(.)\][ \t])?/;

/**
 * `parent` is the line of the parent item; of a root item the negative of the list's first line (-1 where that is 0), as
 * Obsidian has it.
 */
export function listItems(note: Positions, list: Block): ListItemCache[] {
  const items: ListItemCache[] = [];
  const open: { indent: number; line: number }[] = [];
  for (let line = list.firstLine; line <= list.lastLine; line++) {
    const text = note.line(line);
    const parts = marker.exec(text);
    if (!parts) continue;
    const indent = (parts[1] ?? "").replace(/\t/g, "    ").length;
    while ((open[open.length - 1]?.indent ?? -1) >= indent) open.pop();
    const id = /[ \t]\^([A-Za-z0-9-]+)[ \t]*$/.exec(text)?.[1];
    items.push({
      position: note.span(note.lineStart(line) + (parts[1] ?? "").length, note.lineEnd(line)),
      parent: open[open.length - 1]?.line ?? (-list.firstLine || -1),
      ...(parts[2] === undefined ? {} : { task: parts[2] }),
      ...(id === undefined ? {} : { id }),
    });
    open.push({ indent, line });
  }
  return items;
}
