import { Annotation, Compartment, EditorState, Text, Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { Component } from "../../host/component";
import { differenceOf } from "../merge-texts";
import { afterVaultChanges } from "../render/unresolved";
import { Editor } from "./editor";
import { hostExtensions } from "./extensions";
import { type EditorInfo, editorEditorField, editorInfoField, editorLivePreviewField, editorShownField, editPlace, redraw, setLive, setShown } from "./fields";
import { LateChildren } from "./late-children";
import { EditorSuggestDriver } from "./suggest-driver";

/** Marks what came from the file and need not be written to it. */
const fromFile = Annotation.define<boolean>();

export interface EditOwner extends EditorInfo {
  /** The text has been changed in the editor. */
  onEdited(): void;
}

/** The writing half of a note's view: Live Preview or source. */
export class MarkdownEditView extends Component {
  readonly containerEl: HTMLElement;
  readonly cm: EditorView;
  readonly editor: Editor;
  private readonly children = new LateChildren();
  private readonly plugins = new Compartment();
  private readonly suggest: EditorSuggestDriver;
  private loadedText = "";
  private loadedDoc = Text.empty;
  private live = true;
  private shown = true;

  constructor(private readonly owner: EditOwner, parentEl: HTMLElement) {
    super();
    this.containerEl = parentEl.createDiv("markdown-source-view cm-s-obsidian mod-cm6 is-readable-line-width");
    this.cm = new EditorView({ root: parentEl.ownerDocument });
    this.editor = new Editor(this.cm);
    this.suggest = new EditorSuggestDriver(owner.app, this.editor, () => owner.file);
    this.containerEl.append(this.cm.dom);
    this.setSourceMode(false);
  }

  override onload(): void {
    const { app } = this.owner;
    this.register(app.registries.editorExtensions.onChange(() => {
      this.cm.dispatch({ effects: this.plugins.reconfigure([...app.registries.editorExtensions.list]) });
    }));
    const again = () => this.cm.dispatch({ effects: redraw.of(null) });
    this.registerEvent(app.workspace.on("post-processor-change", again));
    this.register(afterVaultChanges(app, again));
    this.register(this.containerEl.onWindowMigrated((win) => this.cm.setRoot(win.document)));
    this.register(() => {
      this.suggest.close();
      this.cm.destroy();
      this.children.dropAll();
    });
  }

  /** Untouched text comes back as it was given, line breaks and all. */
  get(): string {
    const { doc } = this.cm.state;
    return doc.eq(this.loadedDoc) ? this.loadedText : doc.toString();
  }

  /** `clear`: another note, with a history of its own; otherwise what differs is changed and the caret stays. */
  set(text: string, clear: boolean): void {
    if (clear) this.cm.setState(this.stateOf(text));
    else {
      const change = differenceOf(this.cm.state.doc.toString(), text.replace(/\r\n?/g, "\n"));
      this.cm.dispatch({ changes: change, annotations: [fromFile.of(true), Transaction.addToHistory.of(false)] });
    }
    this.loadedText = text;
    this.loadedDoc = this.cm.state.doc;
  }

  clear(): void {
    this.suggest.close();
    this.cm.setState(EditorState.create());
    this.children.dropAll();
    this.loadedText = "";
    this.loadedDoc = this.cm.state.doc;
  }

  get sourceMode(): boolean {
    return !this.live;
  }

  setSourceMode(source: boolean): void {
    this.live = !source;
    this.containerEl.toggleClass("is-live-preview", this.live);
    if (this.cm.state.field(editorLivePreviewField, false) === source) this.cm.dispatch({ effects: setLive.of(this.live) });
  }

  show(): void {
    this.containerEl.show();
    this.setShown(true);
    this.cm.requestMeasure();
  }

  hide(): void {
    this.suggest.close();
    this.containerEl.hide();
    this.setShown(false);
  }

  private setShown(shown: boolean): void {
    this.shown = shown;
    if (this.cm.state.field(editorShownField, false) === !shown) this.cm.dispatch({ effects: setShown.of(shown) });
  }

  /** Resolves after the editor has measured itself, or soon where its window is not being drawn. */
  whenDrawn(): Promise<void> {
    return new Promise((resolve) => {
      const timer = window.setTimeout(resolve, 200);
      this.cm.requestMeasure({
        read: () => {
          window.clearTimeout(timer);
          resolve();
        },
      });
    });
  }

  /** The first line seen, from 0. */
  getScroll(): number {
    const block = this.cm.lineBlockAtHeight(this.cm.scrollDOM.scrollTop);
    return this.cm.state.doc.lineAt(block.from).number - 1;
  }

  applyScroll(line: number): void {
    const { doc } = this.cm.state;
    const { from } = doc.line(Math.max(1, Math.min(doc.lines, line + 1)));
    this.cm.dispatch({ effects: EditorView.scrollIntoView(from, { y: "start" }) });
  }

  private stateOf(text: string): EditorState {
    const { app } = this.owner;
    return EditorState.create({
      doc: text,
      extensions: [
        editorInfoField.init(() => this.owner),
        editorEditorField.init(() => this.cm),
        editorLivePreviewField.init(() => this.live),
        editorShownField.init(() => this.shown),
        editPlace.of({ app, info: this.owner, children: this.children }),
        this.plugins.of([...app.registries.editorExtensions.list]),
        hostExtensions,
        EditorView.updateListener.of((update) => {
          const edited = update.docChanged && !update.transactions.every((tr) => tr.annotation(fromFile));
          if (edited) this.owner.onEdited();
          this.suggest.update(update);
        }),
      ],
    });
  }
}
