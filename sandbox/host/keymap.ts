export type Modifier = "Mod" | "Ctrl" | "Meta" | "Shift" | "Alt";
export interface KeymapContext {
  modifiers: string | null;
  key: string | null;
  vkey: string;
}
export type KeymapEventListener = (event: KeyboardEvent, context: KeymapContext) => unknown;

export interface KeymapEventHandler {
  readonly scope: Scope;
  readonly modifiers: string | null;
  readonly key: string | null;
  readonly func: KeymapEventListener;
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

function compileModifiers(modifiers: readonly Modifier[]): string {
  return modifiers.map((modifier) => (modifier === "Mod" ? (isMac() ? "Meta" : "Ctrl") : modifier)).sort().join(",");
}

function pressedModifiers(event: KeyboardEvent): string {
  const pressed: string[] = [];
  if (event.altKey) pressed.push("Alt");
  if (event.ctrlKey) pressed.push("Ctrl");
  if (event.metaKey) pressed.push("Meta");
  if (event.shiftKey) pressed.push("Shift");
  return pressed.join(",");
}

export class Scope {
  keys: KeymapEventHandler[] = [];

  constructor(readonly parent?: Scope) {}

  /** `modifiers: null` matches any, `key: null` every key. A handler that returns false stops the event. */
  register(modifiers: readonly Modifier[] | null, key: string | null, func: KeymapEventListener): KeymapEventHandler {
    const handler = { scope: this, modifiers: modifiers && compileModifiers(modifiers), key: key && key.toLowerCase(), func };
    this.keys.push(handler);
    return handler;
  }

  unregister(handler: KeymapEventHandler): void {
    this.keys = this.keys.filter((other) => other !== handler);
  }

  handleKey(event: KeyboardEvent, context: KeymapContext): unknown {
    for (const handler of [...this.keys]) {
      if (handler.modifiers !== null && handler.modifiers !== context.modifiers) continue;
      if (handler.key !== null && handler.key !== context.key?.toLowerCase()) continue;
      const answer = handler.func(event, context);
      if (answer !== undefined) return answer;
    }
    return this.parent?.handleKey(event, context);
  }
}

/** The scope on top of the stack sees a key first, its parents next; scopes further down the stack see nothing. */
export class Keymap {
  private stack: Scope[] = [];

  constructor(private readonly rootScope: Scope) {}

  get scope(): Scope {
    return this.stack[this.stack.length - 1] ?? this.rootScope;
  }

  /** How many scopes are pushed: what is left open can be counted. */
  get depth(): number {
    return this.stack.length;
  }

  getRootScope(): Scope {
    return this.rootScope;
  }

  pushScope(scope: Scope): void {
    this.popScope(scope);
    this.stack.push(scope);
  }

  popScope(scope: Scope): void {
    this.stack = this.stack.filter((other) => other !== scope);
  }

  onKeyEvent(event: KeyboardEvent): void {
    // Keys that build a Korean syllable belong to the input method.
    if (event.isComposing || event.keyCode === 229) return;
    const context = { modifiers: pressedModifiers(event), key: event.key, vkey: event.code };
    if (this.scope.handleKey(event, context) !== false) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Capture phase: Obsidian's hotkeys win over the editor's own. */
  listenIn(win: Window): () => void {
    const listener = (event: KeyboardEvent) => this.onKeyEvent(event);
    win.addEventListener("keydown", listener, true);
    return () => win.removeEventListener("keydown", listener, true);
  }

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
    if (modifier === "Mod") return isMac() ? event.metaKey : event.ctrlKey;
    if (modifier === "Ctrl") return event.ctrlKey;
    if (modifier === "Meta") return event.metaKey;
    return modifier === "Shift" ? event.shiftKey : event.altKey;
  }

  /** Mod or middle button: a new tab; with Alt a split; with Alt and Shift a window. */
  static isModEvent(event?: MouseEvent | TouchEvent | KeyboardEvent | null): "tab" | "split" | "window" | boolean {
    if (!event) return false;
    const middle = "button" in event && event.button === 1;
    if (!Keymap.isModifier(event, "Mod") && !middle) return false;
    if (!event.altKey) return "tab";
    return event.shiftKey ? "window" : "split";
  }
}
