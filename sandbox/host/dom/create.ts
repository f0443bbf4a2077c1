type Attributes = Record<string, string | number | boolean | null>;

export interface ElementInfo {
  cls?: string | string[];
  text?: string | DocumentFragment;
  attr?: Attributes;
  title?: string;
  parent?: Node;
  value?: string;
  type?: string;
  prepend?: boolean;
  placeholder?: string;
  href?: string;
}

function classesOf(cls: string | string[]): string[] {
  return (typeof cls === "string" ? cls.split(" ") : cls).filter((name) => name !== "");
}

export function setAttribute(el: Element, name: string, value: string | number | boolean | null): void {
  if (value === null) el.removeAttribute(name);
  else el.setAttribute(name, String(value));
}

function place(el: Element, info: ElementInfo): void {
  if (info.cls !== undefined) el.classList.add(...classesOf(info.cls));
  for (const [name, value] of Object.entries(info.attr ?? {})) setAttribute(el, name, value);
  if (!info.parent) return;
  if (info.prepend) info.parent.insertBefore(el, info.parent.firstChild);
  else info.parent.appendChild(el);
}

export function setText(el: Element, text: string | DocumentFragment): void {
  if (typeof text === "string") el.textContent = text;
  else el.replaceChildren(text);
}

const plain = ["title", "value", "type", "placeholder", "href"] as const;

export function createElement(doc: Document, tag: string, given?: ElementInfo | string, callback?: (el: HTMLElement) => void): HTMLElement {
  const info = typeof given === "string" ? { cls: given } : (given ?? {});
  const el = doc.createElement(tag);
  if (info.text !== undefined) setText(el, info.text);
  for (const name of plain) {
    const value = info[name];
    if (value === undefined) continue;
    if (name === "value" && "value" in el) (el as HTMLInputElement).value = value;
    else el.setAttribute(name, value);
  }
  callback?.(el);
  place(el, info);
  return el;
}

export function createSvgElement(
  doc: Document,
  tag: string,
  given?: ElementInfo | string,
  callback?: (el: SVGElement) => void,
): SVGElement {
  const info = typeof given === "string" ? { cls: given } : (given ?? {});
  const el = doc.createElementNS("http://www.w3.org/2000/svg", tag);
  callback?.(el as SVGElement);
  place(el, info);
  return el as SVGElement;
}
