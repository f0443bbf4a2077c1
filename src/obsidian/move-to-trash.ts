import { Notice, type TAbstractFile } from "obsidian";
import { reasonOf } from "../language/reason-of";
import { words, type Lab } from "./lab";

/** Whether a file, or a folder, was moved to the trash; where not, a notice says why. */
export async function moveToTrash(lab: Lab, file: TAbstractFile): Promise<boolean> {
  try {
    await lab.app.fileManager.trashFile(file);
    return true;
  } catch (error) {
    new Notice(words(lab).commands.notTrashed({ path: file.path, reason: reasonOf(error) }));
    return false;
  }
}
