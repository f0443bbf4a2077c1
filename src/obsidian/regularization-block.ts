import { MarkdownRenderChild, parseYaml } from "obsidian";
import type { BlockLink } from "../demo/block-link";
import type { BlockState } from "../demo/block-state";
import { buildModel } from "../demo/build-model";
import { unknownPaths, type UnknownPaths } from "../demo/classes/unknown-paths";
import type { JobRunner } from "../compute/job-runner";
import { withColumns } from "../demo/column-choice";
import { mountBlock, mountOwnData, mountProblems } from "../demo/mount";
import type { Table } from "../data/table";
import { dataRemarks, hasTarget } from "../demo/data-remarks";
import type { BlockSpec } from "../demo/spec/block-spec";
import { describeProblem } from "../demo/spec/describe-problem";
import type { OwnData } from "../demo/spec/own-data";
import type { SpecProblem } from "../demo/spec/problem";
import { parseDefaults, type ParsedSpec, parseSpec } from "../demo/spec/parse-spec";
import { writeView } from "../demo/spec/write-view";
import { needsNoTable } from "../demo/views/view";
import { waitingHeight } from "../demo/waiting-height";
import { wordsIn, type LanguageCode, type Words } from "../language/language";
import { reasonOf } from "../language/reason-of";
import { tableOf } from "../demo/prepare";
import { keepFocus } from "../ui/keep-focus";
import { watchSeen } from "../ui/watch-seen";
import { wantsCalm } from "../ui/wants-calm";
import { jobHost } from "./job-host";
import { actionsOf } from "./act-on-block";
import type { BlockHome } from "./block-home";
import type { BlockKey, BlockStates } from "./block-states";
import { languageIn, type Lab } from "./lab";
import { type BlockData, mountFault, readInto } from "./data-place";
import { dataSource } from "./own-data";
import type { OwnTables } from "./own-tables";

/** A block's text, with the columns that were chosen in place of its own, what is unsaved, and the language that it speaks. */
type ReadSpec = Extract<ParsedSpec, { ok: true }> & { readonly state: BlockState; readonly language: LanguageCode; readonly words: Words };

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
  readonly openInLab: (body: string) => void;
}

/** One drawn `regularization` block; it lives as long as the host keeps its element. */
export class RegularizationBlock extends MarkdownRenderChild {
  /** The block's own name, for links to it. */
  name: string | undefined;
  private state: BlockState | null = null;
  /** What the views were drawn from: the text with the columns that were chosen, and where λ starts. */
  private drawn: { spec: BlockSpec; initial: number } | null = null;
  private unwatch: (() => void) | null = null;
  /** The column whose control had the focus before others were chosen. */
  private chosen: string | undefined;
  private unmount: (() => void) | null = null;
  /** Where the data come from, where they are the reader's own. */
  private data: (BlockData & { refresh(): Promise<void> }) | null = null;
  /** Paths that are being solved before anything can be drawn. */
  private solving: AbortController | null = null;
  /** What a print still waits for: the reader's data, then curves that take time. */
  private reading: Promise<void> | undefined;
  private validating: Promise<void> | undefined;
  /** Draws a block that waits until it is seen. */
  private drawWaiting: (() => void) | null = null;
  /** Whether it need not wait any more. */
  private isSeen = false;

  constructor(
    readonly home: BlockHome,
    private readonly lab: Lab,
    private readonly shared: SharedByBlocks,
  ) {
    super(home.el);
  }

  /** The text of the block as it stands now. */
  shownText(): string {
    const { drawn, state, home } = this;
    return drawn === null || state === null ? home.source : writeView(home.source, state.get(), drawn.spec, drawn.initial);
  }

  override onload(): void {
    this.draw();
  }

  override onunload(): void {
    this.unwatch?.();
    this.takeDown();
    this.data = null;
  }

