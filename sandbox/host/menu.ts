import { Component } from "./component";
import { currentKeymap } from "./current-keymap";
import { Scope } from "./keymap";
import { MenuItem, MenuSeparator } from "./menu-item";

export { MenuItem, MenuSeparator } from "./menu-item";

export interface MenuPosition {
  x: number;
  y: number;
  width?: number;
  overlap?: boolean;
  left?: boolean;
}

const byEvent = new WeakMap<Event, Menu>();
let open: Menu | null = null;

export class Menu extends Component {
  readonly dom: HTMLElement;
  readonly scope = new Scope();
  items: (MenuItem | MenuSeparator)[] = [];
  parentElement: HTMLElement | null = null;
  private hidden: (() => unknown)[] = [];
  private selected = -1;
  private shown = false;

  constructor() {
    super();
    this.dom = createDiv({ cls: "menu", attr: { role: "menu" } });
    const move = (step: number) => () => {
      this.select(this.selected + step, step);
      return false;
    };
    this.scope.register([], "ArrowDown", move(1));
    this.scope.register([], "ArrowUp", move(-1));
    this.scope.register([], "Enter", (event) => {
      const item = this.choosable()[this.selected];
      if (item) this.choose(item, event);
      return false;
    });
    this.scope.register([], "Escape", () => {
      this.hide();
      return false;
    });
  }

  /** One menu for all who answer the same event; it opens after they all have added their items. */
  static forEvent(event: PointerEvent | MouseEvent): Menu {
    const known = byEvent.get(event);
    if (known) return known;
    const menu = new Menu();
    byEvent.set(event, menu);
    event.preventDefault();
    window.setTimeout(() => {
      if (menu.items.length > 0) menu.showAtMouseEvent(event);
    }, 0);
    return menu;
  }

  /** The menu that is open now, if one is. */
  static get current(): Menu | null {
    return open;
  }

  setNoIcon(): this {
    this.dom.addClass("mod-no-icon");
    return this;
  }

  setUseNativeMenu(): this {
    return this;
  }

  setParentElement(el: HTMLElement): this {
    this.parentElement = el;
    return this;
  }

  addItem(callback: (item: MenuItem) => unknown): this {
    const item = new MenuItem();
    this.items.push(item);
    callback(item);
    return this;
  }

  addSeparator(): this {
    this.items.push(new MenuSeparator());
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    const doc = (event.target as Node | null)?.ownerDocument ?? document;
    return this.showAtPosition({ x: event.clientX, y: event.clientY }, doc);
  }

  showAtPosition(position: MenuPosition, doc: Document = window.activeDocument): this {
    open?.hide();
    this.shown = true;
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the one open menu of the app
    open = this;
    this.fill();
    doc.body.append(this.dom);
    const win = doc.defaultView ?? window;
    const left = position.left ? position.x - this.dom.offsetWidth : position.x;
    const x = Math.max(0, Math.min(left, win.innerWidth - this.dom.offsetWidth));
    const y = Math.max(0, Math.min(position.y, win.innerHeight - this.dom.offsetHeight));
    this.dom.setCssStyles({ position: "fixed", left: `${String(x)}px`, top: `${String(y)}px` });
    this.load();
    currentKeymap()?.pushScope(this.scope);
    this.closeOutside(doc);
    return this;
  }

  hide(): this {
    if (!this.shown) return this;
    this.shown = false;
    if (open === this) open = null;
    currentKeymap()?.popScope(this.scope);
    this.dom.remove();
    this.unload();
    for (const callback of this.hidden) callback();
    return this;
  }

  close(): void {
    this.hide();
  }

  onHide(callback: () => unknown): void {
    this.hidden.push(callback);
  }

  onHistoryBack(): void {
    this.hide();
  }

  /** Items of one section stand together, in the order in which the sections were first named. */
  private fill(): void {
    const sections = [...new Set(this.items.map((item) => item.section))];
    const ordered = sections.map((section) => this.items.filter((item) => item.section === section));
    const withLines = ordered.flatMap((items, index) => (index > 0 ? [new MenuSeparator(), ...items] : items));
    this.dom.replaceChildren(...withLines.map((item) => item.dom));
    for (const item of this.choosable()) {
      item.dom.onclick = (event) => this.choose(item, event);
      item.dom.onmousemove = () => this.select(this.choosable().indexOf(item), 1);
    }
  }

  private choose(item: MenuItem, event: MouseEvent | KeyboardEvent): void {
    if (item.disabled || item.isLabel) return;
    this.hide();
    item.choose(event);
  }

  private choosable(): MenuItem[] {
    return this.items.filter((item) => item instanceof MenuItem).filter((item) => !item.isLabel);
  }

  private select(index: number, step: number): void {
    const items = this.choosable();
    if (items.length === 0) return;
    let at = (index + items.length) % items.length;
    for (let tries = 0; items[at]?.disabled && tries < items.length; tries++) at = (at + step + items.length) % items.length;
    this.selected = at;
    items.forEach((item, other) => item.dom.classList.toggle("selected", other === at));
  }

  private closeOutside(doc: Document): void {
    const outside = (event: Event) => {
      if (!this.dom.contains(event.target as Node | null)) this.hide();
    };
    this.registerDomEvent(doc, "mousedown", outside, true);
    this.registerDomEvent(doc, "touchstart", outside, { capture: true, passive: true });
  }
}
