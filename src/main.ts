import { Plugin } from "obsidian";
import { addAnalyses } from "./obsidian/analyse";
import { createApi, type Api } from "./obsidian/api";
import { followAppearance } from "./obsidian/appearance";
import { addBasesView } from "./obsidian/bases-view";
import { addBlocks } from "./obsidian/blocks";
import { addCards } from "./obsidian/cards";
import { addCli } from "./obsidian/cli";
import { addCheck } from "./obsidian/check-note";
import { addCommands } from "./obsidian/commands";
import { addExamples } from "./obsidian/create-examples";
import { FenceSuggest } from "./obsidian/fence-suggest";
import { startJobs } from "./obsidian/jobs";
import { addLabView } from "./obsidian/lab-view";
import { openLab, type OpenLab } from "./obsidian/open-lab";
import { LabSettingTab } from "./obsidian/settings-tab";

export default class RegularizationLab extends Plugin {
  /** For other plugins and scripts: docs/api.md. */
  api: Api | null = null;
  private lab: OpenLab | null = null;

  override async onload(): Promise<void> {
    const lab = await openLab(this);
    this.lab = lab;
    followAppearance(lab);
    const jobs = startJobs(this);
    const blocks = addBlocks(lab, jobs);
    addLabView(lab, blocks);
    addBasesView(lab, blocks);
    this.registerEditorSuggest(new FenceSuggest(lab));
    const cards = addCards(lab);
    addCommands(lab, cards);
    addAnalyses(lab);
    addExamples(lab);
    addCheck(lab);
    this.api = createApi(lab, { jobs, cards });
    addCli(lab, this.api);
    this.addSettingTab(new LabSettingTab(lab));
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.lab?.reload();
  }
}
