import type { SettingDefinitionItem } from "obsidian";
import type { App } from "../app";
import { Modal } from "../modal";
import { asked } from "./definitions-view";
import type { SettingTab } from "./setting-tab";
import { SearchComponent } from "./text-components";

interface Found {
  tab: SettingTab;
  name: string;
  desc: string;
  text: string;
}

function textOf(content: string | DocumentFragment | undefined): string {
  return typeof content === "string" ? content : (content?.textContent ?? "");
}

/** Every named row of a tab that wants to be found. */
function searchable(tab: SettingTab, items: readonly SettingDefinitionItem[]): Found[] {
  return items.flatMap((item): Found[] => {
    if (!asked(item.visible, true)) return [];
    const inside = "items" in item ? searchable(tab, item.items ?? []) : [];
    if (!("name" in item)) return inside;
    if ("searchable" in item && !asked(item.searchable, true)) return inside;
    const aliases = "aliases" in item ? (item.aliases ?? []) : [];
    const desc = textOf(item.desc);
    return [{ tab, name: item.name, desc, text: [item.name, desc, ...aliases].join(" ").toLowerCase() }, ...inside];
  });
}

/** The app's settings: tabs to the left, the open one to the right, a search over all definitions above them. */
export class SettingsWindow extends Modal {
  settingTabs: SettingTab[] = [];
  pluginTabs: SettingTab[] = [];
  activeTab: SettingTab | null = null;
  private readonly searchField: SearchComponent;
  private readonly navEl: HTMLElement;
  private readonly tabContentEl: HTMLElement;

  constructor(app: App) {
    super(app);
    this.modalEl.addClasses(["mod-settings", "mod-sidebar-layout"]);
    const layout = this.contentEl.createDiv("vertical-tabs-container");
    const header = layout.createDiv("vertical-tab-header");
    this.searchField = new SearchComponent(header).setPlaceholder("Search settings").onChange((query) => this.search(query));
    this.navEl = header.createDiv("vertical-tab-header-group-items");
    this.tabContentEl = layout.createDiv("vertical-tab-content-container");
  }

  get lastTabId(): string {
    return this.activeTab?.id ?? "";
  }

  addSettingTab(tab: SettingTab): void {
    this.settingTabs.push(tab);
    this.pluginTabs.push(tab);
    // Obsidian reads the definitions here too, for its search.
    tab.update();
    this.drawNavigation();
  }

  removeSettingTab(tab: SettingTab): void {
    if (this.activeTab === tab) this.closeActiveTab();
    this.settingTabs = this.settingTabs.filter((other) => other !== tab);
    this.pluginTabs = this.pluginTabs.filter((other) => other !== tab);
    this.drawNavigation();
  }

  override onOpen(): void {
    this.drawNavigation();
    const first = this.settingTabs[0];
    if (!this.activeTab && first) this.openTab(first);
  }

  override onClose(): void {
    this.closeActiveTab();
    this.searchField.setValue("");
  }

  openTabById(id: string): SettingTab | null {
    const tab = this.settingTabs.find((candidate) => candidate.id === id) ?? null;
    if (tab) this.openTab(tab);
    return tab;
  }

  openTab(tab: SettingTab): void {
    this.closeActiveTab();
    this.activeTab = tab;
    this.tabContentEl.replaceChildren(tab.containerEl);
    tab.show();
    this.drawNavigation();
  }

  private closeActiveTab(): void {
    this.activeTab?.leave();
    this.activeTab = null;
    this.tabContentEl.empty();
  }

  private drawNavigation(): void {
    this.navEl.empty();
    if (!this.containerEl.isConnected) return;
    for (const tab of this.settingTabs) {
      const item = this.navEl.createDiv({ cls: "vertical-tab-nav-item tappable", text: tab.name, attr: { role: "tab", tabindex: 0 } });
      item.toggleClass("is-active", tab === this.activeTab);
      item.addEventListener("click", () => this.openTab(tab));
      item.addEventListener("keydown", (event) => event.key === "Enter" && this.openTab(tab));
    }
  }

  private search(query: string): void {
    const wanted = query.trim().toLowerCase();
    if (wanted === "") {
      const back = this.activeTab ?? this.settingTabs[0];
      if (back) this.openTab(back);
      return;
    }
    this.closeActiveTab();
    const results = this.tabContentEl.createDiv("vertical-tab-content setting-search-results");
    const found = this.settingTabs.flatMap((tab) => searchable(tab, tab.settingItems)).filter(({ text }) => text.includes(wanted));
    if (found.length === 0) results.createDiv({ cls: "setting-list-empty", text: "No settings found." });
    for (const { tab, name, desc } of found) {
      const row = results.createDiv({ cls: "setting-item mod-clickable", attr: { role: "button", tabindex: 0 } });
      const info = row.createDiv("setting-item-info");
      info.createDiv({ cls: "setting-item-name", text: name });
      info.createDiv({ cls: "setting-item-description", text: `${tab.name}${desc ? ` · ${desc}` : ""}` });
      row.addEventListener("click", () => {
        this.searchField.setValue("");
        this.openTab(tab);
      });
    }
  }
}
