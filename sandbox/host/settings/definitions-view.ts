import type {
  SettingDefinition,
  SettingDefinitionGroup,
  SettingDefinitionItem,
  SettingDefinitionList,
  SettingDefinitionPage,
  SettingGroupItem,
} from "obsidian";
import { Platform } from "../platform";
import { renderControl } from "./definition-control";
import { addListAffordances } from "./list-affordances";
import { Setting } from "./setting";
import { SettingGroup } from "./setting-group";
import type { SettingPage } from "./setting-page";
import type { SettingTab } from "./setting-tab";

type Group = SettingDefinitionGroup | SettingDefinitionList;

export const asked = (flag: boolean | (() => boolean) | undefined, otherwise: boolean): boolean =>
  typeof flag === "function" ? flag() : (flag ?? otherwise);

const isGroup = (item: SettingDefinitionItem): item is Group => "type" in item && item.type !== "page";
const isPage = (item: SettingDefinitionItem): item is SettingDefinitionPage => "type" in item && item.type === "page";

/** Draws the definitions of a tab, one page of them at a time. */
export class DefinitionsView {
  /** Names of the pages that lead to the one shown. */
  trail: string[] = [];
  private refreshers: (() => void)[] = [];
  private cleanups: (() => void)[] = [];
  private queries = new Map<string, string>();
  private root: SettingDefinitionItem[] = [];

  constructor(private readonly tab: SettingTab, private readonly containerEl: HTMLElement) {}

  render(root: SettingDefinitionItem[], trail: readonly string[]): void {
    this.clear();
    this.root = root;
    const wanted = [...trail];
    this.trail = [];
    let items: SettingDefinitionItem[] = root;
    let page: SettingDefinitionPage | undefined;
    for (const name of wanted) {
      const next = this.pagesOf(items).find((candidate) => candidate.name === name);
      if (!next) break;
      page = next;
      this.trail.push(name);
      items = next.items ?? [];
    }
    if (page) this.titlebar(page.name);
    if (page?.page) this.custom(page.page());
    else this.items(items);
    this.refresh();
  }

  /** Asks every `visible` and `disabled` again, in place. */
  refresh(): void {
    for (const refresher of this.refreshers) refresher();
  }

  dispose(): void {
    this.clear();
  }

  private clear(): void {
    for (const cleanup of this.cleanups) cleanup();
    this.cleanups = [];
    this.refreshers = [];
    this.containerEl.empty();
  }

  private go(trail: string[]): void {
    this.render(this.root, trail);
  }

  private pagesOf(items: readonly SettingDefinitionItem[]): SettingDefinitionPage[] {
    return items.flatMap((item) => (isPage(item) ? [item] : isGroup(item) ? (item.items ?? []).filter(isPage) : []));
  }

  private titlebar(title: string): void {
    const bar = new Setting(this.containerEl).setHeading().setName(title);
    bar.setClass("setting-page-titlebar");
    bar.addExtraButton((button) => button.setIcon("chevron-left").setTooltip("Back").onClick(() => this.go(this.trail.slice(0, -1))));
  }

  private custom(page: SettingPage | import("obsidian").SettingPage): void {
    this.containerEl.append(page.rootEl);
    page.display();
    this.cleanups.push(() => page.hide());
  }

  /** Rows between groups stand in a group without a heading. */
  private items(items: readonly SettingDefinitionItem[]): void {
    let loose: SettingGroup | null = null;
    items.forEach((item, index) => {
      if (isGroup(item)) {
        loose = null;
        this.group(item);
      } else {
        loose ??= new SettingGroup(this.containerEl);
        this.row(item, loose, index);
      }
    });
  }

  private group(definition: Group): void {
    const group = new SettingGroup(this.containerEl);
    if (definition.type === "list") group.addClass("mod-list");
    if (definition.cls) group.addClass(...definition.cls.split(" "));
    if (definition.heading !== undefined) group.setHeading(definition.heading);
    const rows = (definition.items ?? []).map((item, index) => ({ item, setting: this.row(item, group, index) }));
    if (definition.search) this.groupSearch(group, definition, rows);
    for (const use of definition.extraButtons ?? []) group.addExtraButton(use as never);
    if (definition.type === "list") {
      addListAffordances(group, definition as SettingDefinitionList, rows.map(({ setting }) => setting), Platform.isMobile);
    }
    this.refreshers.push(() => group.groupEl.toggle(asked(definition.visible, true)));
  }

  private groupSearch(group: SettingGroup, definition: Group, rows: { item: SettingGroupItem; setting: Setting }[]): void {
    const search = definition.search;
    if (!search) return;
    const key = [...this.trail, definition.heading ?? ""].join("/");
    const apply = () => {
      const query = this.queries.get(key) ?? "";
      for (const { item, setting } of rows) {
        if ("type" in item) continue;
        const shown = query === "" || !asked(item.searchable, true) || search.match(item, query);
        setting.settingEl.toggleClass("is-filtered-out", !shown);
        setting.settingEl.toggle(shown && asked(item.visible, true));
      }
    };
    group.addSearch((field) => {
      field.setPlaceholder(search.placeholder ?? "").setValue(this.queries.get(key) ?? "");
      field.onChange((query) => {
        this.queries.set(key, query);
        apply();
      });
    });
    this.refreshers.push(apply);
  }

  private row(item: SettingGroupItem, group: SettingGroup, index: number): Setting {
    const setting = new Setting(group.listEl).setName(item.name);
    // A fragment empties when it is put somewhere, and a definition is drawn again.
    if (typeof item.desc === "string") setting.setDesc(item.desc);
    else if (item.desc) setting.setDesc(item.desc.cloneNode(true) as DocumentFragment);
    this.refreshers.push(() => setting.settingEl.toggle(asked(item.visible, true)));
    if ("type" in item) this.pageEntry(item, setting);
    else this.content(item, setting, group, index);
    return setting;
  }

  private pageEntry(page: SettingDefinitionPage, setting: Setting): void {
    setting.setClass("mod-navigable");
    setting.addDisplayValue((display) => {
      display.setValue(typeof page.displayValue === "function" ? page.displayValue() : (page.displayValue ?? null));
      display.setStatus((typeof page.status === "function" ? page.status() : page.status) ?? null);
    });
    this.clickable(setting, () => this.go([...this.trail, page.name]));
  }

  private content(item: SettingDefinition, setting: Setting, group: SettingGroup, index: number): void {
    if (item.control) {
      const { control } = item;
      renderControl(setting, this.tab, control);
      this.refreshers.push(() => setting.setDisabled(asked(control.disabled, false)));
    } else if (item.render) {
      const cleanup = item.render(setting as never, group as never);
      if (cleanup) this.cleanups.push(cleanup);
    } else if (item.action) {
      const { action, disabled } = item;
      this.clickable(setting, () => asked(disabled, false) || action(setting.settingEl, index));
      this.refreshers.push(() => setting.setDisabled(asked(disabled, false)));
    }
  }

  private clickable(setting: Setting, run: () => unknown): void {
    setting.setClass("mod-clickable");
    setting.settingEl.setAttrs({ role: "button", tabindex: 0 });
    setting.settingEl.addEventListener("click", run);
    setting.settingEl.addEventListener("keydown", (event) => {
      if (event.target !== setting.settingEl || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      run();
    });
  }
}
