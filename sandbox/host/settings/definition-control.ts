import type { SettingControl } from "obsidian";
import type { App } from "../app";
import { AbstractInputSuggest } from "../abstract-input-suggest";
import { type TAbstractFile, TFile, TFolder } from "../vault";
import type { Setting } from "./setting";
import type { SettingTab } from "./setting-tab";

type Save = (value: unknown) => Promise<void>;

class PathSuggest extends AbstractInputSuggest<string> {
  constructor(app: App, input: HTMLInputElement, private readonly paths: () => string[], save: Save) {
    super(app, input);
    this.onSelect((path) => {
      this.setValue(path);
      this.close();
      void save(path);
    });
  }

  override getSuggestions(query: string): string[] {
    return this.paths().filter((path) => path.toLowerCase().includes(query.toLowerCase()));
  }

  renderSuggestion(path: string, el: HTMLElement): void {
    el.setText(path);
  }
}

function offered(app: App, control: SettingControl & { type: "file" | "folder" }): string[] {
  const passes = (file: TAbstractFile) => {
    if (control.type === "file") return file instanceof TFile && (control.filter?.(file as never) ?? true);
    if (!(file instanceof TFolder) || (file.isRoot() && !control.includeRoot)) return false;
    return control.filter?.(file as never) ?? true;
  };
  return app.vault.getAllLoadedFiles().filter(passes).map((file) => file.path);
}

function addField(setting: Setting, tab: SettingTab, control: SettingControl, seeded: unknown, save: Save): void {
  const text = typeof seeded === "string" || typeof seeded === "number" ? String(seeded) : "";
  switch (control.type) {
    case "toggle":
      setting.addToggle((toggle) => toggle.setValue(seeded === true).onChange(save));
      return;
    case "dropdown":
      setting.addDropdown((dropdown) => dropdown.addOptions(control.options).setValue(text).onChange(save));
      return;
    case "slider":
      setting.addSlider((slider) => {
        slider.setLimits(control.min, control.max, control.step).setValue(Number(seeded ?? control.min)).setDynamicTooltip();
        if (control.displayFormat) slider.setDisplayFormat(control.displayFormat);
        slider.onChange(save);
      });
      return;
    case "color":
      setting.addColorPicker((picker) => picker.setValue(text).onChange(save));
      return;
    case "textarea":
      setting.addTextArea((area) => {
        area.setValue(text).setPlaceholder(control.placeholder ?? "").onChange(save);
        if (control.rows !== undefined) area.inputEl.rows = control.rows;
      });
      return;
    case "number":
      setting.addText((field) => {
        field.inputEl.type = "number";
        for (const limit of ["min", "max", "step"] as const) {
          if (control[limit] !== undefined) field.inputEl[limit] = String(control[limit]);
        }
        field.setValue(text).setPlaceholder(control.placeholder ?? "");
        field.onChange((typed) => save(typed.trim() === "" || Number.isNaN(Number(typed)) ? (control.defaultValue ?? 0) : Number(typed)));
      });
      return;
    case "text":
    case "file":
    case "folder":
      setting.addText((field) => {
        field.setValue(text).setPlaceholder(control.placeholder ?? "").onChange(save);
        if (control.type !== "text") new PathSuggest(tab.app, field.inputEl, () => offered(tab.app, control), save);
      });
  }
}

/** The control of a row; a value that `validate` refuses is shown as wrong and not saved. */
export function renderControl(setting: Setting, tab: SettingTab, control: SettingControl): void {
  const validate = control.validate as ((value: unknown) => string | void | Promise<string | void>) | undefined;
  let latest = 0;
  const accepted = async (value: unknown): Promise<boolean> => {
    const mine = ++latest;
    const message = await validate?.(value);
    if (mine !== latest) return false;
    setting.setErrorMessage(message || null);
    return !message;
  };
  const seeded = tab.getControlValue(control.key) ?? control.defaultValue;
  addField(setting, tab, control, seeded, async (value) => {
    if (validate && !(await accepted(value))) return;
    await tab.setControlValue(control.key, value);
    tab.refreshDomState();
  });
  if (validate) void accepted(seeded);
}
