import type { App } from "../host/app";
import type { Command } from "../host/commands";
import { FuzzySuggestModal } from "../host/fuzzy-suggest-modal";
import { word } from "./words";

/** Every command that can run now, by its name. */
export class CommandPalette extends FuzzySuggestModal<Command> {
  constructor(app: App) {
    super(app);
    this.setPlaceholder(word("paletteHint"));
    this.inputEl.setAttribute("aria-label", word("palette"));
    this.emptyStateText = word("paletteEmpty");
    this.setInstructions([
      { command: "↑↓", purpose: word("toNavigate") },
      { command: "↵", purpose: word("toUse") },
      { command: "esc", purpose: word("toDismiss") },
    ]);
  }

  override getItems(): Command[] {
    return this.app.commands.listCommands();
  }

  override getItemText(command: Command): string {
    return command.name;
  }

  override onChooseItem(command: Command): void {
    this.app.commands.executeCommand(command);
  }
}
