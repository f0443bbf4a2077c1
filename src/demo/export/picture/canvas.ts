/** A canvas that is in no page. */
export function newCanvas(doc: Document): HTMLCanvasElement {
  return doc.createElementNS("http://www.w3.org/1999/xhtml", "canvas") as HTMLCanvasElement;
}
