import { createElement, createSvgElement, type ElementInfo } from "./create";
import { delegationMethods, htmlElementMethods } from "./html-element-methods";
import { define, installLanguageExtensions } from "./language-extensions";
import { elementMethods, findMethods, nodeGetters, nodeMethods, styleMethods, uiEventGetters, uiEventMethods } from "./node-methods";

type Info = ElementInfo | string;
type Realm = Window & typeof globalThis;

function defineGetters(target: object, getters: Record<string, (this: never) => unknown>): void {
  for (const [name, get] of Object.entries(getters)) Object.defineProperty(target, name, { get, configurable: true });
}

function globalFunctions(realm: Realm): Record<string, unknown> {
  const doc = realm.document;
  return {
    createEl: (tag: string, info?: Info, callback?: (el: HTMLElement) => void) => createElement(doc, tag, info, callback),
    createDiv: (info?: Info, callback?: (el: HTMLElement) => void) => createElement(doc, "div", info, callback),
    createSpan: (info?: Info, callback?: (el: HTMLElement) => void) => createElement(doc, "span", info, callback),
    createSvg: (tag: string, info?: Info, callback?: (el: SVGElement) => void) => createSvgElement(doc, tag, info, callback),
    createFragment: (callback?: (fragment: DocumentFragment) => void) => {
      const fragment = doc.createDocumentFragment();
      callback?.(fragment);
      return fragment;
    },
    fish: (selector: string) => doc.querySelector(selector),
    fishAll: (selector: string) => Array.from(doc.querySelectorAll(selector)),
    isBoolean: (value: unknown) => typeof value === "boolean",
    ready: (callback: () => void) => {
      if (doc.readyState === "loading") doc.addEventListener("DOMContentLoaded", callback, { once: true });
      else callback();
    },
    sleep: (ms: number) => new Promise<void>((resolve) => realm.setTimeout(resolve, ms)),
    nextFrame: () => new Promise<void>((resolve) => realm.requestAnimationFrame(() => resolve())),
  };
}

/** Gives a window, the main one or a pop-out, what Obsidian adds to every window's objects. */
export function installDomExtensions(win: Window): void {
  const realm = win as Realm;
  installLanguageExtensions(realm);
  define(realm.Node.prototype, nodeMethods);
  defineGetters(realm.Node.prototype, nodeGetters);
  define(realm.Element.prototype, { ...elementMethods, ...findMethods });
  define(realm.DocumentFragment.prototype, { find: findMethods.find, findAll: findMethods.findAll });
  define(realm.HTMLElement.prototype, { ...htmlElementMethods, ...delegationMethods, ...styleMethods });
  Object.defineProperty(realm.HTMLElement.prototype, "innerWidth", { get: contentWidth, configurable: true });
  Object.defineProperty(realm.HTMLElement.prototype, "innerHeight", { get: contentHeight, configurable: true });
  define(realm.SVGElement.prototype, styleMethods);
  define(realm.Document.prototype, delegationMethods);
  defineGetters(realm.UIEvent.prototype, uiEventGetters);
  define(realm.UIEvent.prototype, uiEventMethods);
  define(realm, globalFunctions(realm));
  if (win === window) setActiveWindow(win);
  else {
    Object.defineProperty(realm, "activeWindow", { get: () => window.activeWindow, configurable: true });
    Object.defineProperty(realm, "activeDocument", { get: () => window.activeDocument, configurable: true });
  }
}

/** The window that has the focus; the workspace calls it when another one gets it. */
export function setActiveWindow(win: Window): void {
  define(window, { activeWindow: win, activeDocument: win.document });
}

function contentWidth(this: HTMLElement): number {
  const style = this.ownerDocument.defaultView?.getComputedStyle(this);
  return this.clientWidth - parseFloat(style?.paddingLeft || "0") - parseFloat(style?.paddingRight || "0");
}

function contentHeight(this: HTMLElement): number {
  const style = this.ownerDocument.defaultView?.getComputedStyle(this);
  return this.clientHeight - parseFloat(style?.paddingTop || "0") - parseFloat(style?.paddingBottom || "0");
}
