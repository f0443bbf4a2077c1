// What Obsidian's Markdown has beyond CommonMark inside a line.
import type { MarkdownIt } from "markdown-it";
import { splitWikilink } from "../../host/metadata/linktext";

type InlineRule = Parameters<MarkdownIt["inline"]["ruler"]["push"]>[1];
type InlineState = Parameters<InlineRule>[0];

const wikilink = /(!?)\[\[([^[\]\n]+)\]\]/y;
const tag = /#([^\u2000-\u206f\u2e00-\u2e7f'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+)/y;

function matchAt(pattern: RegExp, { src, pos }: InlineState): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(src);
}

function emit(state: InlineState, silent: boolean, length: number, kind: string, content: string, meta: Record<string, unknown> | null = null): true {
  if (!silent) {
    const token = state.push(kind, "", 0);
    token.content = content;
    token.meta = meta;
  }
  state.pos += length;
  return true;
}

const wikilinkRule: InlineRule = (state, silent) => {
  const found = matchAt(wikilink, state);
  if (!found || found.index + found[0].length > state.posMax) return false;
  const kind = found[1] === "!" ? "embed" : "wikilink";
  return emit(state, silent, found[0].length, kind, found[2] ?? "", splitWikilink(found[2] ?? ""));
};

/** `$x$`: no space inside the dollars, no digit after them, so that prices are not formulas. */
function inlineMathEnd(src: string, from: number, limit: number): number {
  if (/\s|^$/.test(src.charAt(from + 1))) return -1;
  for (let end = src.indexOf("$", from + 1); end >= 0 && end < limit; end = src.indexOf("$", end + 1)) {
    const before = src.charAt(end - 1);
    if (before !== "\\" && !/\s/.test(before) && !/\d/.test(src.charAt(end + 1))) return end;
  }
  return -1;
}

const mathRule: InlineRule = (state, silent) => {
  const { src, pos, posMax } = state;
  if (src[pos] !== "$") return false;
  if (src[pos + 1] === "$") {
    const end = src.indexOf("$$", pos + 2);
    if (end < 0 || end + 2 > posMax) return false;
    return emit(state, silent, end + 2 - pos, "math", src.slice(pos + 2, end), { display: true });
  }
  const end = inlineMathEnd(src, pos, posMax);
  return end < 0 ? false : emit(state, silent, end + 1 - pos, "math", src.slice(pos + 1, end), { display: false });
};

const commentRule: InlineRule = (state) => {
  const { src, pos } = state;
  if (!src.startsWith("%%", pos)) return false;
  const end = src.indexOf("%%", pos + 2);
  state.pos = end < 0 ? state.posMax : end + 2;
  return true;
};

const tagRule: InlineRule = (state, silent) => {
  const { src, pos } = state;
  if (src[pos] !== "#" || (pos > 0 && !/\s/.test(src.charAt(pos - 1)))) return false;
  const found = matchAt(tag, state);
  if (!found || !/[^\d]/.test(found[1] ?? "")) return false;
  return emit(state, silent, found[0].length, "tag", found[0]);
};

const highlightRule: InlineRule = (state, silent) => {
  const { src, pos, posMax } = state;
  if (!src.startsWith("==", pos)) return false;
  const end = src.indexOf("==", pos + 2);
  if (end < 0 || end + 2 > posMax || end === pos + 2 || /\s/.test(src.charAt(pos + 2))) return false;
  if (!silent) {
    state.push("mark_open", "mark", 1);
    state.pos = pos + 2;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push("mark_close", "mark", -1);
  }
  state.pos = end + 2;
  state.posMax = posMax;
  return true;
};

export function useInlineRules(md: MarkdownIt): void {
  const { escapeHtml } = md.utils;
  md.inline.ruler.before("link", "wikilink", wikilinkRule);
  md.inline.ruler.after("escape", "math", mathRule);
  md.inline.ruler.before("emphasis", "comment", commentRule);
  md.inline.ruler.before("emphasis", "highlight", highlightRule);
  md.inline.ruler.push("tag", tagRule);
  md.renderer.rules.wikilink = (tokens, index) => {
    const { link, displayText } = tokens[index]?.meta as { link: string; displayText: string };
    const target = escapeHtml(link);
    const attributes = `data-href="${target}" href="${target}" class="internal-link" target="_blank" rel="noopener nofollow"`;
    return `<a ${attributes}>${escapeHtml(displayText)}</a>`;
  };
  md.renderer.rules.embed = (tokens, index) => {
    const { link, displayText } = tokens[index]?.meta as { link: string; displayText: string };
    return `<span class="internal-embed" src="${escapeHtml(link)}" alt="${escapeHtml(displayText)}"></span>`;
  };
  md.renderer.rules.math = (tokens, index) => {
    const display = (tokens[index]?.meta as { display: boolean }).display;
    return `<span class="math math-${display ? "block" : "inline"}">${escapeHtml(tokens[index]?.content ?? "")}</span>`;
  };
  md.renderer.rules.tag = (tokens, index) => {
    const name = escapeHtml(tokens[index]?.content ?? "");
    return `<a href="${name}" class="tag" target="_blank" rel="noopener nofollow">${name}</a>`;
  };
}
