import { MarkdownRenderChild, Menu, Notice, parseYaml } from "obsidian";
import type { BlockLink } from "../demo/block-link";
import type { BlockState } from "../demo/block-state";
import { buildModel } from "../demo/build-model";
import { unknownPaths, type UnknownPaths } from "../demo/classes/unknown-paths";
import type { JobRunner } from "../compute/job-runner";
import type { MenuEntry } from "../demo/block-actions";
import { mountBlock, mountOwnData, mountProblems } from "../demo/mount";
import type { Table } from "../data/table";
import { dataRemarks, hasTarget } from "../demo/data-remarks";
import type { BlockSpec } from "../demo/spec/block-spec";
import { describeProblem } from "../demo/spec/describe-problem";
import type { OwnData } from "../demo/spec/own-data";
import { parseDefaults, type ParsedSpec, parseSpec } from "../demo/spec/parse-spec";
import { writeLambda } from "../demo/spec/write-lambda";
import { writeView } from "../demo/spec/write-view";
import { needsNoTable } from "../demo/views/view";
import { waitingHeight } from "../demo/waiting-height";
import { wordsIn, type Words } from "../language/language";
import { reasonOf } from "../language/reason-of";
import { tableOf } from "../demo/prepare";
import { watchSeen } from "../ui/watch-seen";
import { wantsCalm } from "../ui/wants-calm";
import { jobHost } from "./job-host";
import { saveAttachment } from "./save-attachment";
import type { BlockHome } from "./block-home";
import type { BlockKey, BlockStates } from "./block-states";
import { languageIn, type Lab } from "./lab";
import { type DataFault, type DataSource, dataSource } from "./own-data";
import type { OwnTables } from "./own-tables";

type ReadSpec = Extract<ParsedSpec, { ok: true }>;

/** So many blocks are drawn where they are made; further ones when the screen comes as near as its own height, so that a note full of them opens at once. */
const drawnAtOnce = 3;

/** What all blocks have in common. */
export interface SharedByBlocks {
  readonly states: BlockStates;
  readonly tables: OwnTables;
  /** Those whose views are drawn now; others wait, or show why they cannot be drawn. */
  readonly mounted: Set<RegularizationBlock>;
  /** Where paths of classes are solved. */
  readonly jobs: JobRunner;
  /** Shows a block's text in the lab. */
  openInLab(body: string): void;
}

/** One drawn `regularization` block; it lives as long as the host keeps its element. */
export class RegularizationBlock extends MarkdownRenderChild {
  /** The block's own name, for links to it. */
  name: string | undefined;
  private state: BlockState | null = null;
  private writtenLambda: number | undefined;
  private unmount: (() => void) | null = null;
  /** Where the data come from, where they are the reader's own. */
  private data: { source: DataSource; key: string; table: Table | undefined; refresh(): Promise<void> } | null = null;
  /** Paths that are being solved before anything can be drawn. */
  private solving: AbortController | null = null;
  /** Draws a block that waits until it is seen. */
  private drawWaiting: (() => void) | null = null;

  constructor(
    readonly home: BlockHome,
    private readonly lab: Lab,
    private readonly shared: SharedByBlocks,
  ) {
    super(home.el);
  }

  /** λ as it stands now, where it has been moved from what the text says. */
  movedLambda(): number | undefined {
    const values = this.state?.get();
    return values?.match === "lambda" && values.lambda !== this.writtenLambda ? values.lambda : undefined;
  }

  override onload(): void {
    this.draw();
  }

  override onunload(): void {
    this.takeDown();
    this.data = null;
  }

  /** Draws anew, in the language and with the settings of now. */
  draw(): void {
    this.takeDown();
    this.unmount = this.mount();
  }

  private takeDown(): void {
    this.solving?.abort();
    this.solving = null;
    this.drawWaiting = null;
    this.shared.mounted.delete(this);
    this.unmount?.();
    this.unmount = null;
  }

  /** Shows the λ and the view that a link asks for. */
  moveTo({ lambda, view }: BlockLink): void {
    this.drawWaiting?.();
    if (lambda !== undefined) this.state?.set({ lambda, match: "lambda", playing: false });
    const el = view === undefined ? this.containerEl : this.containerEl.querySelector(`.reglab-view-${view}`);
    const win = this.containerEl.win;
    const calm = wantsCalm(win);
    el?.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }

