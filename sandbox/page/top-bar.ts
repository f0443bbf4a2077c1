import { setIcon } from "../host/icons";
import { ToggleComponent } from "../host/settings/choice-components";
import { iconButton, nameButton } from "./button";
import type { PageCommands } from "./page-commands";
import { attempt, changeLanguage, type Sandbox } from "./sandbox";
import { isLanguage, word, type Words } from "./words";

/** The bar of the sandbox itself: what Obsidian has elsewhere, and what only a sandbox has. */
export function drawTopBar(el: HTMLElement, sandbox: Sandbox, commands: PageCommands): void {
  const { app, appearance, plugin, preview } = sandbox;
  const updates: (() => void)[] = [];
  const button = (icon: string, key: keyof Words, run: () => unknown) => {
    const made = iconButton(el, { icon, run });
    const name = made.createSpan("button-name");
    updates.push(() => {
      nameButton(made, word(key));
      name.setText(word(key));
    });
    return made;
  };
  const toggle = (key: keyof Words, isOn: () => boolean, set: (on: boolean) => unknown) => {
    const label = el.createEl("label", "switch");
    const control = new ToggleComponent(label);
    const name = label.createSpan("switch-name");
    control.onChange((on) => {
      if (on !== isOn()) set(on);
    });
    updates.push(() => {
      name.setText(word(key));
      control.toggleEl.find("input")?.setAttribute("aria-label", word(key));
      control.setValue(isOn());
    });
    // The label hands a click on to the field, and the toggle listens to both.
    name.addEventListener("click", (event) => {
      event.preventDefault();
      control.onClick();
    });
  };

  const name = el.createDiv("sandbox-name");
  const title = name.createSpan();
  name.createSpan({ cls: "sandbox-vault", text: ` · ${app.vault.getName()}` });
  updates.push(() => title.setText(word("sandbox")));
  el.createDiv("side-dock-actions");
  button("search", "palette", commands.palette);
  button("sliders-horizontal", "settings", commands.settings);
  el.createDiv("sandbox-separator");
  const theme = button("moon", "toDark", commands.theme);
  updates.push(() => {
    const next = appearance.theme === "dark" ? ("toLight" as const) : ("toDark" as const);
    theme.querySelector("svg")?.remove();
    const icon = createSpan();
    setIcon(icon, next === "toLight" ? "sun" : "moon");
    theme.prepend(...Array.from(icon.childNodes));
    nameButton(theme, word(next));
    theme.find(".button-name")?.setText(word(next));
  });
  const phone = button("smartphone", "phone", () => appearance.setPhone(!appearance.phone));
  updates.push(() => phone.setAttribute("aria-pressed", String(appearance.phone)));
  button("app-window", "popout", commands.popout);
  button("printer", "print", commands.print);
  const language = el.createEl("select", "dropdown");
  language.createEl("option", { value: "en", text: "English" });
  language.createEl("option", { value: "ko", text: "한국어" });
  language.addEventListener("change", () => {
    const chosen = language.value;
    if (isLanguage(chosen)) void attempt(() => changeLanguage(sandbox, chosen));
  });
  updates.push(() => {
    language.value = appearance.language;
    language.setAttribute("aria-label", word("language"));
  });
  el.createDiv("sandbox-separator");
  toggle("pagePreview", () => preview.enabled, (on) => (preview.enabled = on));
  toggle("plugin", () => plugin.on, (on) => void attempt(() => (on ? plugin.enable() : plugin.disable())));

  const update = () => {
    for (const one of updates) one();
  };
  appearance.onChange(update);
  plugin.onChange(update);
  update();
}
