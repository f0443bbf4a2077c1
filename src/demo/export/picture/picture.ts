// A block as one picture that looks the same anywhere: each plot copied with its look, each line of text at its place.
import { windowOf } from "../../../ui/window-of";
import { boxesOf, type Place } from "./boxes";
import { newCanvas } from "./canvas";
import { formulaText } from "./formula-text";
import { paintReader, type Paint } from "./paint";
import { copyOf, familyOf, initialLook, svgNamespace, type Copying } from "./svg-copy";
import { textLines } from "./text-lines";

/** While it is there nothing that is operated is shown. */
const picturedClass = "is-pictured";

/** What is in the block for the ear alone. */
const unseen = ".reglab-heard";

export interface Picture {
  readonly svg: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The block as it is drawn now, without its controls. `title` and `description` are for those who hear it. */
export function pictureOf(block: HTMLElement, { title, description }: { title: string; description: string }): Picture {
  block.classList.add(picturedClass);
  try {
    return compose(block, { title, description });
  } finally {
    // Within one task: the page is never painted without its controls.
    block.classList.remove(picturedClass);
  }
}

function compose(block: HTMLElement, about: { title: string; description: string }): Picture {
  const win = windowOf(block);
  const frame = block.getBoundingClientRect();
  const [width, height] = [Math.ceil(frame.width), Math.ceil(frame.height)];
  const doc = block.ownerDocument.implementation.createDocument(svgNamespace, "svg");
  const root = doc.documentElement;
  const canvas = newCanvas(block.ownerDocument).getContext("2d", { willReadFrequently: true });
  const copying: Copying = { doc, styleOf: (el) => win.getComputedStyle(el), paintOf: paintReader(canvas) };
  const family = familyOf(copying.styleOf(block).fontFamily);
  setAll(root, { viewBox: `0 0 ${width} ${height}`, width, height, "font-family": family, role: "img" });
  for (const [name, text] of [["title", about.title], ["desc", about.description]] as const) {
    root.appendChild(doc.createElementNS(svgNamespace, name)).textContent = text;
  }
  const back = doc.createElementNS(svgNamespace, "rect");
  setAll(back, { width, height, fill: backgroundOf(block, copying).color });
  root.append(back);
  const painter: Painter = { root, copying, family, canvas, placeOf: ({ left, top, width: wide, height: high }) => ({ x: left - frame.left, y: top - frame.top, width: wide, height: high }) };
  for (const child of block.children) paint(child, painter);
  return { svg: new win.XMLSerializer().serializeToString(doc), width, height };
}

interface Painter {
  readonly root: Element;
  readonly copying: Copying;
  /** Said once, at the root. */
  readonly family: string;
  readonly canvas: CanvasRenderingContext2D | null;
  readonly placeOf: (box: DOMRect) => Place;
}

function paint(el: Element, painter: Painter): void {
  const { root, copying, placeOf } = painter;
  const style = copying.styleOf(el);
  if (el.matches(unseen) || style.display === "none" || style.visibility === "hidden") return;
  const place = placeOf(el.getBoundingClientRect());
  if (el.localName === "svg") {
    paintPlot(el, place, painter);
    return;
  }
  root.append(...boxesOf(style, place, copying));
  if (el.matches(".reglab-formula")) {
    paintFormula(el, place, painter);
    return;
  }
  if (el.localName === "select") {
    const { selectedOptions } = el as HTMLSelectElement;
    const text = selectedOptions[0]?.text ?? "";
    paintText(text, { x: place.x + (parseFloat(style.paddingLeft) || 0), baseline: place.y + place.height / 2 + 0.35 * parseFloat(style.fontSize) }, style, painter);
    return;
  }
  for (const child of el.childNodes) {
    if (child.nodeType === child.ELEMENT_NODE) paint(child as Element, painter);
    if (child.nodeType !== child.TEXT_NODE) continue;
    for (const { text, box } of textLines(child as Text)) {
      const { x, y, width, height } = placeOf(box);
      paintText(text, { x, baseline: y + height * ascentOf(style, painter), width }, style, painter);
    }
  }
}

function paintPlot(el: Element, { x, y, width, height }: Place, { root, copying, family }: Painter): void {
  const copy = copyOf(el, { ...initialLook, "font-family": family }, copying);
  if (copy === null || width === 0) return;
  setAll(copy, { x: round(x), y: round(y), width: round(width), height: round(height), overflow: copying.styleOf(el).overflow === "hidden" ? "hidden" : "visible" });
  root.append(copy);
}

/** In words of plain text; narrowed where it would be wider than the formula is. */
function paintFormula(el: Element, { x, y, width, height }: Place, painter: Painter): void {
  const style = painter.copying.styleOf(el);
  const text = formulaText(el.querySelector("annotation")?.textContent ?? el.textContent ?? "");
  const size = parseFloat(style.fontSize);
  const { canvas } = painter;
  if (canvas !== null) canvas.font = `italic ${size}px serif`;
  const natural = canvas?.measureText(text).width ?? width;
  paintText(text, { x: x + width / 2, baseline: y + height / 2 + 0.34 * size, ...(natural > width && { width }) }, style, painter, { "text-anchor": "middle", "font-family": "serif", "font-style": "italic" });
}

interface TextPlace {
  readonly x: number;
  readonly baseline: number;
  /** Held where another machine has other letters. */
  readonly width?: number;
}

function paintText(text: string, { x, baseline, width }: TextPlace, style: CSSStyleDeclaration, { root, copying, family }: Painter, more: Readonly<Record<string, string>> = {}): void {
  if (text === "") return;
  const el = copying.doc.createElementNS(svgNamespace, "text");
  const { color, opacity } = copying.paintOf(style.color);
  const own = familyOf(style.fontFamily);
  setAll(el, {
    x: round(x), y: round(baseline), "font-size": style.fontSize.replace(/px$/, ""), fill: color,
    ...(opacity < 1 && { "fill-opacity": opacity }),
    ...(style.fontWeight !== "400" && { "font-weight": style.fontWeight }),
    ...(style.fontStyle !== "normal" && { "font-style": style.fontStyle }),
    ...(own !== family && { "font-family": own }),
    ...(width !== undefined && text.length > 1 && { textLength: round(width), lengthAdjust: "spacingAndGlyphs" }),
    ...more,
  });
  el.textContent = text;
  root.append(el);
}

/** How far down its box a line's letters stand, as a share of the box. */
function ascentOf(style: CSSStyleDeclaration, { canvas }: Painter): number {
  if (canvas === null) return 0.8;
  canvas.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = canvas.measureText("x");
  return above / (above + below);
}

function backgroundOf(block: HTMLElement, { styleOf, paintOf }: Copying): Paint {
  for (let el: Element | null = block; el !== null; el = el.parentElement) {
    const paint = paintOf(styleOf(el).backgroundColor);
    if (paint.opacity === 1) return paint;
  }
  return { color: "#ffffff", opacity: 1 };
}

function setAll(el: Element, attributes: Readonly<Record<string, number | string>>): void {
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, String(value));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
