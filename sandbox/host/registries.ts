import type { Extension } from "@codemirror/state";
import type { BasesViewRegistration, MarkdownPostProcessor, MarkdownPostProcessorContext } from "obsidian";

export type CodeBlockHandler = (source: string, el: HTMLElement, ctx: MarkdownPostProcessorContext) => Promise<unknown> | void;

export interface HoverSource {
  display: string;
  defaultMod: boolean;
}

export interface CliCommand {
  description: string;
  flags: Record<string, { value?: string; description: string; required?: boolean }> | null;
  handler: (params: Record<string, string>) => string | Promise<string>;
}

/** Editor extensions of all plugins; open editors follow it, as Obsidian's do. */
export class ExtensionList {
  list: Extension[] = [];
  private followers = new Set<() => void>();

  onChange(callback: () => void): () => void {
    this.followers.add(callback);
    return () => this.followers.delete(callback);
  }

  add(extension: Extension): void {
    this.list = [...this.list, extension];
    this.changed();
  }

  remove(extension: Extension): void {
    this.list = this.list.filter((other) => other !== extension);
    this.changed();
  }

  changed(): void {
    for (const follower of [...this.followers]) follower();
  }
}

/** What plugins have given to the host, for the views to read. */
export class Registries {
  readonly codeBlockProcessors = new Map<string, { handler: CodeBlockHandler; sortOrder: number }>();
  readonly postProcessors: { handler: MarkdownPostProcessor; sortOrder: number }[] = [];
  readonly editorExtensions = new ExtensionList();
  readonly viewCreators = new Map<string, (leaf: unknown) => unknown>();
  readonly viewTypeByExtension = new Map<string, string>([["md", "markdown"], ["base", "bases"], ["canvas", "canvas"]]);
  readonly basesViews = new Map<string, BasesViewRegistration>();
  readonly hoverSources = new Map<string, HoverSource>();
  readonly editorSuggests: unknown[] = [];
  readonly cliHandlers = new Map<string, CliCommand>();
  readonly protocolHandlers = new Map<string, (params: Record<string, string>) => unknown>();
}
