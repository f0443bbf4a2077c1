import type { Extension } from "@codemirror/state";
import type { BasesViewRegistration, MarkdownPostProcessor, MarkdownPostProcessorContext, PluginManifest } from "obsidian";
import type { App } from "./app";
import type { Command } from "./commands";
import { Component } from "./component";
import { setIcon } from "./icons";
import type { CliCommand, CodeBlockHandler, HoverSource } from "./registries";
import type { PluginSettingTab } from "./settings/setting-tab";

/** Whatever a plugin registers is taken back when it unloads. */
export abstract class Plugin extends Component {
  app: App;
  readonly manifest: PluginManifest;

  constructor(app: App, manifest: PluginManifest) {
    super();
    this.app = app;
    this.manifest = manifest;
  }

  /** The interface types of `onUserEnable` and `onExternalSettingsChange` are Obsidian's. */
  onUserEnable(): void {}
  onExternalSettingsChange?(): unknown;

  addCommand(command: Command): Command {
    command.id = `${this.manifest.id}:${command.id}`;
    command.name = `${this.manifest.name}: ${command.name}`;
    this.app.commands.addCommand(command);
    this.register(() => this.app.commands.removeCommand(command.id));
    return command;
  }

  removeCommand(id: string): void {
    this.app.commands.removeCommand(`${this.manifest.id}:${id}`);
  }

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = createDiv({ cls: "clickable-icon side-dock-ribbon-action", attr: { "aria-label": title, role: "button", tabindex: 0 } });
    setIcon(el, icon);
    el.addEventListener("click", callback);
    document.querySelector(".side-dock-actions")?.append(el);
    this.register(() => el.remove());
    return el;
  }

  addStatusBarItem(): HTMLElement {
    const el = createDiv(`status-bar-item plugin-${this.manifest.id}`);
    document.querySelector(".status-bar")?.append(el);
    this.register(() => el.remove());
    return el;
  }

  addSettingTab(tab: PluginSettingTab): void {
    this.app.setting.addSettingTab(tab);
    this.register(() => this.app.setting.removeSettingTab(tab));
  }

  registerMarkdownCodeBlockProcessor(language: string, handler: CodeBlockHandler, sortOrder = 0): MarkdownPostProcessor {
    const { codeBlockProcessors } = this.app.registries;
    if (codeBlockProcessors.has(language)) throw new Error(`Code block postprocessor for language ${language} is already registered`);
    codeBlockProcessors.set(language, { handler, sortOrder });
    this.processorsChanged();
    this.register(() => {
      codeBlockProcessors.delete(language);
      this.processorsChanged();
    });
    return async (el: HTMLElement, ctx: MarkdownPostProcessorContext) => {
      for (const code of el.findAll(`pre > code.language-${language}`)) {
        const box = createDiv(`block-language-${language}`);
        code.parentElement?.replaceWith(box);
        await handler((code.textContent ?? "").replace(/\n$/, ""), box, ctx);
      }
    };
  }

  registerMarkdownPostProcessor(handler: MarkdownPostProcessor, sortOrder = handler.sortOrder ?? 0): MarkdownPostProcessor {
    const { postProcessors } = this.app.registries;
    const entry = { handler, sortOrder };
    postProcessors.push(entry);
    postProcessors.sort((a, b) => a.sortOrder - b.sortOrder);
    this.processorsChanged();
    this.register(() => {
      postProcessors.splice(postProcessors.indexOf(entry), 1);
      this.processorsChanged();
    });
    return handler;
  }

  registerEditorExtension(extension: Extension): void {
    this.app.registries.editorExtensions.add(extension);
    this.register(() => this.app.registries.editorExtensions.remove(extension));
  }

  registerEditorSuggest(suggest: unknown): void {
    const { editorSuggests } = this.app.registries;
    editorSuggests.push(suggest);
    this.register(() => {
      (suggest as { close?: () => void }).close?.();
      editorSuggests.splice(editorSuggests.indexOf(suggest), 1);
    });
  }

  registerView(type: string, creator: (leaf: unknown) => unknown): void {
    const { viewCreators } = this.app.registries;
    if (viewCreators.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
    viewCreators.set(type, creator);
    this.app.workspace.trigger("view-registered", type);
    this.register(() => {
      viewCreators.delete(type);
      this.app.workspace.trigger("view-unregistered", type);
    });
  }

  registerBasesView(viewId: string, registration: BasesViewRegistration): boolean {
    const { basesViews } = this.app.registries;
    if (basesViews.has(viewId)) throw new Error(`Attempting to register an existing view type "${viewId}"`);
    basesViews.set(viewId, registration);
    this.app.workspace.trigger("bases-views-changed");
    this.register(() => {
      basesViews.delete(viewId);
      this.app.workspace.trigger("bases-views-changed");
    });
    return true;
  }

  registerExtensions(extensions: string[], viewType: string): void {
    const { viewTypeByExtension } = this.app.registries;
    const taken = extensions.find((extension) => viewTypeByExtension.has(extension));
    if (taken !== undefined) throw new Error(`Attempting to register an existing file extension "${taken}"`);
    for (const extension of extensions) viewTypeByExtension.set(extension, viewType);
    this.register(() => extensions.forEach((extension) => viewTypeByExtension.delete(extension)));
  }

  registerHoverLinkSource(id: string, info: HoverSource): void {
    this.app.registries.hoverSources.set(id, info);
    this.register(() => this.app.registries.hoverSources.delete(id));
  }

  registerObsidianProtocolHandler(action: string, handler: (params: Record<string, string>) => unknown): void {
    this.app.registries.protocolHandlers.set(action, handler);
    this.register(() => this.app.registries.protocolHandlers.delete(action));
  }

  registerCliHandler(command: string, description: string, flags: CliCommand["flags"], handler: CliCommand["handler"]): void {
    const { cliHandlers } = this.app.registries;
    const { id } = this.manifest;
    const own = command === id || command.startsWith(`${id}:`);
    if (!own) throw new Error(`The CLI command "${command}" does not begin with the plugin's id`);
    if (cliHandlers.has(command)) throw new Error(`The CLI command "${command}" is already registered`);
    cliHandlers.set(command, { description, flags, handler });
    this.register(() => cliHandlers.delete(command));
  }

  async loadData(): Promise<unknown> {
    const { adapter } = this.app.vault;
    if (!(await adapter.exists(this.dataPath))) return null;
    return JSON.parse(await adapter.read(this.dataPath)) as unknown;
  }

  async saveData(data: unknown): Promise<void> {
    await this.app.vault.adapter.write(this.dataPath, JSON.stringify(data, null, 2));
  }

  get dataPath(): string {
    return `${this.app.vault.configDir}/plugins/${this.manifest.id}/data.json`;
  }

  private processorsChanged(): void {
    this.app.workspace.trigger("post-processor-change");
  }
}
