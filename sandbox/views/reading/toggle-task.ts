import type { App } from "../../host/app";
import type { TFile } from "../../host/vault";
import type { ReadingSection } from "./reading-section";

interface Place {
  readonly app: App;
  readonly file: TFile;
  readonly sections: readonly ReadingSection[];
}

const task = /^([\s>]*(?:[-*+]|\d+[.)])\s+\[)(.)(\]\s)/;

/** A click on a task's box writes the mark into the note. */
export async function toggleTask(event: MouseEvent, { app, file, sections }: Place): Promise<void> {
  const box = (event.target as Element | null)?.closest?.<HTMLInputElement>("input.task-list-item-checkbox");
  const section = box && sections.find(({ el }) => el.contains(box));
  if (!box || !section || box.closest("[data-source-path]")) return;
  const ordinal = Array.from(section.el.querySelectorAll("input.task-list-item-checkbox")).indexOf(box);
  await app.vault.process(file, (text) => {
    const lines = text.split("\n");
    let seen = -1;
    for (let line = section.source.lineStart; line <= section.source.lineEnd; line++) {
      const found = task.exec(lines[line] ?? "");
      if (!found || ++seen !== ordinal) continue;
      lines[line] = (lines[line] ?? "").replace(task, `$1${found[2] === " " ? "x" : " "}$3`);
      return lines.join("\n");
    }
    return text;
  });
}
