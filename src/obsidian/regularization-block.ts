import { MarkdownRenderChild, Menu, Notice, parseYaml, type MarkdownPostProcessorContext } from "obsidian";
import type { BlockLink } from "../demo/block-link";
import type { BlockState } from "../demo/block-state";
import { buildModel } from "../demo/build-model";
import type { MenuEntry } from "../demo/block-actions";
import { mountBlock, mountOwnData, mountProblems } from "../demo/mount";
import { describeProblem } from "../demo/spec/describe-problem";
import { parseSpec } from "../demo/spec/parse-spec";
import { writeLambda } from "../demo/spec/write-lambda";
import { needsNoTable } from "../demo/views/view";
import { wordsIn } from "../language/language";
import { wantsCalm } from "../ui/wants-calm";
import { jobHost } from "./job-host";
import { saveAttachment } from "./save-attachment";
import type { BlockStates } from "./block-states";
import { languageIn, type Lab } from "./lab";
import { ordinalOf, saveFence, type BlockPlace } from "./save-fence";

/** One drawn `regularization` block; it lives as long as the host keeps its element. */
export class RegularizationBlock extends MarkdownRenderChild {
  /** The block's own name, for links to it. */
  name: string | undefined;
  private state: BlockState | null = null;
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

  /** Shows the λ and the view that a link asks for. */
  moveTo({ lambda, view }: BlockLink): void {
    if (lambda !== undefined) this.state?.set({ lambda, match: "lambda", playing: false });
    const el = view === undefined ? this.containerEl : this.containerEl.querySelector(`.reglab-view-${view}`);
    const win = this.containerEl.win;
    const calm = wantsCalm(win);
    el?.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }

  private mount(): () => void {
    const { el, source } = this.place;
    const parsed = parseSpec(source, (yaml) => parseYaml(yaml) as unknown);
    const language = (parsed.ok ? parsed.spec.language : undefined) ?? languageIn(this.lab);
    const words = wordsIn(language);
    if (!parsed.ok) return mountProblems(el, parsed.problems.map((problem) => describeProblem(problem, words)), words);
    const { spec } = parsed;
    const remarks = parsed.notes.map((note) => describeProblem(note, words));
    const print = el.closest(".print") !== null;
    this.name = spec.name;
    const key = { path: this.place.context.sourcePath, name: spec.name, ordinal: ordinalOf(this.place), source };
    if (needsNoTable(spec.views)) {
      const state = this.states.stateOf(key, { lambda: spec.lambda ?? 0, match: spec.match });
      return mountOwnData(el, { spec, state, words, language, remarks, print, host: jobHost });
    }
    const built = buildModel(spec, parsed.lines);
    if (!built.ok) return mountProblems(el, [describeProblem(built.problem, words)], words);
    const { model } = built;
    this.state = this.states.stateOf(key, { lambda: model.lambdaRange.initial, match: spec.match });
    return mountBlock(el, {
      spec,
      model,
      state: this.state,
      words,
      language,
      remarks,
      print,
      host: jobHost,
      actions: {
        saveLambda: (lambda) => void this.saveLambda(lambda),
        saveFile: (name, content) => this.saveFile(name, content),
        notify: (sentence) => void new Notice(sentence),
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

  private async saveFile(name: string, content: string | ArrayBuffer): Promise<void> {
    const say = wordsIn(languageIn(this.lab)).demo.menu;
    try {
      new Notice(say.saved(await saveAttachment(this.lab.app, { name, content, note: this.place.context.sourcePath })));
    } catch (error) {
      new Notice(say.notSaved({ name, reason: error instanceof Error ? error.message : String(error) }));
    }
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
