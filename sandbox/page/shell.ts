import { FileList } from "./file-list";
import { NoteHeader } from "./note-header";
import { openNote } from "./note-mode";
import { pageCommands } from "./page-commands";
import type { Parameters } from "./parameters";
import { attempt, type Sandbox } from "./sandbox";
import { showTooltips } from "./tooltips";
import { drawTopBar } from "./top-bar";

const narrow = "(max-width: 639px)";

/** Builds the page around the app's workspace. */
export function buildShell(sandbox: Sandbox, parameters: Parameters): void {
  const { app, appearance } = sandbox;
  const container = document.body.createDiv("app-container");
  const bar = container.createEl("header", "sandbox-bar");
  const showFiles = (on: boolean) => container.toggleClass("shows-files", on);
  const list = new FileList(container, app, (file) => {
    showFiles(false);
    void attempt(() => openNote(app, file.path, header.mode));
  });
  const shader = container.createDiv({ cls: "file-list-shader" });
  shader.addEventListener("click", () => showFiles(false));
  const area = container.createEl("main", "note-area");
  const header: NoteHeader = new NoteHeader(area, app, {
    mode: parameters.mode,
    showFiles: () => showFiles(!container.hasClass("shows-files")),
  });
  const place = area.createDiv("workspace-place");
  place.append(app.workspace.containerEl);
  area.findAll(".note-empty").forEach((el) => place.append(el));
  area.createDiv("status-bar");
  drawTopBar(bar, sandbox, pageCommands(sandbox, header));
  appearance.onChange(() => {
    list.translate();
    header.translate();
  });
  const width = window.matchMedia(narrow);
  const fit = () => document.body.toggleClass("is-narrow", width.matches);
  width.addEventListener("change", fit);
  fit();
  showTooltips(document);
}