  private mount(): () => void {
    const { el, source } = this.home;
    const readYaml = (yaml: string) => parseYaml(yaml) as unknown;
    const parsed = parseSpec(source, readYaml, parseDefaults(this.lab.settings.blockDefaults, readYaml));
    this.data = null;
    if (!parsed.ok) {
      const words = wordsIn(languageIn(this.lab));
      return mountProblems(el, parsed.problems.map((problem) => describeProblem(problem, words)), words);
    }
    const { spec } = parsed;
    this.name = spec.name;
    if (needsNoTable(spec.views)) {
      const language = spec.language ?? languageIn(this.lab);
      const words = wordsIn(language);
      const state = this.shared.states.stateOf(this.keyOf(spec), { lambda: spec.lambda ?? 0, match: spec.match });
      const remarks = parsed.notes.map((note) => describeProblem(note, words));
      return mountOwnData(el, { spec, state, words, language, remarks, print: this.isPrinted(), host: jobHost });
    }
    return typeof spec.data === "string" ? this.show(parsed) : this.showOwn(parsed, spec.data);
  }

  /** Data of the reader's own: as they were last read, or once they are. */
  private showOwn(parsed: ReadSpec, data: OwnData): () => void {
    const { el, sourcePath } = this.home;
    const words = wordsIn(parsed.spec.language ?? languageIn(this.lab));
    const { source, key } = this.home.data ?? { source: dataSource(this.lab.app, data, sourcePath), key: JSON.stringify([data, sourcePath]) };
    const known = this.shared.tables.peek(key);
    this.data = { source, key, table: known, refresh: () => this.readOwn(parsed, words) };
    void this.data.refresh();
    return known === undefined ? mountProblems(el, [words.own.loading], words, { waiting: true }) : this.show(parsed, known);
  }

  /** Reads the data again, and draws anew where they have changed. */
  private async readOwn(parsed: ReadSpec, words: Words): Promise<void> {
    const { data } = this;
    if (data === null) return;
    const read = await this.shared.tables.read(data.key, data.source);
    // Drawn from another text, or taken down, in the meantime.
    if (this.data !== data || this.unmount === null) return;
    if (read.ok && read.table === data.table) return;
    data.table = read.ok ? read.table : undefined;
    this.takeDown();
    this.unmount = read.ok ? this.show(parsed, read.table) : this.refuse(read, parsed, words);
  }

  private refuse(fault: DataFault, { lines }: ReadSpec, words: Words): () => void {
    const { el } = this.home;
    if (fault.code === "indexing") return mountProblems(el, [words.spec.problems.indexing(fault.params)], words, { waiting: true });
    const line = lines.get("data") ?? lines.get("folder") ?? lines.get("tag") ?? 1;
    return mountProblems(el, [describeProblem({ ...fault, line }, words)], words);
  }

  /** Whether a change of the file at this path may change what is shown. */
  dependsOn(path: string): boolean {
    return this.data?.source.concerns(path) ?? false;
  }

  refresh(): void {
    void this.data?.refresh();
  }

