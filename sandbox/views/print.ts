import type { App } from "../host/app";
import { Component } from "../host/component";
import type { TFile } from "../host/vault";
import { ReadingSection } from "./reading/reading-section";
import { splitSections } from "./reading/sections";
import { newDocId } from "./render/rendering";

export interface Printed {
  readonly el: HTMLElement;
  /** Unloads what was drawn and takes it out of the page. */
  done(): void;
}

/** The whole note drawn anew under `div.print`, as for an export: no line is known, and what processors promise is waited for. */
export async function printNote(app: App, file: TFile): Promise<Printed> {
  const text = await app.vault.read(file);
  const el = document.body.createDiv("print");
  const body = el.createDiv("markdown-preview-view markdown-rendered");
  body.createEl("h1", { cls: "inline-title", text: file.basename });
  const owner = new Component();
  void owner.load();
  const rendering = { app, sourcePath: file.path, docId: newDocId(), depth: 0 };
  const promises: Promise<unknown>[] = [];
  for (const source of splitSections(text)) {
    if (source.type === "yaml") continue;
    const section = owner.addChild(new ReadingSection(source, document));
    body.append(section.el);
    section.render({ rendering, noteText: () => text, tellsLines: false });
    promises.push(...section.promises);
  }
  await Promise.allSettled(promises);
  return {
    el,
    done() {
      owner.unload();
      el.remove();
    },
  };
}
