import { BasesView, BooleanValue, ListValue, NullValue, NumberValue, parseYaml, type BasesAllOptions, type BasesPropertyId, type QueryController, type Value } from "obsidian";
import type { Cell } from "../data/raw-table";
import { fieldsOf, fieldsText, type BlockFields, yamlText } from "../demo/spec/block-fields";
import type { SpecKey } from "../demo/spec/keys";
import { shown } from "../demo/spec/shown";
import { missingRules } from "../demo/spec/values";
import type { BlockHome } from "./block-home";
import type { Blocks } from "./blocks";
import { words, type Lab } from "./lab";
import { aboutNotes, type LoadedData } from "./own-data";
import type { RegularizationBlock } from "./regularization-block";

export const basesViewType = "regularized-regression";

/** What the view keeps in the Base, besides the target, in the form of a block's keys. */
const keptKeys = ["penalties", "lambda", "match", "views", "missing", "lag", "test", "mix", "aim", "features"] as const satisfies readonly SpecKey[];
const listKeys: ReadonlySet<SpecKey> = new Set<SpecKey>(["penalties", "views", "features"]);
const penaltyChoices = ["l1, l2", "l1", "l2", "l1, elastic-net, l2"] as const;
const viewChoices = ["weights, path, error, rows", "weights", "path", "error", "rows", "verdict, table", "stability", "geometry"] as const;
const mostLag = 14;

let views = 0;

/** A Base as data: its rows are the notes, its columns their properties, and a block's views show what L1 and L2 make of them. */
export class RegressionBase extends BasesView {
  readonly type = basesViewType;
  private block: RegularizationBlock | null = null;
  private text = "";
  private readonly el: HTMLElement;
  private readonly key = `base ${(views += 1)}`;

  constructor(controller: QueryController, containerEl: HTMLElement, private readonly blocks: Blocks) {
    super(controller);
    this.el = containerEl.createDiv({ cls: "reglab-base" });
  }

  override onunload(): void {
    this.el.remove();
  }

  onDataUpdated(): void {
    const text = this.blockText();
    if (this.block !== null && text === this.text) {
      this.block.refresh();
      return;
    }
    this.text = text;
    if (this.block !== null) this.removeChild(this.block);
    this.el.empty();
    this.block = this.addChild(this.blocks.createBlock(this.home(this.el.createDiv())));
  }

  private blockText(): string {
    const target = this.config.getAsPropertyId("target");
    const fields: { [K in SpecKey]?: string } = { data: "notes" };
    if (target !== null) fields.target = yamlText(this.config.getDisplayName(target));
    for (const key of keptKeys) {
      const value = this.kept(key);
      if (value !== "") fields[key] = listKeys.has(key) ? `[${value}]` : value;
    }
    return fieldsText({ ...fields, views: fields.views ?? `[${viewChoices[0]}]` });
  }

  private home(el: HTMLElement): BlockHome {
    return {
      el,
      source: this.text,
      sourcePath: this.key,
      ordinal: () => 0,
      data: { key: this.key, source: { load: () => Promise.resolve(this.rows()), concerns: () => false } },
      rewrite: async (change) => {
        await Promise.resolve();
        this.keep(fieldsOf(change(this.text), (yaml) => parseYaml(yaml) as unknown));
        return null;
      },
    };
  }

  /** Writes into the Base what a block would write into its fence. */
  private keep(fields: BlockFields): void {
    const target = this.allProperties.find((id) => yamlText(this.config.getDisplayName(id)) === fields.target);
    if (target !== undefined && target !== this.config.getAsPropertyId("target")) this.config.set("target", target);
    for (const key of keptKeys) {
      const value = fields[key]?.replace(/^\[|\]$/g, "");
      if (value !== undefined && value !== this.kept(key)) this.config.set(key, value !== "" && Number.isFinite(Number(value)) ? Number(value) : value);
    }
  }

  private kept(key: SpecKey): string {
    const value = this.config.get(key);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  }

  private rows(): LoadedData {
    const { data: entries } = this.data;
    if (entries.length === 0) return { ok: false, code: "base-empty", params: { base: shown(this.config.name) } };
    const columns = this.columns().map((id) => ({ name: this.config.getDisplayName(id), cells: entries.map((entry) => cellOf(entry.getValue(id))) }));
    if (columns.length === 0) return { ok: false, code: "no-properties", params: { notes: entries.length } };
    return { ok: true, raw: { name: this.config.name, columns, rows: entries.length, notes: entries.map(({ file }) => file.path) } };
  }

  /** The columns that the Base shows, and the target; where it shows none of the notes' own, all that they have. */
  private columns(): BasesPropertyId[] {
    const isMeasured = (id: BasesPropertyId) => !id.startsWith("file.");
    const shown = this.config.getOrder().filter(isMeasured);
    const all = this.allProperties.filter((id) => isMeasured(id) && !aboutNotes.has(id.replace(/^note\./, "").toLowerCase()));
    const target = this.config.getAsPropertyId("target");
    return [...new Set([...(shown.length > 0 ? shown : all), ...(target === null ? [] : [target])])];
  }
}

/** The cells of lists are read member by member, dates and durations as they are written. */
function cellOf(value: Value | null): Cell {
  if (value === null || value instanceof NullValue) return null;
  if (value instanceof BooleanValue) return value.isTruthy();
  if (value instanceof NumberValue) return Number(value.toString());
  if (value instanceof ListValue) return Array.from({ length: value.length() }, (_, index) => value.get(index).toString());
  return value.toString();
}

/** The view *Regularized regression* of any Base, where Bases are switched on. */
export function addBasesView(lab: Lab, blocks: Blocks): void {
  lab.plugin.registerBasesView(basesViewType, {
    name: words(lab).lab.base,
    icon: "chart-spline",
    factory: (controller, containerEl) => new RegressionBase(controller, containerEl, blocks),
    options: () => optionsOf(lab),
  });
}

function optionsOf(lab: Lab): BasesAllOptions[] {
  const { lab: say, demo } = words(lab);
  const { fields } = say;
  const named = (names: string) => names.split(", ").map((name) => demo.penalties[name as keyof typeof demo.penalties]).join(" · ");
  const choice = (values: readonly string[], nameOf: (value: string) => string) => Object.fromEntries(values.map((value) => [value, nameOf(value)]));
  return [
    { type: "property", key: "target", displayName: fields.target, placeholder: say.placeholders.target, filter: (id: BasesPropertyId) => !id.startsWith("file.") },
    { type: "dropdown", key: "penalties", displayName: fields.penalties, default: penaltyChoices[0], options: choice(penaltyChoices, named) },
    { type: "dropdown", key: "views", displayName: fields.views, default: viewChoices[0], options: choice(viewChoices, (names) => names.replaceAll(", ", " · ")) },
    { type: "dropdown", key: "missing", displayName: fields.missing, default: missingRules[0], options: choice(missingRules, (name) => say.options[name as keyof typeof say.options]) },
    { type: "slider", key: "lag", displayName: fields.lag, default: 0, min: 0, max: mostLag, step: 1 },
  ];
}
