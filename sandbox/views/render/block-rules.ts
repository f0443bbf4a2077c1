// Formulas and comments that stand on lines of their own.
import type { MarkdownIt } from "markdown-it";

type BlockRule = Parameters<MarkdownIt["block"]["ruler"]["push"]>[1];

/** A block from a line that begins with `mark` to the line that holds the next one. */
function delimited(mark: string, kind: string, unclosed: boolean): BlockRule {
  return (state, startLine, endLine, silent) => {
    const textOf = (line: number) => state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
    const first = textOf(startLine);
    if (!first.startsWith(mark)) return false;
    const rest = first.slice(mark.length);
    const sameLine = rest.indexOf(mark);
    if (sameLine >= 0 && rest.slice(sameLine + mark.length).trim() !== "") return false;
    let last = startLine;
    let content = sameLine >= 0 ? rest.slice(0, sameLine) : rest;
    let closed = sameLine >= 0;
    while (!closed && last + 1 < endLine) {
      last += 1;
      if ((state.sCount[last] ?? 0) < state.blkIndent) break;
      const line = textOf(last);
      const end = line.indexOf(mark);
      closed = end >= 0;
      content += `\n${closed ? line.slice(0, end) : line}`;
    }
    if (!closed && !unclosed) return false;
    if (silent) return true;
    const token = state.push(kind, "div", 0);
    token.block = true;
    token.content = content.trim();
    token.map = [startLine, last + 1];
    state.line = last + 1;
    return true;
  };
}

export function useBlockRules(md: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote", "list"];
  md.block.ruler.before("fence", "math_block", delimited("$$", "math_block", false), { alt });
  md.block.ruler.before("fence", "comment_block", delimited("%%", "comment_block", true), { alt });
  md.renderer.rules.math_block = (tokens, index) => `<div class="math math-block">${md.utils.escapeHtml(tokens[index]?.content ?? "")}</div>\n`;
  md.renderer.rules.comment_block = () => "";
  // `^id` at the end of a block names it and is not shown.
  md.core.ruler.before("inline", "block_id", (state) => {
    for (const token of state.tokens) if (token.type === "inline") token.content = token.content.replace(/(?:^|\s+)\^[A-Za-z0-9-]+$/, "");
  });
}
