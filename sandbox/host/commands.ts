import type { App } from "./app";

export interface Command {
  id: string;
  name: string;
  icon?: string;
  mobileOnly?: boolean;
  repeatable?: boolean;
  callback?: () => unknown;
  checkCallback?: (checking: boolean) => boolean | void;
  editorCallback?: (editor: unknown, context: unknown) => unknown;
  editorCheckCallback?: (checking: boolean, editor: unknown, context: unknown) => boolean | void;
  hotkeys?: { modifiers: string[]; key: string }[];
}

interface EditorContext {
  editor?: unknown;
  getMode?: () => string;
}

/** Every command by id; editor commands are there only while an editor is, and not in reading view. */
export class CommandList {
  readonly commands: Record<string, Command> = Object.create(null) as Record<string, Command>;

  constructor(private readonly app: App) {}

  addCommand(command: Command): void {
    this.commands[command.id] = command;
  }

  removeCommand(id: string): void {
    delete this.commands[id];
  }

  findCommand(id: string): Command | undefined {
    return this.commands[id];
  }

  /** Those that can run now. */
  listCommands(): Command[] {
    return Object.values(this.commands).filter((command) => this.run(command, true));
  }

  executeCommandById(id: string): boolean {
    const command = this.commands[id];
    return command ? this.executeCommand(command) : false;
  }

  executeCommand(command: Command): boolean {
    return this.run(command, true) && this.run(command, false);
  }

  private run(command: Command, checking: boolean): boolean {
    if (command.editorCheckCallback || command.editorCallback) {
      const context = this.app.workspace.activeEditor as EditorContext | null;
      if (!context?.editor || context.getMode?.() === "preview") return false;
      if (command.editorCheckCallback) {
        const can = command.editorCheckCallback(checking, context.editor, context);
        return !checking || can === true;
      }
      if (!checking) command.editorCallback?.(context.editor, context);
      return true;
    }
    if (command.checkCallback) {
      const can = command.checkCallback(checking);
      return !checking || can === true;
    }
    if (!checking) command.callback?.();
    return command.callback !== undefined;
  }
}
