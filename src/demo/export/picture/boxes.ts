import { svgNamespace, type Copying } from "./svg-copy";

/** Where an element stands in the picture. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The element's background and borders. */
export function boxesOf(style: CSSStyleDeclaration, { x, y, width, height }: Place, { doc, paintOf }: Copying): Element[] {
  const drawn: Element[] = [];
  const add = (name: string, attributes: Readonly<Record<string, number | string>>) => {
    const el = doc.createElementNS(svgNamespace, name);
    for (const [attribute, value] of Object.entries(attributes)) el.setAttribute(attribute, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
    drawn.push(el);
  };
  const back = paintOf(style.backgroundColor);
  const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
  if (back.opacity > 0) add("rect", { x, y, width, height, rx: radius, fill: back.color, "fill-opacity": back.opacity });
  const sides = (["Top", "Right", "Bottom", "Left"] as const).map((side) => {
    const thick = style[`border${side}Style`] === "none" ? 0 : parseFloat(style[`border${side}Width`]) || 0;
    return { side, thick, ...paintOf(style[`border${side}Color`]) };
  });
  for (const { side, thick, color, opacity } of sides) {
    if (thick === 0 || opacity === 0) continue;
    const line = { stroke: color, "stroke-opacity": opacity, "stroke-width": thick };
    if (side === "Top" || side === "Bottom") {
      const at = side === "Top" ? y + thick / 2 : y + height - thick / 2;
      add("line", { x1: x, x2: x + width, y1: at, y2: at, ...line });
    } else {
      const at = side === "Left" ? x + thick / 2 : x + width - thick / 2;
      add("line", { x1: at, x2: at, y1: y, y2: y + height, ...line });
    }
  }
  return drawn;
}
