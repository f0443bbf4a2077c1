// A copy of a drawn plot that carries its look in itself: what the style sheets gave it becomes attributes.
import type { Paint } from "./paint";

export const svgNamespace = "http://www.w3.org/2000/svg";

/** Attributes that say where and how large something is; the rest is look, which is computed, or use, which a picture has not. */
const geometry = [
  "id", "d", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "transform", "viewBox",
  "preserveAspectRatio", "clip-path", "mask", "clipPathUnits", "offset", "gradientUnits", "gradientTransform", "patternUnits", "patternTransform",
];

/** Look by attribute name. */
export type Look = Readonly<Record<string, string>>;

/** What an SVG element looks like where nothing is said. */
export const initialLook: Look = {
  fill: "#000000", "fill-opacity": "1", stroke: "none", "stroke-opacity": "1", "stroke-width": "1", "stroke-dasharray": "none",
  "stroke-linecap": "butt", "stroke-linejoin": "miter", "paint-order": "normal", "text-anchor": "start",
  "font-size": "16", "font-weight": "400", "font-style": "normal", "font-family": "",
};

/** Look that children do not take over. */
const own: Look = { opacity: "1" };
const shapes = new Set(["path", "line", "rect", "circle", "ellipse", "polyline", "polygon"]);
/** What is referred to is not painted itself. */
const definitions = new Set(["defs", "clipPath", "mask", "linearGradient", "radialGradient", "pattern", "stop"]);

export interface Copying {
  /** The document of the copy. */
  readonly doc: Document;
  readonly styleOf: (el: Element) => CSSStyleDeclaration;
  readonly paintOf: (computed: string) => Paint;
}

/** The element with its look as attributes, as far as it differs from what it takes over; null where it cannot be seen. */
export function copyOf(el: Element, inherited: Look, copying: Copying): Element | null {
  const style = copying.styleOf(el);
  const name = el.localName;
  if (style.display === "none" || style.visibility === "hidden" || name === "title" || name === "desc") return null;
  const look = lookOf(style, copying);
  if (shapes.has(name) && !isSeen(look) && el.closest("clipPath, mask") === null) return null;
  const copy = copying.doc.createElementNS(svgNamespace, name);
  for (const attribute of geometry) {
    const value = el.getAttribute(attribute);
    if (value !== null) copy.setAttribute(attribute, value);
  }
  for (const [attribute, value] of Object.entries(look)) {
    if (value !== (own[attribute] ?? inherited[attribute])) copy.setAttribute(attribute, value);
  }
  for (const child of el.childNodes) {
    if (child.nodeType === child.TEXT_NODE && child.textContent !== null) copy.append(copying.doc.createTextNode(child.textContent));
    if (child.nodeType !== child.ELEMENT_NODE) continue;
    const inside = copyOf(child as Element, look, copying);
    if (inside !== null) copy.append(inside);
  }
  const isEmpty = copy.childNodes.length === 0 && ["g", "text", "tspan"].includes(name);
  return isEmpty && !definitions.has(name) ? null : copy;
}

function lookOf(style: CSSStyleDeclaration, { paintOf }: Copying): Look {
  const of = (property: string) => style.getPropertyValue(property);
  const [fill, stroke] = [paintOf(of("fill")), paintOf(of("stroke"))];
  return {
    fill: fill.color,
    "fill-opacity": share(fill.opacity, of("fill-opacity")),
    stroke: stroke.color,
    "stroke-opacity": share(stroke.opacity, of("stroke-opacity")),
    "stroke-width": pixels(of("stroke-width")),
    "stroke-dasharray": of("stroke-dasharray").replaceAll("px", ""),
    "stroke-linecap": of("stroke-linecap"),
    "stroke-linejoin": of("stroke-linejoin"),
    "paint-order": of("paint-order"),
    "text-anchor": of("text-anchor"),
    "font-size": pixels(of("font-size")),
    "font-weight": of("font-weight"),
    "font-style": of("font-style"),
    "font-family": familyOf(of("font-family")),
    opacity: of("opacity"),
  };
}

/** Ends with a family that every machine has. */
export function familyOf(computed: string): string {
  return /(?:sans-serif|serif|monospace)$/.test(computed) ? computed : `${computed}, sans-serif`;
}

function isSeen(look: Look): boolean {
  const filled = look.fill !== "none" && look["fill-opacity"] !== "0";
  const stroked = look.stroke !== "none" && look["stroke-opacity"] !== "0" && look["stroke-width"] !== "0";
  return look.opacity !== "0" && (filled || stroked);
}

/** A colour that is not there at all has no opacity worth writing. */
function share(opacity: number, computed: string): string {
  return opacity === 0 ? "1" : String(Math.round(opacity * Number(computed || 1) * 1000) / 1000);
}

function pixels(computed: string): string {
  return computed.replace(/px$/, "");
}
