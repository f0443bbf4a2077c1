import type { App } from "../../host/app";
import { getLinkpath } from "../../host/metadata/linktext";

/** Links get their mark only after the processors have run, and again some time after the vault has changed. */
export const remarkMs = 500;

export function isUnresolved(app: App, linktext: string, sourcePath: string): boolean {
  return app.metadataCache.getFirstLinkpathDest(getLinkpath(linktext), sourcePath) === null;
}

export function markUnresolved(app: App, root: HTMLElement, sourcePath: string): void {
  for (const link of Array.from(root.querySelectorAll<HTMLElement>("a.internal-link"))) {
    if (link.closest("[data-source-path]") !== root.closest("[data-source-path]")) continue;
    link.classList.toggle("is-unresolved", isUnresolved(app, link.dataset.href ?? link.getAttribute("href") ?? "", sourcePath));
  }
}

/** The same for what is embedded in it, each from the note that it comes from. */
export function markAllUnresolved(app: App, root: HTMLElement, sourcePath: string): void {
  markUnresolved(app, root, sourcePath);
  for (const inner of Array.from(root.querySelectorAll<HTMLElement>("[data-source-path]"))) {
    markUnresolved(app, inner, inner.dataset.sourcePath ?? sourcePath);
  }
}

/** Calls back some time after files came, went or were renamed; returns how to stop. */
export function afterVaultChanges(app: App, callback: () => void): () => void {
  let timer: number | null = null;
  const later = () => {
    timer ??= window.setTimeout(() => {
      timer = null;
      callback();
    }, remarkMs);
  };
  const refs = ["create", "delete", "rename"].map((name) => app.vault.on(name, later));
  return () => {
    refs.forEach((ref) => app.vault.offref(ref));
    if (timer !== null) window.clearTimeout(timer);
  };
}
