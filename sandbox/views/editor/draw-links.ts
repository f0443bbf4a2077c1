import type { LinkToken } from "../../host/metadata/inline";
import { isUnresolved } from "../render/unresolved";
import type { Drawing } from "./drawing";
import { editPlace } from "./fields";

const token = "cm-hmd-internal-link";

/** The parts of `[[target|alias]]` as offsets; `\|`, as tables write it, parts them too. */
function partsOf(text: string, { from, to, kind }: LinkToken) {
  const start = from + (kind === "embed" ? 3 : 2);
  const end = to - 2;
  const inside = text.slice(start - from, end - from);
  const pipe = inside.indexOf("|");
  if (pipe < 0) return { start, end, target: end, alias: end, aliased: false };
  const escaped = inside.charAt(pipe - 1) === "\\";
  return { start, end, target: start + pipe - (escaped ? 1 : 0), alias: start + pipe + 1, aliased: true };
}

/**
 * A link as Obsidian draws it. Live Preview, away from the caret: the alias alone, in `.cm-hmd-internal-link > .is-unresolved? >
 * .cm-underline`. Otherwise all of its text, with its brackets apart.
 */
export function drawLink(drawing: Drawing, link: LinkToken): void {
  const { state } = drawing;
  const text = state.sliceDoc(link.from, link.to);
  if (!text.startsWith("[[") && !text.startsWith("![[")) return;
  const { start, end, target, alias, aliased } = partsOf(text, link);
  const place = state.facet(editPlace);
  const unresolved = drawing.live && place !== null && isUnresolved(place.app, link.link, place.info.file?.path ?? "");
  if (!drawing.touched(link.from, link.to)) {
    const shown = aliased ? alias : start;
    drawing.hide(link.from, shown);
    drawing.mark(shown, end, "cm-underline", { tabindex: "-1" });
    if (unresolved) drawing.wrap(shown, end, "is-unresolved");
    drawing.link(shown, end, aliased ? `${token} cm-link-alias` : token);
    drawing.hide(end, link.to);
    return;
  }
  drawing.mark(link.from, start, "cm-formatting-link cm-formatting-link-start cm-formatting");
  if (unresolved) drawing.wrap(start, target, "is-unresolved");
  drawing.link(start, target, aliased ? `${token} cm-link-has-alias` : token);
  if (aliased) {
    drawing.link(target, alias, `${token} cm-link-alias-pipe`);
    drawing.link(alias, end, `${token} cm-link-alias`);
  }
  drawing.mark(end, link.to, "cm-formatting-link cm-formatting-link-end cm-formatting");
}
