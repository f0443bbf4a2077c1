import type { Persist } from "./adapter";
import { CommandList } from "./commands";
import { FileManager } from "./file-manager";
import type { HoverPopover } from "./hover-popover";
import { setCurrentKeymap } from "./current-keymap";
import { Keymap, Scope } from "./keymap";
import { MetadataCache } from "./metadata-cache";
import { PluginList } from "./plugin-list";
import { Registries } from "./registries";
import { SettingsWindow } from "./settings/settings-window";
import { Vault } from "./vault";
import { Workspace } from "../views/workspace";

export interface AppOptions {
  files: Record<string, string>;
  name?: string;
  /** Called with every change of the vault, so that it can be sent to a disk. */
  persist?: Persist | null;
}

export type UserEvent = MouseEvent | KeyboardEvent | TouchEvent | PointerEvent;

export class App {
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
  readonly registries = new Registries();
  readonly scope = new Scope();
  readonly keymap: Keymap;
  readonly commands: CommandList;
  readonly plugins: PluginList;
  readonly setting: SettingsWindow;
  readonly workspace: Workspace;
  readonly renderContext: { hoverPopover: HoverPopover | null } = { hoverPopover: null };
  readonly appId: string;
  lastEvent: UserEvent | null = null;

  constructor(options: AppOptions) {
    this.vault = new Vault(options);
    this.appId = this.vault.getName();
    this.keymap = new Keymap(this.scope);
    setCurrentKeymap(this.keymap);
    this.metadataCache = new MetadataCache(this.vault);
    this.fileManager = new FileManager(this);
    this.commands = new CommandList(this);
    this.plugins = new PluginList(this);
    this.setting = new SettingsWindow(this);
    this.workspace = new Workspace(this);
    this.listenIn(window);
  }

  /** Keys go through the scopes, and the last event is remembered; called for the main window and by the workspace for each pop-out. */
  listenIn(win: Window): () => void {
    const stopKeys = this.keymap.listenIn(win);
    const remember = (event: Event) => {
      this.lastEvent = event as UserEvent;
    };
    const kinds = ["mousedown", "mouseup", "click", "auxclick", "touchstart", "touchend", "keydown", "keyup"];
    for (const kind of kinds) win.addEventListener(kind, remember, { capture: true, passive: true });
    return () => {
      stopKeys();
      for (const kind of kinds) win.removeEventListener(kind, remember, { capture: true });
    };
  }

  /** After plugins have loaded: the vault fills, indexing begins in the background. The page then makes the layout ready. */
  async loadVault(): Promise<void> {
    this.metadataCache.start();
    await this.vault.load();
    this.metadataCache.begin();
  }

  isDarkMode(): boolean {
    return document.body.classList.contains("theme-dark");
  }

  loadLocalStorage(key: string): unknown {
    const text = window.localStorage.getItem(`${this.appId}-${key}`);
    return text === null ? null : (JSON.parse(text) as unknown);
  }

  saveLocalStorage(key: string, data: unknown): void {
    const name = `${this.appId}-${key}`;
    if (data === null || data === undefined) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, JSON.stringify(data));
  }
}
