import { MarkdownView, Modal, Setting } from "obsidian";
import { checkNote, type Finding } from "../concepts/check-note";
import { words, type Lab } from "./lab";

export function addCheck(lab: Lab): void {
  lab.plugin.addCommand({
    id: "check-note",
    name: words(lab).check.command,
    checkCallback: (checking) => {
      const view = lab.app.workspace.getActiveViewOfType(MarkdownView);
      if (view === null) return false;
      if (!checking) new CheckNoteModal(lab, view).open();
      return true;
    },
  });
}

/** The claims of a note that are often mixed up, each with what is wrong with it and the way to its line. Nothing is changed. */
class CheckNoteModal extends Modal {
  constructor(private readonly lab: Lab, private readonly view: MarkdownView) {
    super(lab.app);
  }

  override onOpen(): void {
    const say = words(this.lab).check;
    const findings = checkNote(this.view.data);
    this.setTitle(say.title);
    if (findings.length === 0) this.contentEl.createEl("p", { text: say.none });
    for (const finding of findings) this.draw(finding);
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private draw({ line, sentence, mistake }: Finding): void {
    const say = words(this.lab).check;
    const row = new Setting(this.contentEl).setName(`${say.line(line + 1)}: “${shortened(sentence)}”`).setDesc(say.mistakes[mistake]);
    row.addButton((button) => button.setButtonText(say.goTo).onClick(() => {
      this.close();
      this.view.setEphemeralState({ line });
      if (this.view.getMode() === "source") this.view.editor.setCursor(line, 0);
      this.view.editor.focus();
    }));
  }
}

/** Longer sentences are known by their beginning. */
const longest = 160;

function shortened(sentence: string): string {
  const letters = [...sentence];
  return letters.length > longest ? `${letters.slice(0, longest).join("")}…` : sentence;
}
