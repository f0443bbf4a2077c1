import { createElement, createSvgElement, type ElementInfo, setAttribute, setText } from "./create";

type Info = ElementInfo | string;

const documentOf = (node: Node): Document => node.ownerDocument ?? (node as Document);
const windowOf = (node: Node): Window => documentOf(node).defaultView ?? window;
const inParent = (info: Info | undefined, parent: Node): ElementInfo => ({ ...(typeof info === "string" ? { cls: info } : info), parent });

/** True across windows too: a pop-out has its own `HTMLElement`. */
function isInstance(value: object, win: Window, type: { name: string } & (new () => unknown)): boolean {
  if (value instanceof type) return true;
  const theirs = (win as unknown as Record<string, unknown>)[type.name];
  return typeof theirs === "function" && value instanceof theirs;
}

function nearest(from: Element, selector: string, last: Element | undefined): Element | null {
  for (let el: Element | null = from; el; el = el.parentElement) {
    if (el.matches(selector)) return el;
    if (el === last) return null;
  }
  return null;
}

export const nodeGetters = {
  doc(this: Node): Document {
    return documentOf(this);
  },
  win(this: Node): Window {
    return windowOf(this);
  },
  constructorWin(this: Node): Window {
    return windowOf(this);
  },
};

export const nodeMethods = {
  detach(this: Node): void {
    this.parentNode?.removeChild(this);
  },
  empty(this: Node): void {
    while (this.lastChild) this.removeChild(this.lastChild);
  },
  insertAfter<T extends Node>(this: Node, node: T, child: Node | null): T {
    this.insertBefore(node, child ? child.nextSibling : this.firstChild);
    return node;
  },
  indexOf(this: Node, other: Node): number {
    return Array.prototype.indexOf.call(this.childNodes, other);
  },
  setChildrenInPlace(this: Node, children: Node[]): void {
    const wanted = new Set(children);
    for (const child of Array.from(this.childNodes)) if (!wanted.has(child)) this.removeChild(child);
    children.forEach((child, index) => {
      if (this.childNodes[index] !== child) this.insertBefore(child, this.childNodes[index] ?? null);
    });
  },
  appendText(this: Node, text: string): void {
    this.appendChild(documentOf(this).createTextNode(text));
  },
  instanceOf(this: Node, type: new () => unknown): boolean {
    return isInstance(this, windowOf(this), type);
  },
  createEl(this: Node, tag: string, info?: Info, callback?: (el: HTMLElement) => void): HTMLElement {
    return createElement(documentOf(this), tag, inParent(info, this), callback);
  },
  createDiv(this: Node, info?: Info, callback?: (el: HTMLElement) => void): HTMLElement {
    return createElement(documentOf(this), "div", inParent(info, this), callback);
  },
  createSpan(this: Node, info?: Info, callback?: (el: HTMLElement) => void): HTMLElement {
    return createElement(documentOf(this), "span", inParent(info, this), callback);
  },
  createSvg(this: Node, tag: string, info?: Info, callback?: (el: SVGElement) => void): SVGElement {
    return createSvgElement(documentOf(this), tag, inParent(info, this), callback);
  },
};

export const findMethods = {
  find(this: ParentNode, selector: string): Element | null {
    return this.querySelector(selector);
  },
  findAll(this: ParentNode, selector: string): Element[] {
    return Array.from(this.querySelectorAll(selector));
  },
  findAllSelf(this: Element, selector: string): Element[] {
    return [...(this.matches(selector) ? [this] : []), ...Array.from(this.querySelectorAll(selector))];
  },
};

export const elementMethods = {
  getText(this: Element): string {
    return this.textContent ?? "";
  },
  setText(this: Element, text: string | DocumentFragment): void {
    setText(this, text);
  },
  addClass(this: Element, ...names: string[]): void {
    this.classList.add(...names);
  },
  addClasses(this: Element, names: string[]): void {
    this.classList.add(...names);
  },
  removeClass(this: Element, ...names: string[]): void {
    this.classList.remove(...names);
  },
  removeClasses(this: Element, names: string[]): void {
    this.classList.remove(...names);
  },
  toggleClass(this: Element, names: string | string[], on: boolean): void {
    for (const name of Array.isArray(names) ? names : [names]) this.classList.toggle(name, !!on);
  },
  hasClass(this: Element, name: string): boolean {
    return this.classList.contains(name);
  },
  setAttr(this: Element, name: string, value: string | number | boolean | null): void {
    setAttribute(this, name, value);
  },
  setAttrs(this: Element, attributes: Record<string, string | number | boolean | null>): void {
    for (const [name, value] of Object.entries(attributes)) setAttribute(this, name, value);
  },
  getAttr(this: Element, name: string): string | null {
    return this.getAttribute(name);
  },
  matchParent(this: Element, selector: string, lastParent?: Element): Element | null {
    return nearest(this, selector, lastParent);
  },
  getCssPropertyValue(this: Element, property: string, pseudo?: string): string {
    return windowOf(this).getComputedStyle(this, pseudo).getPropertyValue(property).trim();
  },
  isActiveElement(this: Element): boolean {
    return documentOf(this).activeElement === this;
  },
};

export const styleMethods = {
  setCssStyles(this: HTMLElement, styles: Partial<CSSStyleDeclaration>): void {
    Object.assign(this.style, styles);
  },
  setCssProps(this: HTMLElement, properties: Record<string, string>): void {
    for (const [name, value] of Object.entries(properties)) this.style.setProperty(name, value);
  },
};

export const uiEventGetters = {
  targetNode(this: UIEvent): Node | null {
    return this.target && "nodeType" in this.target ? (this.target as Node) : null;
  },
  win(this: UIEvent): Window {
    return this.view ?? window;
  },
  doc(this: UIEvent): Document {
    return (this.view ?? window).document;
  },
};

export const uiEventMethods = {
  instanceOf(this: UIEvent, type: new () => unknown): boolean {
    return isInstance(this, this.view ?? window, type);
  },
};
