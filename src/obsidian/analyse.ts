import { Notice, stripHeadingForLink, type App, type Editor, type MarkdownFileInfo, type MarkdownView, type TFile } from "obsidian";
import { firstTable } from "../concepts/note-table";
import { fieldsText } from "../demo/spec/block-fields";
import { words, type Lab } from "./lab";
import { showLab } from "./show-lab";

/** Commands that open the lab on data which are already at hand: the table at the cursor, a file of values. */
export function addAnalyses(lab: Lab): void {
  const { app, plugin } = lab;
  const say = words(lab).lab;
  plugin.addCommand({ id: "open-lab", name: say.open, callback: () => void showLab(lab) });
  plugin.addCommand({
    id: "analyse-table",
    name: say.analyseTable,
    editorCheckCallback: (checking, editor, view) => {
      const { file } = view;
      if (file === null || !editor.getLine(editor.getCursor().line).includes("|")) return false;
      if (!checking) analyseTable(lab, editor, view);
      return true;
    },
  });
  plugin.addCommand({
    id: "analyse-file",
    name: say.analyseFile,
    checkCallback: (checking) => {
      const file = app.workspace.getActiveFile();
      if (file === null || !isValues(file)) return false;
      if (!checking) analyseFile(lab, file);
      return true;
    },
  });
  plugin.registerEvent(app.workspace.on("file-menu", (menu, file) => {
    const found = app.vault.getFileByPath(file.path);
    if (found === null || !isValues(found)) return;
    menu.addItem((item) => item.setTitle(words(lab).lab.analyseFile).setIcon("chart-spline").onClick(() => analyseFile(lab, found)));
  }));
}

function isValues({ extension }: TFile): boolean {
  return /^(?:csv|tsv)$/i.test(extension);
}

function analyseFile(lab: Lab, file: TFile): void {
  void showLab(lab, fieldsText({ data: linkTo(lab.app, file, "") }));
}

function linkTo(app: App, file: TFile, subpath: string): string {
  return `[[${app.metadataCache.fileToLinktext(file, "")}${subpath}]]`;
}

function analyseTable(lab: Lab, editor: Editor, { file }: MarkdownView | MarkdownFileInfo): void {
  const subpath = file === null ? null : subpathOfTable(editor.getValue(), editor.getCursor().line);
  if (file === null || subpath === null) {
    new Notice(words(lab).lab.needsHeading);
    return;
  }
  void showLab(lab, fieldsText({ data: linkTo(lab.app, file, subpath) }));
}

/** How a link names the table that this line is in: "" for the first of the note, else by its heading; null where it is first under none. */
function subpathOfTable(note: string, line: number): string | null {
  const holds = (from: number): boolean => {
    const table = firstTable(note, { from });
    return table !== null && table.start <= line && line <= table.end;
  };
  if (holds(0)) return "";
  const lines = note.split("\n");
  for (let at = line; at >= 0; at -= 1) {
    const heading = /^ {0,3}#{1,6}\s+(.+?)(?:\s#+)?\s*$/.exec(lines[at] ?? "")?.[1];
    if (heading !== undefined) return holds(at) ? `#${stripHeadingForLink(heading)}` : null;
  }
  return null;
}
