import type { SettingDefinitionItem } from "obsidian";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { App } from "../../sandbox/host/app";
import { installDomExtensions } from "../../sandbox/host/dom/install";
import { Keymap, Scope } from "../../sandbox/host/keymap";
import { SettingTab } from "../../sandbox/host/settings/setting-tab";
import { SettingsWindow } from "../../sandbox/host/settings/settings-window";

class Tab extends SettingTab {
  values: Record<string, unknown> = { advanced: false, depth: 3, name: "" };
  definitions: SettingDefinitionItem[] = [];
  displayed = 0;
  override id = "tab";
  override name = "Tab";
  override getSettingDefinitions(): SettingDefinitionItem[] {
    return this.definitions;
  }
  override getControlValue(key: string): unknown {
    return this.values[key];
  }
  override setControlValue(key: string, value: unknown): void {
    this.values[key] = value;
  }
  override display(): void {
    this.displayed += 1;
    this.containerEl.createDiv({ text: "imperative" });
  }
}

let app: App;
let settings: SettingsWindow;
let tab: Tab;
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const nameOf = (el: Element) => el.querySelector(".setting-item-name")?.textContent;
const row = (name: string) => Array.from(document.querySelectorAll<HTMLElement>(".setting-item")).find((el) => nameOf(el) === name);

beforeAll(() => installDomExtensions(window));

beforeEach(() => {
  const scope = new Scope();
  app = { scope, keymap: new Keymap(scope) } as unknown as App;
  settings = new SettingsWindow(app);
  tab = new Tab(app);
});

afterEach(() => {
  settings.close();
  document.body.empty();
});

function show(definitions: SettingDefinitionItem[]): void {
  tab.definitions = definitions;
  settings.addSettingTab(tab);
  settings.open();
}

describe("a settings tab", () => {
  test("is drawn by `display` only where it has no definitions", () => {
    show([]);
    expect(tab.displayed).toBe(1);
    settings.close();
    tab.definitions = [{ name: "One" }];
    settings.open();
    expect(tab.displayed).toBe(1);
    expect(row("One")).toBeDefined();
  });

  test("reads and saves controls, and asks `visible` and `disabled` again after each change", async () => {
    show([
      { name: "Advanced", control: { type: "toggle", key: "advanced" } },
      { name: "Depth", visible: () => tab.values["advanced"] === true, control: { type: "number", key: "depth" } },
      { name: "Name", control: { type: "text", key: "name", disabled: () => tab.values["advanced"] === true } },
    ]);
    expect(row("Depth")?.style.display).toBe("none");
    row("Advanced")?.querySelector<HTMLElement>(".checkbox-container")?.click();
    await settle();
    expect(tab.values["advanced"]).toBe(true);
    expect(row("Depth")?.style.display).toBe("");
    expect(row("Name")?.querySelector("input")?.disabled).toBe(true);
    const depth = row("Depth")?.querySelector("input");
    if (!depth) throw new Error("no field");
    depth.value = "7";
    depth.trigger("input");
    await settle();
    expect(tab.values["depth"]).toBe(7);
  });

  test("shows what `validate` refuses and does not save it", async () => {
    const validate = (value: number) => (value < 0 ? "Not below 0." : undefined);
    show([{ name: "Depth", control: { type: "number", key: "depth", validate } }]);
    const depth = row("Depth")?.querySelector("input");
    if (!depth) throw new Error("no field");
    depth.value = "-1";
    depth.trigger("input");
    await settle();
    expect(tab.values["depth"]).toBe(3);
    expect(row("Depth")?.querySelector(".setting-item-error")?.textContent).toBe("Not below 0.");
    depth.value = "1";
    depth.trigger("input");
    await settle();
    expect(tab.values["depth"]).toBe(1);
    expect(row("Depth")?.querySelector(".setting-item-error")).toBeNull();
  });

  test("draws groups, lists, actions and pages, and cleans up what it rendered", async () => {
    const cleanup = vi.fn();
    const remove = vi.fn();
    const act = vi.fn();
    show([
      {
        type: "group",
        heading: "Cards",
        items: [
          { name: "Custom", render: (setting) => (setting.setDesc("by hand"), cleanup) },
          { name: "Act", action: act },
        ],
      },
      { type: "list", heading: "List", emptyState: "Nothing yet", items: [{ name: "Entry" }], onDelete: remove },
      { type: "page", name: "More", displayValue: "3", items: [{ name: "Inside", control: { type: "toggle", key: "advanced" } }] },
    ]);
    expect(row("Custom")?.textContent).toContain("by hand");
    row("Act")?.click();
    expect(act).toHaveBeenCalledWith(row("Act"), 1);
    row("Entry")?.querySelector<HTMLElement>(".extra-setting-button")?.click();
    expect(remove).toHaveBeenCalledWith(0);
    row("More")?.click();
    expect(cleanup).toHaveBeenCalledTimes(1);
    expect(row("Inside")).toBeDefined();
    tab.update();
    expect(row("Inside")).toBeDefined();
    row("More")?.querySelector<HTMLElement>(".extra-setting-button")?.click();
    expect(row("Custom")).toBeDefined();
    settings.close();
    await settle();
    expect(cleanup).toHaveBeenCalledTimes(2);
    expect(tab.containerEl.childElementCount).toBe(0);
  });

  test("is found by name, description and alias, but not where it is hidden", () => {
    show([
      { name: "Delay", desc: "Before a card opens", aliases: ["dwell"] },
      { name: "Secret", searchable: false },
      { type: "group", heading: "G", items: [{ name: "Gone", visible: false }] },
    ]);
    const field = document.querySelector<HTMLInputElement>(".vertical-tab-header input[type=search]");
    if (!field) throw new Error("no search field");
    const find = (query: string) => {
      field.value = query;
      field.trigger("input");
      return Array.from(document.querySelectorAll(".setting-search-results .setting-item-name")).map((el) => el.textContent);
    };
    expect(find("card opens")).toEqual(["Delay"]);
    expect(find("dwell")).toEqual(["Delay"]);
    expect(find("secret")).toEqual([]);
    expect(find("gone")).toEqual([]);
  });
});
