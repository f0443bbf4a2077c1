import type { MarkdownPostProcessorContext } from "obsidian";
import { followBlockLinks } from "./block-links";
import { BlockStates } from "./block-states";
import type { Lab } from "./lab";
import { RegularizationBlock } from "./regularization-block";

/** Draws every `regularization` fence, in either spelling, and keeps the drawn ones in the language of the settings. */
export function addBlocks(lab: Lab): void {
  const { app, plugin } = lab;
  const states = new BlockStates();
  const drawn = new Set<RegularizationBlock>();
  const draw = (source: string, el: HTMLElement, context: MarkdownPostProcessorContext): void => {
    const block = new RegularizationBlock(el, context, lab, states, source);
    drawn.add(block);
    block.register(() => drawn.delete(block));
    context.addChild(block);
  };
  plugin.registerMarkdownCodeBlockProcessor("regularization", draw);
  plugin.registerMarkdownCodeBlockProcessor("regularisation", draw);
  plugin.registerEvent(app.vault.on("rename", (file, oldPath) => states.rename(oldPath, file.path)));
  plugin.registerEvent(app.vault.on("delete", (file) => states.forget(file.path)));
  followBlockLinks(lab, drawn);
  lab.onChange(plugin, () => drawn.forEach((block) => block.draw()));
  // The host keeps elements in open notes after the plugin is gone; they must not go on living.
  plugin.register(() => drawn.forEach((block) => block.unload()));
}
