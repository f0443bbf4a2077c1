import type { SettingDefinitionList } from "obsidian";
import { setIcon } from "../icons";
import type { Setting } from "./setting";
import type { SettingGroup } from "./setting-group";

function reorderable(rows: readonly Setting[], onReorder: (oldIndex: number, newIndex: number) => void): void {
  let dragged = -1;
  rows.forEach((row, index) => {
    const handle = row.settingEl.createDiv({ cls: "setting-item-drag-handle", prepend: true });
    handle.setAttrs({ draggable: "true", tabindex: 0, "aria-label": "Drag to reorder" });
    setIcon(handle, "more-vertical");
    handle.addEventListener("dragstart", () => (dragged = index));
    handle.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
      if (step !== 0 && rows[index + step]) onReorder(index, index + step);
    });
    row.settingEl.addEventListener("dragover", (event) => event.preventDefault());
    row.settingEl.addEventListener("drop", (event) => {
      event.preventDefault();
      if (dragged >= 0 && dragged !== index) onReorder(dragged, index);
    });
  });
}

/** What a list has over a group: adding, deleting and reordering its entries. */
export function addListAffordances(group: SettingGroup, list: SettingDefinitionList, rows: readonly Setting[], mobile: boolean): void {
  const { emptyState, onReorder, onDelete, addItem } = list;
  if (rows.length === 0 && emptyState !== undefined) group.listEl.createDiv("setting-list-empty").setText(emptyState);
  if (onReorder) reorderable(rows, onReorder);
  if (onDelete) {
    rows.forEach((row, index) => {
      row.addExtraButton((button) => button.setIcon("trash-2").setTooltip("Delete").onClick(() => onDelete(index)));
      row.settingEl.addEventListener("keydown", (event) => {
        if ((event.key === "Delete" || event.key === "Backspace") && event.target === row.settingEl) onDelete(index);
      });
      row.settingEl.tabIndex = 0;
    });
  }
  if (!addItem) return;
  if (mobile) {
    const row = group.listEl.createDiv({ cls: "setting-item mod-clickable", text: `+ ${addItem.name}` });
    row.setAttrs({ role: "button", tabindex: 0 });
    row.addEventListener("click", () => addItem.action(row));
  } else {
    group.addExtraButton((button) => {
      button.setIcon("plus").setTooltip(addItem.name).onClick(() => addItem.action(button.extraSettingsEl));
    });
  }
}
