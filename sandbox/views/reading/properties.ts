import type { App } from "../../host/app";
import { getFrontMatterInfo } from "../../host/metadata/front-matter";
import { splitWikilink } from "../../host/metadata/linktext";
import { parseYaml } from "../../host/metadata/yaml";
import { isUnresolved } from "../render/unresolved";

function valueText(value: unknown): string {
  return value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}

function drawValue(el: HTMLElement, value: unknown, app: App, sourcePath: string): void {
  const text = valueText(value);
  const inside = /^\s*\[\[([^[\]\n]+)\]\]\s*$/.exec(text)?.[1];
  if (inside === undefined) {
    el.setText(text);
    return;
  }
  const { link, displayText } = splitWikilink(inside);
  const unresolved = isUnresolved(app, link, sourcePath) ? " is-unresolved" : "";
  el.createEl("a", { cls: `internal-link${unresolved}`, text: displayText, href: link, attr: { "data-href": link } });
}

/** The front matter as a small list of names and values, to look at. */
export function drawProperties(el: HTMLElement, app: App, yaml: string, sourcePath: string): void {
  let properties: unknown;
  try {
    properties = parseYaml(getFrontMatterInfo(`${yaml}\n`).frontmatter);
  } catch {
    properties = null;
  }
  if (properties === null || typeof properties !== "object" || Array.isArray(properties)) return;
  const box = el.createDiv("metadata-container");
  box.createDiv({ cls: "metadata-properties-title", text: "Properties" });
  for (const [name, value] of Object.entries(properties)) {
    const row = box.createDiv({ cls: "metadata-property", attr: { "data-property-key": name } });
    row.createDiv({ cls: "metadata-property-key", text: name });
    const values = row.createDiv("metadata-property-value");
    const list = Array.isArray(value);
    for (const one of list ? (value as unknown[]) : [value]) {
      drawValue(values.createDiv(list ? "multi-select-pill" : "metadata-value"), one, app, sourcePath);
    }
  }
}