  private show(parsed: ReadSpec, table?: Table, { isSeen = false } = {}): () => void {
    const { spec, lines, notes } = parsed;
    const { el } = this.home;
    const language = spec.language ?? languageIn(this.lab);
    const words = wordsIn(language);
    if (!isSeen && this.shared.mounted.size >= drawnAtOnce && !this.isPrinted()) return this.showWhenSeen(parsed, table);
    if (table !== undefined && !hasTarget(table, spec.target)) {
      const problem = { line: lines.get("data") ?? 1, code: "no-numbers", params: { data: table.name } } as const;
      return mountProblems(el, [describeProblem(problem, words)], words);
    }
    // Paper does not wait.
    const unknown = this.isPrinted() ? null : unknownPaths(spec, table);
    if (unknown !== null) return this.showSolving(unknown, parsed, table);
    const built = buildModel(spec, lines, table, this.shared.jobs);
    if (!built.ok) return mountProblems(el, [describeProblem(built.problem, words)], words);
    const { model } = built;
    const remarks = [...notes.map((note) => describeProblem(note, words)), ...dataRemarks(model, spec, words)];
    this.writtenLambda = model.lambdaRange.initial;
    this.state = this.shared.states.stateOf(this.keyOf(spec), { lambda: model.lambdaRange.initial, match: spec.match });
    this.shared.mounted.add(this);
    return mountBlock(el, {
      spec,
      model,
      state: this.state,
      words,
      language,
      remarks,
      print: this.isPrinted(),
      host: jobHost,
      actions: {
        saveLambda: (lambda) => void this.save((body) => writeLambda(body, lambda), (say) => say.saved(String(lambda))),
        saveView: () => void this.save((body) => (this.state === null ? body : writeView(body, this.state.get(), spec)), (say) => say.viewSaved),
        saveFile: (name, content) => this.saveFile(name, content),
        notify: (sentence) => void new Notice(sentence),
        openInLab: (lambda) => this.shared.openInLab(writeLambda(this.home.source, lambda)),
        showMenu: (event, entries) => this.showMenu(event, entries),
      },
    });
  }

  /** Holds the place of a block until the screen comes near it. */
  private showWhenSeen(parsed: ReadSpec, table: Table | undefined): () => void {
    const { el } = this.home;
    const { spec } = parsed;
    this.drawWaiting = () => {
      this.takeDown();
      this.unmount = this.show(parsed, table, { isSeen: true });
    };
    const unwatch = watchSeen(el, (isNear) => void (isNear && this.drawWaiting?.()), { ahead: "100%" });
    const features = spec.features?.length ?? (table ?? tableOf(spec)).columns.length - 1;
    const unmount = this.hold(parsed, { features, penalties: spec.penalties.length });
    return () => {
      unwatch();
      unmount();
    };
  }

  /** Holds the place of a block whose paths are being solved, and draws it once they are known. */
  private showSolving(unknown: UnknownPaths, parsed: ReadSpec, table: Table | undefined): () => void {
    const { el } = this.home;
    const words = wordsIn(parsed.spec.language ?? languageIn(this.lab));
    const solving = new AbortController();
    this.solving = solving;
    const finish = (draw: () => () => void): void => {
      if (this.solving !== solving) return;
      this.takeDown();
      this.unmount = draw();
    };
    unknown.solve(this.shared.jobs, solving.signal).then(
      () => finish(() => this.show(parsed, table, { isSeen: true })),
      (error: unknown) => finish(() => mountProblems(el, [words.demo.classes.failed(reasonOf(error))], words)),
    );
    return this.hold(parsed, unknown, words.demo.classes.solving);
  }

  private hold({ spec }: ReadSpec, sizes: { features: number; penalties: number }, sentence = ""): () => void {
    const { el } = this.home;
    const height = waitingHeight(spec, { ...sizes, width: el.clientWidth });
    return mountProblems(el, [sentence], wordsIn(spec.language ?? languageIn(this.lab)), { waiting: true, height });
  }

  private isPrinted(): boolean {
    return this.home.el.closest(".print") !== null;
  }

  private keyOf({ name }: BlockSpec): BlockKey {
    const { sourcePath, source } = this.home;
    return { path: sourcePath, name, ordinal: this.home.ordinal(), source };
  }

  private async save(change: (body: string) => string, said: (say: Words["commands"]["saveLambda"]) => string): Promise<void> {
    const say = wordsIn(languageIn(this.lab)).commands.saveLambda;
    const reasons = { "no-file": say.noFile, changed: say.changed, unclear: say.unclear };
    try {
      const refusal = await this.home.rewrite(change);
      new Notice(refusal === null ? said(say) : reasons[refusal]);
    } catch (error) {
      new Notice(say.failed(reasonOf(error)));
    }
  }

  private async saveFile(name: string, content: string | ArrayBuffer): Promise<void> {
    const say = wordsIn(languageIn(this.lab)).demo.menu;
    try {
      new Notice(say.saved(await saveAttachment(this.lab.app, { name, content, note: this.home.sourcePath })));
    } catch (error) {
      new Notice(say.notSaved({ name, reason: reasonOf(error) }));
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
