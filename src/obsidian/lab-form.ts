import { AbstractInputSuggest, Setting, type App } from "obsidian";
import { builtInNames } from "../data/built-in";
import type { BlockFields } from "../demo/spec/block-fields";
import { yamlText } from "../demo/spec/block-fields";
import { fold, type SpecKey } from "../demo/spec/keys";
import { aims, matchNames, missingRules, penaltyNames } from "../demo/spec/values";
import { viewNames } from "../demo/views/view";
import { words, type Lab } from "./lab";

export interface LabForm {
  readonly lab: Lab;
  fields(): BlockFields;
  set(key: SpecKey, value: string): void;
  insert(): void;
  copy(): void;
}

/** Keys with names to choose from; the first is what holds where none is given. */
const choices: Partial<Record<SpecKey, readonly string[]>> = { match: matchNames, aim: aims, missing: missingRules };
/** What holds where nothing is written. */
const defaults: Partial<Record<SpecKey, string>> = { lag: "0", test: "0", mix: "0.5", folds: "10", seed: "1" };
const always: readonly SpecKey[] = ["data", "target", "features", "penalties", "lambda", "match", "views"];
const more: readonly SpecKey[] = ["folder", "tag", "missing", "lag", "test", "mix", "aim", "standardize", "folds", "seed", "height", "caption", "name"];

/** One control for each key of a block, in words; what is seldom needed is folded away. */
export function drawLabForm(el: HTMLElement, form: LabForm): void {
  const say = words(form.lab).lab;
  // Who was in a field stays in it when the form is drawn anew.
  const focused = el.querySelector<HTMLElement>(":focus")?.closest("[data-key]")?.getAttribute("data-key");
  const wasOpen = el.querySelector("details")?.open ?? false;
  el.empty();
  for (const key of always) drawField(el, key, form);
  const details = el.createEl("details");
  details.open = wasOpen;
  details.createEl("summary", { text: say.more });
  for (const key of more) drawField(details, key, form);
  const buttons = new Setting(el).setClass("reglab-lab-buttons");
  buttons.addButton((button) => button.setButtonText(say.insert).setCta().onClick(() => form.insert()));
  buttons.addButton((button) => button.setButtonText(say.copy).onClick(() => form.copy()));
  if (focused !== null && focused !== undefined) el.querySelector<HTMLElement>(`[data-key="${focused}"] :is(input, select)`)?.focus();
}

function drawField(el: HTMLElement, key: SpecKey, form: LabForm): void {
  const { keys, lab: say, demo } = words(form.lab);
  const row = new Setting(el).setName(say.fields[key as keyof typeof say.fields]).setTooltip(keys[key]);
  row.settingEl.setAttribute("data-key", key);
  const label = say.fields[key as keyof typeof say.fields];
  const value = form.fields()[key] ?? "";
  const names = choices[key];
  if (key === "penalties") return drawMembers(row, { key, form, names: penaltyNames.map((name) => [name, demo.penalties[name]]), otherwise: ["l1", "l2"], label });
  if (key === "views") return drawMembers(row, { key, form, names: viewNames.map((name) => [name, name]), otherwise: ["geometry", "weights", "path"], label });
  if (key === "standardize") {
    row.addToggle((toggle) => toggle.setValue(fold(value) !== "false").onChange((on) => form.set(key, on ? "" : "false")).toggleEl.setAttribute("aria-label", label));
    return;
  }
  if (names !== undefined) {
    row.addDropdown((dropdown) => {
      for (const name of names) dropdown.addOption(name, say.options[name as keyof typeof say.options]);
      dropdown.setValue(value === "" ? (names[0] ?? "") : value).onChange((chosen) => form.set(key, chosen === names[0] ? "" : chosen));
      dropdown.selectEl.setAttribute("aria-label", label);
    });
    return;
  }
  row.addText((text) => {
    const { inputEl } = text;
    text.setPlaceholder(defaults[key] ?? say.placeholders[key as keyof typeof say.placeholders] ?? "").setValue(shownText(value));
    inputEl.setAttribute("aria-label", label);
    const take = (): void => form.set(key, writtenText(key, inputEl.value.trim()));
    // Not at every letter: each change draws the block anew.
    inputEl.addEventListener("change", take);
    if (key === "data") new DataSuggest(form.lab.app, inputEl).onSelect((name) => {
      inputEl.value = name;
      take();
    });
  });
}

/** A box for each name; those chosen are written in the order in which they are offered. */
function drawMembers(row: Setting, { key, form, names, otherwise, label }: { key: SpecKey; form: LabForm; names: readonly (readonly [string, string])[]; otherwise: readonly string[]; label: string }): void {
  row.setClass("reglab-lab-members");
  row.controlEl.setAttrs({ role: "group", "aria-label": label });
  const written = (form.fields()[key] ?? "").replace(/[[\]]/g, "").split(",").map((name) => fold(name.replace(/["']/g, ""))).filter((name) => name !== "");
  const chosen = new Set(written.length === 0 ? otherwise : written);
  for (const [name, shown] of names) {
    const box = row.controlEl.createEl("label", { cls: "reglab-lab-member" });
    const input = box.createEl("input", { type: "checkbox" });
    input.checked = chosen.has(name);
    box.createSpan({ text: shown });
    input.addEventListener("change", () => {
      if (input.checked) chosen.add(name);
      else chosen.delete(name);
      // One always stays.
      if (chosen.size === 0) {
        chosen.add(name);
        input.checked = true;
      }
      form.set(key, `[${names.map(([one]) => one).filter((one) => chosen.has(one)).join(", ")}]`);
    });
  }
}

/** Quotes are for YAML, not for people. */
function shownText(value: string): string {
  return /^".*"$/.test(value) ? String(JSON.parse(value)) : value.replace(/^\[(?!\[)(.*)\]$/, "$1");
}

function writtenText(key: SpecKey, typed: string): string {
  if (typed === "") return "";
  if (key === "features") return `[${typed.split(",").map((name) => yamlText(name.trim())).join(", ")}]`;
  return key === "target" || key === "folder" || key === "tag" || key === "caption" || key === "name" || key === "data" ? yamlText(typed) : typed.replace(/[\r\n]+/g, " ");
}

/** Built-in data, and the files of values in the vault. */
class DataSuggest extends AbstractInputSuggest<string> {
  constructor(private readonly of: App, input: HTMLInputElement) {
    super(of, input);
  }

  protected override getSuggestions(query: string): string[] {
    const files = this.of.vault.getFiles().filter(({ extension }) => /^(?:csv|tsv)$/i.test(extension)).map((file) => `[[${file.path}]]`);
    const wanted = query.trim().toLowerCase();
    return [...builtInNames, ...files].filter((name) => name.toLowerCase().includes(wanted) && name !== query);
  }

  override renderSuggestion(name: string, el: HTMLElement): void {
    el.setText(name);
  }
}
