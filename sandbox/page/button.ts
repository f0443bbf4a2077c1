import { addIcon, setIcon } from "../host/icons";
import { setTooltip } from "../host/tooltip";

addIcon("sandbox-files", '<path d="M12 27h76M12 50h76M12 73h76" fill="none" stroke="currentColor" stroke-width="7" stroke-linecap="round"/>');

interface IconButton {
  icon: string;
  run: (event: MouseEvent) => unknown;
  cls?: string;
}

/** A button with a drawing; its name is set by `nameButton`, so that it can follow the language. */
export function iconButton(parent: HTMLElement, { icon, run, cls = "" }: IconButton): HTMLButtonElement {
  const button = parent.createEl("button", { cls: `clickable-icon ${cls}`.trim(), type: "button" });
  setIcon(button, icon);
  button.addEventListener("click", run);
  return button;
}

export function nameButton(button: HTMLElement, name: string): void {
  setTooltip(button, name, { placement: "bottom" });
}
