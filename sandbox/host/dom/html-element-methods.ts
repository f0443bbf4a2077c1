type Delegated = (this: EventTarget, event: Event, delegateTarget: HTMLElement) => unknown;
interface Entry {
  type: string;
  selector: string;
  listener: Delegated;
  options: boolean | AddEventListenerOptions | undefined;
  callback: (event: Event) => void;
}

const delegated = new WeakMap<EventTarget, Entry[]>();

/** Delegation: the nearest ancestor of the target that matches, within the element that listens. */
export const delegationMethods = {
  on(this: EventTarget, type: string, selector: string, listener: Delegated, options?: boolean | AddEventListenerOptions): void {
    const callback = (event: Event) => {
      const target = event.target as Element | null;
      const match = target?.closest?.(selector);
      const inside = match && (!("contains" in this) || (this as unknown as Node).contains(match));
      if (inside) listener.call(this, event, match as HTMLElement);
    };
    const entry = { type, selector, listener, options, callback };
    delegated.set(this, [...(delegated.get(this) ?? []), entry]);
    this.addEventListener(type, callback, options);
  },
  off(this: EventTarget, type: string, selector: string, listener: Delegated, options?: boolean | AddEventListenerOptions): void {
    const entries = delegated.get(this) ?? [];
    const gone = entries.find((entry) => entry.type === type && entry.selector === selector && entry.listener === listener);
    if (!gone) return;
    delegated.set(this, entries.filter((entry) => entry !== gone));
    this.removeEventListener(type, gone.callback, options ?? gone.options);
  },
};

export const htmlElementMethods = {
  show(this: HTMLElement): void {
    if (this.style.display === "none") this.style.display = "";
  },
  hide(this: HTMLElement): void {
    this.style.display = "none";
  },
  toggle(this: HTMLElement, show: boolean): void {
    this.style.display = show ? "" : "none";
  },
  toggleVisibility(this: HTMLElement, visible: boolean): void {
    this.style.visibility = visible ? "" : "hidden";
  },
  isShown(this: HTMLElement): boolean {
    return this.offsetParent !== null;
  },
  onClickEvent(this: HTMLElement, listener: (event: MouseEvent) => unknown, options?: boolean | AddEventListenerOptions): void {
    this.addEventListener("click", listener as EventListener, options);
    this.addEventListener("auxclick", listener as EventListener, options);
  },
  /** Calls back each time the element comes into a document. */
  onNodeInserted(this: HTMLElement, listener: () => unknown, once = false): () => void {
    let connected = this.isConnected;
    const observer = new MutationObserver(() => {
      const now = this.isConnected;
      const came = now && !connected;
      connected = now;
      if (!came) return;
      if (once) observer.disconnect();
      listener();
    });
    observer.observe(this.ownerDocument, { childList: true, subtree: true });
    return () => observer.disconnect();
  },
  /** Calls back when the element has moved into the document of another window, which is told when it is put there. */
  onWindowMigrated(this: HTMLElement, listener: (win: Window) => unknown): () => void {
    let win: Window | null = this.ownerDocument.defaultView;
    const followers = migrations.get(this) ?? new Set();
    const check = () => {
      const now = this.ownerDocument.defaultView;
      if (!now || now === win || !this.isConnected) return;
      win = now;
      listener(now);
    };
    followers.add(check);
    migrations.set(this, followers);
    followed.add(new WeakRef(this));
    return () => followers.delete(check);
  },
  trigger(this: HTMLElement, type: string): void {
    this.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
  },
};

const migrations = new WeakMap<HTMLElement, Set<() => void>>();
const followed = new Set<WeakRef<HTMLElement>>();

/** To be called after a leaf has been moved to another window: tells the elements in it. */
export function announceMigration(root: HTMLElement): void {
  for (const reference of followed) {
    const el = reference.deref();
    if (!el || !migrations.get(el)?.size) followed.delete(reference);
    else if (root.contains(el)) for (const check of [...(migrations.get(el) ?? [])]) check();
  }
}
