import { parseYaml, SuggestModal, type Editor } from "obsidian";
import { drawPresetPicture } from "../demo/preset-picture";
import { presets, type Preset } from "../demo/spec/presets";
import { words, type Lab } from "./lab";

/** Lets the user choose a preset and writes it as a block at the cursor, as one undoable edit. */
export class InsertDemoModal extends SuggestModal<Preset> {
  constructor(private readonly lab: Lab, private readonly editor: Editor) {
    super(lab.app);
    this.setPlaceholder(words(lab).commands.insertDemoPlaceholder);
  }

  override getSuggestions(query: string): Preset[] {
    const wanted = query.trim().toLowerCase();
    return presets.filter((preset) => {
      const { name, description } = this.describe(preset);
      return `${name} ${description}`.toLowerCase().includes(wanted);
    });
  }

  override renderSuggestion(preset: Preset, el: HTMLElement): void {
    const { name, description } = this.describe(preset);
    el.addClass("reglab-preset");
    drawPresetPicture(el.createDiv(), preset, (yaml) => parseYaml(yaml) as unknown);
    const text = el.createDiv();
    text.createDiv({ text: name });
    text.createEl("small", { text: description });
  }

  override onChooseSuggestion(preset: Preset): void {
    insertBlock(this.editor, preset.body);
  }

  private describe({ id }: Preset): { name: string; description: string } {
    return words(this.lab).data.presets[id];
  }
}

/** Writes a block on lines of its own: nothing before it is joined to the fence, and the cursor ends after it. Its top is what is seen. */
export function insertBlock(editor: Editor, body: string): void {
  const { line, ch } = editor.getCursor("from");
  const before = editor.getLine(line).slice(0, ch).trim() === "" ? "" : "\n\n";
  const lines = body === "" ? "" : `${body.replace(/\n$/, "")}\n`;
  editor.replaceSelection(`${before}\`\`\`regularization\n${lines}\`\`\`\n`);
  const above = { line: Math.max(0, line + before.length - 1), ch: 0 };
  editor.scrollIntoView({ from: above, to: above }, true);
}
