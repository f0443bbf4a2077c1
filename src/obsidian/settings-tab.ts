import { parseYaml, PluginSettingTab, type SettingDefinitionItem } from "obsidian";
import { describeProblem } from "../demo/spec/describe-problem";
import { parseSpec } from "../demo/spec/parse-spec";
import { hoverDelayRange, migrateSettings, type Settings } from "../settings";
import { words, type Lab } from "./lab";

export class LabSettingTab extends PluginSettingTab {
  constructor(private readonly lab: Lab) {
    super(lab.app, lab.plugin);
  }

  override getSettingDefinitions(): SettingDefinitionItem<keyof Settings>[] {
    const say = words(this.lab).settings;
    return [
      {
        name: say.language,
        desc: say.languageDescription,
        control: { type: "dropdown", key: "language", options: { app: say.languageApp, en: "English", ko: "한국어" } },
      },
      {
        name: say.blockDefaults,
        desc: say.blockDefaultsDescription,
        control: { type: "textarea", key: "blockDefaults", rows: 4, placeholder: "penalties: [l1, l2, elastic-net]\nviews: [weights, path]", validate: (value) => this.problemOf(value) },
      },
      {
        name: say.cards,
        desc: say.cardsDescription,
        control: { type: "dropdown", key: "cards", options: { all: say.cardsAll, concepts: say.cardsConcepts, off: say.cardsOff } },
      },
      { name: say.hoverDelay, desc: say.hoverDelayDescription, control: { type: "slider", key: "hoverDelay", ...hoverDelayRange } },
      { name: say.livePreviewMod, desc: say.livePreviewModDescription, control: { type: "toggle", key: "livePreviewNeedsMod" } },
      { name: say.tap, desc: say.tapDescription, control: { type: "toggle", key: "tapOpensCard" } },
      { name: say.palette, desc: say.paletteDescription, control: { type: "dropdown", key: "palette", options: { theme: say.paletteTheme, fixed: say.paletteFixed } } },
      { name: say.motion, desc: say.motionDescription, control: { type: "dropdown", key: "motion", options: { system: say.motionSystem, calm: say.motionCalm } } },
      { name: say.noteFolder, desc: say.noteFolderDescription, control: { type: "folder", key: "noteFolder", placeholder: say.noteFolderApp } },
      {
        name: say.noteTemplate,
        desc: say.noteTemplateDescription,
        control: { type: "file", key: "noteTemplate", placeholder: say.noteTemplateOwn, filter: ({ extension }) => extension === "md" },
      },
    ];
  }

  /** Why the lines cannot be those of a block. */
  private problemOf(lines: string): string | undefined {
    const parsed = parseSpec(lines, (yaml) => parseYaml(yaml) as unknown);
    const [first] = parsed.ok ? [] : parsed.problems;
    return first && describeProblem(first, words(this.lab)).replaceAll("`", "");
  }

  override getControlValue(key: string): unknown {
    return (this.lab.settings as unknown as Record<string, unknown>)[key];
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    await this.lab.change(migrateSettings({ ...this.lab.settings, [key]: value }));
    if (key === "language") this.update();
  }
}
