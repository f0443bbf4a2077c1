import { Menu, Notice } from "obsidian";
import type { BlockActions, MenuEntry } from "../demo/block-actions";
import { writeLambda } from "../demo/spec/write-lambda";
import type { Words } from "../language/language";
import { reasonOf } from "../language/reason-of";
import type { BlockHome } from "./block-home";
import { words, type Lab } from "./lab";
import { saveAttachment } from "./save-attachment";

export interface ActingBlock {
  readonly lab: Lab;
  readonly home: BlockHome;
  /** Writes what is shown into a body. */
  readonly writeShown: (body: string) => string;
  /** Shows a block's text in the lab. */
  readonly openInLab: (body: string) => void;
}

/** What a block can ask of the host. */
export function actionsOf({ lab, home, writeShown, openInLab }: ActingBlock): BlockActions {
  return {
    saveLambda: (lambda) => void save({ lab, home }, (body) => writeLambda(body, lambda), (say) => say.saved(String(lambda))),
    saveView: () => void save({ lab, home }, writeShown, (say) => say.viewSaved),
    saveFile: (name, content) => saveFile({ lab, home }, name, content),
    notify: (sentence) => void new Notice(sentence),
    openInLab: () => openInLab(writeShown(home.source)),
    openNote: (path, newTab) => void lab.app.workspace.openLinkText(path, home.sourcePath, newTab ? "tab" : false),
    showMenu: (event, entries) => showMenu(home.el, event, entries),
  };
}

type Place = Pick<ActingBlock, "lab" | "home">;

async function save({ lab, home }: Place, change: (body: string) => string, said: (say: Words["commands"]["saveLambda"]) => string): Promise<void> {
  const say = words(lab).commands.saveLambda;
  const reasons = { "no-file": say.noFile, changed: say.changed, unclear: say.unclear };
  try {
    const refusal = await home.rewrite(change);
    new Notice(refusal === null ? said(say) : reasons[refusal]);
  } catch (error) {
    new Notice(say.failed(reasonOf(error)));
  }
}

async function saveFile({ lab, home }: Place, name: string, content: string | ArrayBuffer): Promise<void> {
  const say = words(lab).demo.menu;
  try {
    new Notice(say.saved(await saveAttachment(lab.app, { name, content, note: home.sourcePath })));
  } catch (error) {
    new Notice(say.notSaved({ name, reason: reasonOf(error) }));
  }
}

function showMenu(el: HTMLElement, event: MouseEvent | KeyboardEvent, entries: readonly MenuEntry[]): void {
  const menu = new Menu();
  for (const { title, icon, disabled, run } of entries) {
    menu.addItem((item) => item.setTitle(title).setIcon(icon).setDisabled(disabled ?? false).onClick(run));
  }
  if (event.instanceOf(MouseEvent) && event.detail > 0) {
    menu.showAtMouseEvent(event);
    return;
  }
  const button = (event.target as HTMLElement).getBoundingClientRect();
  menu.showAtPosition({ x: button.left, y: button.bottom }, el.doc);
}
