import { codeSpans } from "./inline-delimiters";

/** The comment that the next line starts in, if any. */
export interface CommentState {
  open: "%%" | "-->" | null;
}

/** A line without its `%% … %%` and `<!-- … -->`; comments run over lines, so the state goes from line to line. */
export function withoutComments(line: string, state: CommentState): string {
  if (state.open === null && !line.includes("%%") && !line.includes("<!--")) return line;
  const code = codeSpans(line);
  let kept = "";
  let at = 0;
  if (state.open !== null) {
    const end = line.indexOf(state.open);
    if (end < 0) return "";
    at = end + state.open.length;
    state.open = null;
  }
  while (at < line.length) {
    const codeEnd = code.get(at);
    const mark = line.startsWith("%%", at) ? "%%" : line.startsWith("<!--", at) ? "-->" : null;
    if (codeEnd !== undefined) {
      kept += line.slice(at, codeEnd);
      at = codeEnd;
    } else if (mark === null) {
      kept += line.charAt(at);
      at += 1;
    } else {
      const end = line.indexOf(mark, at + (mark === "%%" ? 2 : 4));
      if (end < 0) {
        state.open = mark;
        return kept;
      }
      at = end + mark.length;
    }
  }
  return kept;
}
