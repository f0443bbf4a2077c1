import type { Change, Persist } from "./adapter";
import { Notice } from "./notice";

const hidden = (path: string) => path.split("/").some((part) => part.startsWith("."));

/** Sends the vault's changes to the server's folder, one after another; what is hidden (settings) stays in memory. */
export function writeBack(token: string): Persist {
  let tail: Promise<void> = Promise.resolve();
  const send = async (change: Change): Promise<void> => {
    const response = await fetch("/write", {
      method: "POST",
      headers: { "content-type": "application/json", "x-sandbox-token": token },
      body: JSON.stringify(change),
    });
    if (!response.ok) new Notice(`Not saved to the folder: ${await response.text()}`, 0);
  };
  return (change) => {
    if (hidden(change.path)) return undefined;
    tail = tail.then(() => send(change)).catch((error: unknown) => void new Notice(`Not saved to the folder: ${String(error)}`, 0));
    return tail;
  };
}
