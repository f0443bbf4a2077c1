import { reasonOf } from "../../language/reason-of";
import { windowOf } from "../../ui/window-of";
import { formatLambda } from "../format-lambda";
import type { BlockActions } from "../block-actions";
import type { Scene } from "../scene";
import { fileStem } from "./quoted";
import { pictureOf, type Picture } from "./picture/picture";
import { pngOf } from "./picture/png";

export interface Sharing {
  readonly scene: Scene;
  readonly actions: BlockActions;
  /** The drawn block. */
  readonly block: HTMLElement;
}

/** Puts text into the clipboard and says so, or says why not. */
export async function copyText(text: string, copied: string, { scene, actions, block }: Sharing): Promise<void> {
  try {
    await windowOf(block).navigator.clipboard.writeText(text);
    actions.notify(copied);
  } catch (error) {
    actions.notify(scene.words.menu.notCopied(reasonOf(error)));
  }
}

export async function saveSvg(sharing: Sharing): Promise<void> {
  const { svg } = currentPicture(sharing);
  await sharing.actions.saveFile(`${pictureName(sharing.scene)}.svg`, svg);
}

/** Puts the picture into the clipboard; where a clipboard takes no pictures it becomes a file. */
export async function copyImage(sharing: Sharing): Promise<void> {
  const { scene, actions, block } = sharing;
  const win = windowOf(block);
  const say = scene.words.menu;
  try {
    const png = pngOf(currentPicture(sharing), win);
    // Optional on some phones, whatever the types say.
    const { ClipboardItem: Item } = win as { ClipboardItem?: typeof ClipboardItem };
    const clipboard = win.navigator.clipboard as Clipboard | undefined;
    if (Item === undefined || clipboard?.write === undefined) {
      await actions.saveFile(`${pictureName(scene)}.png`, await (await png).arrayBuffer());
      return;
    }
    // The promise itself: a clipboard that wants to be asked while the press is fresh is asked now.
    await clipboard.write([new Item({ "image/png": png })]);
    actions.notify(say.imageCopied);
  } catch (error) {
    actions.notify(say.notCopied(reasonOf(error)));
  }
}

function currentPicture({ scene, block }: Sharing): Picture {
  const text = (selector: string) => block.querySelector(selector)?.textContent ?? "";
  return pictureOf(block, { title: text(".reglab-title") || scene.model.dataName, description: text(".reglab-summary p") });
}

function pictureName({ model, state }: Scene): string {
  return fileStem(`${model.dataName} lambda ${formatLambda(state.get().lambda)}`);
}
