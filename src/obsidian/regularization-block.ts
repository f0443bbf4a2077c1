import { MarkdownRenderChild, Menu, Notice, parseYaml, type MarkdownPostProcessorContext } from "obsidian";
import { buildModel } from "../demo/build-model";
import type { MenuEntry } from "../demo/block-actions";
import { mountBlock, mountProblems } from "../demo/mount";
import { describeProblem } from "../demo/spec/describe-problem";
import { parseSpec } from "../demo/spec/parse-spec";
import { writeLambda } from "../demo/spec/write-lambda";
import { wordsIn } from "../language/language";
import type { BlockStates } from "./block-states";
import { languageIn, type Lab } from "./lab";
import { ordinalOf, saveFence, type BlockPlace } from "./save-fence";

/** One drawn `regularization` block; it lives as long as the host keeps its element. */
export class RegularizationBlock extends MarkdownRenderChild {
  private unmount: (() => void) | null = null;
  private readonly place: BlockPlace;

  constructor(
    el: HTMLElement,
    context: MarkdownPostProcessorContext,
    private readonly lab: Lab,
    private readonly states: BlockStates,
    source: string,
  ) {
    super(el);
    this.place = { el, context, source };
  }

  override onload(): void {
    this.draw();
  }

  override onunload(): void {
    this.unmount?.();
    this.unmount = null;
  }

  /** Draws anew, in the language and with the settings of now. */
  draw(): void {
    this.unmount?.();
    this.unmount = this.mount();
  }

  private mount(): () => void {
    const { el, source } = this.place;
    const parsed = parseSpec(source, (yaml) => parseYaml(yaml) as unknown);
    const language = (parsed.ok ? parsed.spec.language : undefined) ?? languageIn(this.lab);
    const words = wordsIn(language);
    if (!parsed.ok) return mountProblems(el, parsed.problems.map((problem) => describeProblem(problem, words)), words);
    const { spec } = parsed;
    const built = buildModel(spec, parsed.lines);
    if (!built.ok) return mountProblems(el, [describeProblem(built.problem, words)], words);
    const { model } = built;
    const key = { path: this.place.context.sourcePath, name: spec.name, ordinal: ordinalOf(this.place), source };
    return mountBlock(el, {
      spec,
      model,
      state: this.states.stateOf(key, model.lambdaRange.initial),
      words,
      language,
      remarks: parsed.notes.map((note) => describeProblem(note, words)),
      print: el.closest(".print") !== null,
      actions: {
        saveLambda: (lambda) => void this.saveLambda(lambda),
        showMenu: (event, entries) => this.showMenu(event, entries),
      },
    });
  }

  private async saveLambda(lambda: number): Promise<void> {
    const say = wordsIn(languageIn(this.lab)).commands.saveLambda;
    const refusal = await saveFence(this.lab.app, this.place, (body) => writeLambda(body, lambda));
    const reasons = { "no-file": say.noFile, changed: say.changed, unclear: say.unclear };
    new Notice(refusal === null ? say.saved(String(lambda)) : reasons[refusal]);
  }

  private showMenu(event: MouseEvent | KeyboardEvent, entries: readonly MenuEntry[]): void {
    const menu = new Menu();
    for (const { title, icon, disabled, run } of entries) {
      menu.addItem((item) => item.setTitle(title).setIcon(icon).setDisabled(disabled ?? false).onClick(run));
    }
    if (event.instanceOf(MouseEvent) && event.detail > 0) {
      menu.showAtMouseEvent(event);
      return;
    }
    const button = (event.target as HTMLElement).getBoundingClientRect();
    menu.showAtPosition({ x: button.left, y: button.bottom }, this.containerEl.doc);
  }
}