  /** Draws anew, in the language and with the settings of now. */
  draw({ isSeen = false } = {}): void {
    this.isSeen = isSeen;
    this.unwatch?.();
    this.unwatch = null;
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

  /** For paper: resolves when all that takes time has been drawn. */
  async whole(): Promise<void> {
    if (!this.isPrinted()) return;
    await this.reading;
    await this.validating;
    // Its curves are known now.
    if (this.validating !== undefined && this.unmount !== null) this.draw();
  }

  /** Draws with other columns; who was at one of them stays there. */
  private drawColumns(): void {
    this.chosen = this.home.el.querySelector<HTMLElement>("[data-column]:focus")?.dataset.column;
    this.draw({ isSeen: true });
  }

  /** Shows the λ and the view that a link asks for. */
  moveTo({ lambda, view }: BlockLink): void {
    this.drawWaiting?.();
    if (lambda !== undefined) this.state?.set({ lambda, match: "lambda", playing: false });
    const el = view === undefined ? this.containerEl : this.containerEl.querySelector(`.reglab-view-${view}`);
    el?.scrollIntoView({ block: "nearest", behavior: wantsCalm(this.containerEl.win) ? "auto" : "smooth" });
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
    const { name, views } = parsed.spec;
    this.name = name;
    const isWithout = needsNoTable(views);
    const state = this.shared.states.stateOf(this.keyOf(name), isWithout ? { lambda: 0, ...parsed.spec } : parsed.spec);
    this.state = state;
    this.unwatch = state.subscribe((now, before) => void (now.columns !== before.columns && this.drawColumns()));
    const spec = withColumns(parsed.spec, state.get().columns);
    const language = spec.language ?? languageIn(this.lab);
    const words = wordsIn(language);
    const read = { ...parsed, spec, state, language, words };
    if (isWithout) {
      const remarks = parsed.notes.map((note) => describeProblem(note, words));
      return mountOwnData(el, { spec, state, words, language, remarks, print: this.isPrinted(), host: jobHost });
    }
    return typeof spec.data === "string" ? this.show(read) : this.showOwn(read, spec.data);
  }

  /** Data of the reader's own: as they were last read, or once they are. */
  private showOwn(parsed: ReadSpec, data: OwnData): () => void {
    const { el, sourcePath } = this.home;
    const { words } = parsed;
    const { source, key } = this.home.data ?? { source: dataSource(this.lab.app, data, sourcePath), key: JSON.stringify([data, sourcePath]) };
    const known = this.shared.tables.peek(key);
    this.data = { source, key, table: known, refresh: () => this.readOwn(parsed) };
    this.reading = this.data.refresh();
    return known === undefined ? mountProblems(el, [words.own.loading], words, { waiting: true }) : this.show(parsed, known);
  }

  /** Reads the data again, and draws anew where they have changed. */
  private async readOwn(parsed: ReadSpec): Promise<void> {
    const { data } = this;
    if (data === null) return;
    const place = { ...parsed, el: this.home.el };
    // Drawn from another text, or taken down, in the meantime.
    const isGone = () => this.data !== data || this.unmount === null;
    const read = await readInto(data, this.shared.tables, { place, isGone });
    if (read === null) return;
    keepFocus(place.el, () => {
      this.takeDown();
      this.unmount = read.ok ? this.show(parsed, read.table) : mountFault(place, read, () => this.readAnew(data.key));
    });
  }

  private readAnew(key: string): void {
    this.shared.tables.beginAnew(key);
    keepFocus(this.home.el, () => this.draw());
  }

  /** Whether a change of the file at this path may change what is shown. */
  dependsOn(path: string): boolean {
    return this.data?.source.concerns(path) ?? false;
  }

  refresh(): void {
    void this.data?.refresh();
  }

  private show(parsed: ReadSpec, table?: Table): () => void {
    const { spec, lines, notes, state, language, words } = parsed;
    if (!this.isSeen && this.shared.mounted.size >= drawnAtOnce && !this.isPrinted()) return this.showWhenSeen(parsed, table);
    if (table !== undefined && !hasTarget(table, spec.target)) {
      const problem = { line: lines.get("data") ?? 1, code: "no-numbers", params: { data: table.name } } as const;
      return this.refuseColumns(problem, parsed);
    }
    // Paper does not wait.
    const unknown = this.isPrinted() ? null : unknownPaths(spec, table);
    if (unknown !== null) return this.showSolving(unknown, parsed, table);
    const built = buildModel(spec, lines, table, this.shared.jobs);
    if (!built.ok) return this.refuseColumns(built.problem, parsed);
    const { model } = built;
    const remarks = [...notes.map((note) => describeProblem(note, words)), ...dataRemarks(model, spec, words)];
    const { initial } = model.lambdaRange;
    if (Number.isNaN(state.get().lambda)) state.set({ lambda: initial });
    this.drawn = { spec, initial };
    this.shared.mounted.add(this);
    const unmount = mountBlock(this.home.el, {
      spec,
      model,
      state,
      words,
      language,
      remarks,
      print: this.isPrinted(),
      host: jobHost,
      actions: actionsOf({ lab: this.lab, home: this.home, writeShown: (body) => writeView(body, state.get(), spec), openInLab: this.shared.openInLab }),
    });
    this.focusColumn();
    if (this.isPrinted() && model.classes !== undefined) this.validating ??= model.curves.want();
    return unmount;
  }

  /** Says why these columns cannot be fitted, and leads back where they were chosen and not written. */
  private refuseColumns(problem: SpecProblem, { state, words }: ReadSpec): () => void {
    const action = state.get().columns === null ? undefined : { label: words.demo.columns.back, run: () => state.set({ columns: null }) };
    return mountProblems(this.home.el, [describeProblem(problem, words)], words, { action });
  }

  private focusColumn(): void {
    if (this.chosen !== undefined) this.home.el.querySelector<HTMLElement>(`[data-column="${CSS.escape(this.chosen)}"]`)?.focus();
    this.chosen = undefined;
  }

  /** Holds the place of a block until the screen comes near it. */
  private showWhenSeen(parsed: ReadSpec, table: Table | undefined): () => void {
    const { spec } = parsed;
    this.drawWaiting = () => {
      this.isSeen = true;
      this.takeDown();
      this.unmount = this.show(parsed, table);
    };
    const unwatch = watchSeen(this.home.el, (isNear) => void (isNear && this.drawWaiting?.()), { ahead: "100%" });
    const features = spec.features?.length ?? (table ?? tableOf(spec)).columns.length - 1;
    const unmount = this.hold(parsed, { features, penalties: spec.penalties.length });
    return () => {
      unwatch();
      unmount();
    };
  }

  /** Holds the place of a block whose paths are being solved, and draws it once they are known. */
  private showSolving(unknown: UnknownPaths, parsed: ReadSpec, table: Table | undefined): () => void {
    const { words } = parsed;
    const solving = new AbortController();
    this.solving = solving;
    this.isSeen = true;
    const finish = (draw: () => () => void): void => {
      if (this.solving !== solving) return;
      this.takeDown();
      this.unmount = draw();
    };
    unknown.solve(this.shared.jobs, solving.signal).then(
      () => finish(() => this.show(parsed, table)),
      (error: unknown) => finish(() => mountProblems(this.home.el, [words.demo.classes.failed(reasonOf(error))], words)),
    );
    return this.hold(parsed, unknown, words.demo.classes.solving);
  }

  private hold({ spec, words }: ReadSpec, sizes: { features: number; penalties: number }, sentence = ""): () => void {
    const height = waitingHeight(spec, { ...sizes, width: this.home.el.clientWidth });
    return mountProblems(this.home.el, [sentence], words, { waiting: true, height });
  }

  private isPrinted(): boolean {
    return this.home.el.closest(".print") !== null;
  }

  private keyOf(name: string | undefined): BlockKey {
    const { sourcePath, source } = this.home;
    return { path: sourcePath, name, ordinal: this.home.ordinal(), source };
  }
}
