import { Plugin } from "obsidian";
import { addBlocks } from "./obsidian/blocks";
import { addCards } from "./obsidian/cards";
import { addCommands } from "./obsidian/commands";
import { FenceSuggest } from "./obsidian/fence-suggest";
import { openLab, type OpenLab } from "./obsidian/open-lab";
import { LabSettingTab } from "./obsidian/settings-tab";

export default class RegularizationLab extends Plugin {
  private lab: OpenLab | null = null;

  override async onload(): Promise<void> {
    const lab = await openLab(this);
    this.lab = lab;
    addBlocks(lab);
    this.registerEditorSuggest(new FenceSuggest(lab));
    const cards = addCards(lab);
    addCommands(lab, cards);
    this.addSettingTab(new LabSettingTab(lab));
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.lab?.reload();
  }
}
