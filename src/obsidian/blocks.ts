import { debounce, type MarkdownPostProcessorContext } from "obsidian";
import type { JobRunner } from "../compute/job-runner";
import { atMost } from "./at-most";
import { type BlockHome, fenceHome } from "./block-home";
import { followBlockLinks } from "./block-links";
import { BlockStates } from "./block-states";
import { jobHost } from "./job-host";
import type { Lab } from "./lab";
import { OwnTables } from "./own-tables";
import { RegularizationBlock, type SharedByBlocks } from "./regularization-block";
import { showLab } from "./show-lab";

/** A print waits for data and for curves that take time, but not forever; in ms. */
const longestPrint = 20_000;

/** Draws every `regularization` fence, in either spelling, and keeps the drawn ones in the language of the settings. */
export function addBlocks(lab: Lab, jobs: JobRunner): Blocks {
  const { app, plugin } = lab;
  const drawn = new Set<RegularizationBlock>();
  const shared: SharedByBlocks = { states: new BlockStates(), tables: new OwnTables(jobHost), mounted: new Set(), jobs, openInLab: (body) => void showLab(lab, body) };
  const createBlock = (home: BlockHome): RegularizationBlock => {
    const block = new RegularizationBlock(home, lab, shared);
    drawn.add(block);
    block.register(() => drawn.delete(block));
    return block;
  };
  const draw = (source: string, el: HTMLElement, context: MarkdownPostProcessorContext): Promise<void> => {
    const block = createBlock(fenceHome(app, { el, context, source }));
    context.addChild(block);
    return atMost(longestPrint, block.whole(), el.win);
  };
  plugin.registerMarkdownCodeBlockProcessor("regularization", draw);
  plugin.registerMarkdownCodeBlockProcessor("regularisation", draw);
  plugin.registerEvent(app.vault.on("rename", (file, oldPath) => shared.states.rename(oldPath, file.path)));
  plugin.registerEvent(app.vault.on("delete", (file) => shared.states.forget(file.path)));
  followFiles(lab, drawn);
  followBlockLinks(lab, drawn);
  lab.onChange(plugin, () => drawn.forEach((block) => block.draw()));
  // The host keeps elements in open notes after the plugin is gone; they must not go on living.
  plugin.register(() => drawn.forEach((block) => block.unload()));
  plugin.register(() => shared.tables.close());
  return { createBlock };
}

export interface Blocks {
  /** A block of a text that stands anywhere; its owner adds it as a child. */
  createBlock(home: BlockHome): RegularizationBlock;
}

/** Someone who types is not interrupted by every letter. */
const restBeforeReading = 400;

/** Blocks on data of the vault follow what happens to the files. */
function followFiles({ app: { metadataCache, vault }, plugin }: Lab, drawn: ReadonlySet<RegularizationBlock>): void {
  const stale = new Set<RegularizationBlock>();
  const read = debounce(() => {
    const blocks = [...stale].filter((block) => drawn.has(block));
    stale.clear();
    blocks.forEach((block) => block.refresh());
  }, restBeforeReading, true);
  const note = (path: string): void => {
    for (const block of drawn) if (block.dependsOn(path)) stale.add(block);
    if (stale.size > 0) read();
  };
  plugin.registerEvent(vault.on("modify", (file) => note(file.path)));
  plugin.registerEvent(vault.on("create", (file) => note(file.path)));
  plugin.registerEvent(vault.on("delete", (file) => note(file.path)));
  plugin.registerEvent(vault.on("rename", (file, oldPath) => {
    note(file.path);
    note(oldPath);
  }));
  // Properties and headings are known a little later than the text.
  plugin.registerEvent(metadataCache.on("changed", (file) => note(file.path)));
  plugin.register(() => read.cancel());
}
