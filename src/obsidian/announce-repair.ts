import { Notice } from "obsidian";
import { words, type Lab } from "./lab";
import { undoRepair, type Repaired } from "./repair-files";

/** Milliseconds; long enough to look at what was changed before taking it back. */
const undoTime = 15_000;

/** Says what was repaired and what was left, in one notice, and offers to take it back. */
export function announceRepair(lab: Lab, { files, changed, failed }: Repaired): void {
  const say = words(lab).repair;
  const links = files.reduce((sum, file) => sum + file.links, 0);
  const [firstChanged] = changed;
  const sentences = [
    links === 0 ? say.nothing : say.done(links, files.length),
    ...(firstChanged === undefined ? [] : [say.changed(changed.length, firstChanged.path)]),
    ...failed.slice(0, 3).map(({ file, reason }) => say.failed(file.path, reason)),
  ];
  if (links === 0) {
    new Notice(sentences.join(" "));
    return;
  }
  const message = createFragment();
  message.createSpan({ text: `${sentences.join(" ")} ` });
  const undo = message.createEl("button", { text: say.undo });
  const notice = new Notice(message, undoTime);
  undo.addEventListener("click", () => {
    notice.hide();
    void undoRepair(lab.app, files).then(({ undone, changed: left }) => {
      const [first] = left;
      new Notice([say.undone(undone.length), ...(first === undefined ? [] : [say.changed(left.length, first.path)])].join(" "));
    });
  });
}
