import type { Command } from "../host/commands";
import { Notice } from "../host/notice";
import { CommandPalette } from "./command-palette";
import type { NoteHeader } from "./note-header";
import type { Mode } from "./parameters";
import { attempt, type Sandbox } from "./sandbox";
import { word, type Words } from "./words";

export interface PageCommands {
  palette(): void;
  settings(): void;
  theme(): void;
  popout(): void;
  print(): void;
}

/** What buttons, keys and the palette can do alike. */
export function pageCommands(sandbox: Sandbox, header: NoteHeader): PageCommands {
  const { app, appearance, printing, secondWindow } = sandbox;
  const openPath = () => app.workspace.getActiveFile()?.path;
  const popout = async (path: string, mode: Mode) => {
    await secondWindow.open(path, mode).catch(() => new Notice(word("popoutBlocked")));
  };
  const commands: PageCommands = {
    palette: () => new CommandPalette(app).open(),
    settings: () => app.setting.open(),
    theme: () => appearance.setTheme(appearance.theme === "dark" ? "light" : "dark"),
    popout: () => {
      const path = openPath();
      if (path !== undefined) void popout(path, header.mode);
    },
    print: () => {
      const path = openPath();
      if (path !== undefined) void attempt(() => printing.show(path));
    },
  };
  app.scope.register(["Mod"], "p", () => (commands.palette(), false));
  app.scope.register(["Mod"], ",", () => (commands.settings(), false));
  app.scope.register(["Mod"], "e", () => (void header.toggleReading(), false));

  const named: [string, keyof Words, Command["callback"]][] = [
    ["app:open-settings", "settings", commands.settings],
    ["markdown:toggle-preview", "toggleReading", () => header.toggleReading()],
    ["theme:toggle-light-dark", "toDark", commands.theme],
    ["workspace:open-in-new-window", "popout", commands.popout],
    ["app:print", "print", commands.print],
    ["app:reload-plugin", "reloadPlugin", () => sandbox.plugin.reload()],
  ];
  const nameCommands = () => {
    for (const [id, key, callback] of named) {
      const name = id.startsWith("theme:") && appearance.theme === "dark" ? word("toLight") : word(key);
      app.commands.addCommand({ id, name, ...(callback ? { callback } : {}) });
    }
  };
  appearance.onChange(nameCommands);
  nameCommands();
  return commands;
}
