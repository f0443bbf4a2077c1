import type { Keymap } from "./keymap";

let current: Keymap | null = null;

/** Menus are made without an app, yet take keys: Obsidian has a global `app` for them, the stand-in only its keymap. */
export function setCurrentKeymap(keymap: Keymap): void {
  current = keymap;
}

export function currentKeymap(): Keymap | null {
  return current;
}
