import { App } from "../host/app";
import { writeBack } from "../host/write-back";
import { hostModules } from "../host/modules";
import { Notice } from "../host/notice";
import { PagePreview } from "../views/hover/page-preview";
import { Appearance } from "./appearance";
import { fetchVault } from "./files-served";
import type { Parameters } from "./parameters";
import { PluginSwitch } from "./plugin-switch";
import { PrintPreview } from "./print-preview";
import { SecondWindow } from "./second-window";
import type { Language } from "./words";

/** The app with what the page has beside it. */
export interface Sandbox {
  app: App;
  appearance: Appearance;
  plugin: PluginSwitch;
  preview: PagePreview;
  printing: PrintPreview;
  secondWindow: SecondWindow;
}

/** An app over the vault that the server gives; nothing is loaded yet. */
export async function assemble(parameters: Parameters): Promise<Sandbox> {
  const appearance = new Appearance(parameters);
  const vault = await fetchVault();
  const app = new App({ files: vault.files, name: vault.name, persist: vault.token === null ? null : writeBack(vault.token) });
  appearance.attach(app);
  app.plugins.provide(hostModules);
  const preview = new PagePreview(app);
  return {
    app, appearance, preview,
    plugin: new PluginSwitch(app),
    printing: new PrintPreview(app),
    secondWindow: new SecondWindow(app),
  };
}

/** In Obsidian's order: plugins load over an empty vault, then the files come, then the layout is ready. */
export async function start({ app, plugin, preview }: Sandbox): Promise<void> {
  await preview.load();
  await plugin.enable();
  await app.loadVault();
  app.workspace.setLayoutReady();
}

/** A plugin asks for the language when it loads, so it is loaded again. */
export async function changeLanguage({ appearance, plugin }: Sandbox, language: Language): Promise<void> {
  appearance.setLanguage(language);
  if (plugin.on) await plugin.reload();
}

/** For what a button starts: a failure is told and not lost. */
export async function attempt(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    new Notice(error instanceof Error ? error.message : String(error), 8000);
    console.error(error);
  }
}
