import { ItemView, MarkdownView, Notice, parseYaml, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import { type BlockFields, fieldsOf, fieldsText } from "../demo/spec/block-fields";
import { specKeys, type SpecKey } from "../demo/spec/keys";
import { reasonOf } from "../language/reason-of";
import type { BlockHome } from "./block-home";
import type { Blocks } from "./blocks";
import { insertBlock } from "./insert-demo";
import { languageIn, words, type Lab } from "./lab";
import { drawLabForm } from "./lab-form";
import type { RegularizationBlock } from "./regularization-block";
import { labViewType } from "./show-lab";

/** A block with room around it: its keys in a form, its views large. What the form says is the text of a block, and is all that is kept. */
export class LabView extends ItemView {
  private fields: BlockFields = {};
  private block: RegularizationBlock | null = null;
  private formEl: HTMLElement | null = null;
  private placeEl: HTMLElement | null = null;

  constructor(leaf: WorkspaceLeaf, private readonly lab: Lab, private readonly blocks: Blocks) {
    super(leaf);
    this.icon = "chart-spline";
    this.navigation = true;
  }

  override getViewType(): string {
    return labViewType;
  }

  override getDisplayText(): string {
    return words(this.lab).lab.title;
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), fields: this.fields };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const { fields } = (typeof state === "object" && state !== null ? state : {}) as { fields?: unknown };
    this.fields = knownFields(fields);
    await super.setState(state, result);
    this.drawAll();
  }

  override async onOpen(): Promise<void> {
    await Promise.resolve();
    const lab = this.contentEl.createDiv({ cls: "reglab-lab", attr: { lang: languageIn(this.lab) } });
    this.formEl = lab.createDiv({ cls: "reglab-lab-form", attr: { role: "form", "aria-label": words(this.lab).lab.title } });
    this.placeEl = lab.createDiv({ cls: "reglab-lab-place" });
    this.drawAll();
    this.lab.onChange(this, () => this.drawAll());
  }

  override async onClose(): Promise<void> {
    await Promise.resolve();
    this.contentEl.empty();
  }

  private drawAll(): void {
    if (this.formEl === null) return;
    drawLabForm(this.formEl, {
      lab: this.lab,
      fields: () => this.fields,
      set: (key, value) => this.set(key, value),
      insert: () => this.insert(),
      copy: () => void this.copy(),
    });
    this.drawBlock();
  }

  private set(key: SpecKey, value: string): void {
    if ((this.fields[key] ?? "") === value) return;
    this.fields = { ...this.fields, [key]: value };
    this.app.workspace.requestSaveLayout();
    this.drawBlock();
  }

  private drawBlock(): void {
    const { placeEl } = this;
    if (placeEl === null) return;
    // The height stays while one block takes the place of the other, so that nothing jumps.
    placeEl.setCssStyles({ minHeight: `${placeEl.offsetHeight}px` });
    if (this.block !== null) this.removeChild(this.block);
    placeEl.empty();
    this.block = this.addChild(this.blocks.createBlock(this.home(placeEl.createDiv())));
    placeEl.win.requestAnimationFrame(() => placeEl.setCssStyles({ minHeight: "" }));
  }

  private home(el: HTMLElement): BlockHome {
    return {
      el,
      source: fieldsText(this.fields),
      sourcePath: "",
      // One state for all texts of this lab: what was moved stays moved while the form changes.
      ordinal: () => 0,
      rewrite: async (change) => {
        await Promise.resolve();
        this.fields = { ...this.fields, ...fieldsOf(change(fieldsText(this.fields)), (yaml) => parseYaml(yaml) as unknown) };
        this.app.workspace.requestSaveLayout();
        this.drawAll();
        return null;
      },
    };
  }

  /** The block as it stands: with what was moved in it. */
  private text(): string {
    return this.block?.shownText() ?? fieldsText(this.fields);
  }

  private insert(): void {
    const say = words(this.lab).lab;
    const { workspace } = this.app;
    const recent = workspace.getMostRecentLeaf()?.view;
    const views = [recent, ...workspace.getLeavesOfType("markdown").map(({ view }) => view)];
    const note = views.find((view): view is MarkdownView => view instanceof MarkdownView && view.getMode() === "source");
    if (note === undefined) {
      new Notice(say.noNote);
      return;
    }
    insertBlock(note.editor, this.text());
    new Notice(say.inserted(note.file?.basename ?? ""));
  }

  private async copy(): Promise<void> {
    const say = words(this.lab).lab;
    try {
      await this.contentEl.win.navigator.clipboard.writeText(`\`\`\`regularization\n${this.text()}\n\`\`\`\n`);
      new Notice(say.copied);
    } catch (error) {
      new Notice(words(this.lab).demo.menu.notCopied(reasonOf(error)));
    }
  }
}

/** What a workspace has stored may be anything. */
function knownFields(stored: unknown): BlockFields {
  if (typeof stored !== "object" || stored === null) return {};
  const read = stored as Record<string, unknown>;
  return Object.fromEntries(specKeys.flatMap((key) => (typeof read[key] === "string" ? [[key, read[key].slice(0, 2000).replace(/[\r\n]+/g, " ")]] : [])));
}

export function addLabView(lab: Lab, blocks: Blocks): void {
  lab.plugin.registerView(labViewType, (leaf) => new LabView(leaf, lab, blocks));
}
