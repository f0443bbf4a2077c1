import type { EventRef } from "./events";

export class Component {
  /** Obsidian keeps these under the same names; views and tests read `_loaded`. */
  _loaded = false;
  _children: Component[] = [];
  _events: (() => unknown)[] = [];

  /** Returns what `onload` returns, so that a plugin's asynchronous `onload` can be awaited. */
  load(): void | Promise<void> {
    if (this._loaded) return;
    this._loaded = true;
    const loading = this.onload();
    for (const child of [...this._children]) void child.load();
    return loading;
  }

  onload(): void | Promise<void> {}

  unload(): void {
    if (!this._loaded) return;
    this._loaded = false;
    for (let child = this._children.pop(); child; child = this._children.pop()) child.unload();
    for (let undo = this._events.pop(); undo; undo = this._events.pop()) undo();
    this.onunload();
  }

  onunload(): void {}

  addChild<T extends Component>(component: T): T {
    this._children.push(component);
    if (this._loaded) void component.load();
    return component;
  }

  removeChild<T extends Component>(component: T): T {
    const index = this._children.indexOf(component);
    if (index >= 0) {
      this._children.splice(index, 1);
      component.unload();
    }
    return component;
  }

  register(callback: () => unknown): void {
    this._events.push(callback);
  }

  registerEvent(ref: EventRef): void {
    this.register(() => ref.e.offref(ref));
  }

  registerDomEvent(
    target: EventTarget,
    type: string,
    callback: (event: never) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const listener = callback as unknown as EventListener;
    target.addEventListener(type, listener, options);
    this.register(() => target.removeEventListener(type, listener, options));
  }

  registerInterval(id: number): number {
    this.register(() => clearInterval(id));
    return id;
  }
}
