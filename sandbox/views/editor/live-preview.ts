import { type EditorState, Prec, StateField } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { CodeBlockWidget } from "./code-block-widget";
import { drawLink } from "./draw-links";
import { drawCodeLines, drawHeading, drawList, drawPlain, drawQuote } from "./draw-lines";
import { drawSpans } from "./draw-spans";
import { Drawing, type DrawnNote, nothingDrawn } from "./drawing";
import { type EditPlace, editorShownField, editPlace, redraw, setLive, setShown } from "./fields";
import { type NoteBlock, parsedNote } from "./parsed-note";
import { FormulaBlockWidget, RenderedWidget } from "./rendered-widget";
import { PropertiesWidget, RuleWidget } from "./small-widgets";

/** What takes the place of a block's lines while the caret is elsewhere. */
function widgetOf(text: string, block: NoteBlock, { app, info }: EditPlace) {
  const { type, fence, from } = block;
  if (fence) {
    const handler = app.registries.codeBlockProcessors.get(fence.language)?.handler;
    return handler ? new CodeBlockWidget({ ...fence, handler, from }) : null;
  }
  if (type === "yaml") return new PropertiesWidget(app, text, info.file?.path ?? "");
  if (type === "math") return new FormulaBlockWidget(text.trim().replace(/^\$\$|\$\$$/g, "").trim());
  if (type === "thematicBreak") return new RuleWidget();
  if (type === "table" || type === "html") return new RenderedWidget(`${type}-widget`, text);
  if (type === "callout") return new RenderedWidget("callout", text);
  return type === "paragraph" && /^!\[\[[^[\]\n]+\]\]\s*$/.test(text) ? new RenderedWidget("embed", text) : null;
}

function drawBlock(drawing: Drawing, block: NoteBlock): void {
  switch (block.type) {
    case "code":
      drawCodeLines(drawing, block);
      return;
    case "yaml":
      drawPlain(drawing, block, "cm-hmd-frontmatter");
      return;
    case "math":
      drawPlain(drawing, block, "cm-math");
      return;
    case "comment":
      drawPlain(drawing, block, "cm-comment");
      return;
    case "heading":
      drawHeading(drawing, block);
      break;
    case "list":
      drawList(drawing, block);
      break;
    case "blockquote":
    case "callout":
      drawQuote(drawing, block);
      break;
    default:
  }
  drawSpans(drawing, block.from, block.to);
}

function draw(state: EditorState): DrawnNote {
  if (!state.field(editorShownField)) return nothingDrawn;
  const drawing = new Drawing(state);
  const { blocks, links } = state.field(parsedNote);
  const place = state.facet(editPlace);
  const replaced: NoteBlock[] = [];
  for (const block of blocks) {
    const widget = place && !drawing.touched(block.from, block.to) ? widgetOf(state.sliceDoc(block.from, block.to), block, place) : null;
    if (widget) {
      drawing.replaceLines(block.from, block.to, widget);
      replaced.push(block);
    } else {
      drawBlock(drawing, block);
    }
  }
  let next = 0;
  for (const link of links) {
    while ((replaced[next]?.to ?? Infinity) <= link.from) next += 1;
    if ((replaced[next]?.from ?? Infinity) > link.from) drawLink(drawing, link);
  }
  return drawing.finish();
}

/** Everything that an editor shows otherwise than as plain text. */
export const livePreview = StateField.define<DrawnNote>({
  create: draw,
  update(drawn, tr) {
    const asked = tr.effects.some((effect) => effect.is(setLive) || effect.is(setShown) || effect.is(redraw));
    return tr.docChanged || tr.selection || tr.reconfigured || asked ? draw(tr.state) : drawn;
  },
  provide: (field) => [
    Prec.high(EditorView.decorations.from(field, ({ inner }) => inner)),
    EditorView.decorations.from(field, ({ wraps }) => wraps),
    Prec.low(EditorView.decorations.from(field, ({ links }) => links)),
  ],
});
