import * as autocomplete from "@codemirror/autocomplete";
import * as commands from "@codemirror/commands";
import * as language from "@codemirror/language";
import * as lint from "@codemirror/lint";
import * as search from "@codemirror/search";
import * as state from "@codemirror/state";
import * as view from "@codemirror/view";
import * as lezerCommon from "@lezer/common";
import * as lezerHighlight from "@lezer/highlight";
import * as lezerLr from "@lezer/lr";
import * as obsidian from "../obsidian";
import { type ModuleTable, strictModule } from "./loader";

const exportsOf: Record<string, object> = {
  "obsidian": obsidian,
  "@codemirror/autocomplete": autocomplete,
  "@codemirror/commands": commands,
  "@codemirror/language": language,
  "@codemirror/lint": lint,
  "@codemirror/search": search,
  "@codemirror/state": state,
  "@codemirror/view": view,
  "@lezer/common": lezerCommon,
  "@lezer/highlight": lezerHighlight,
  "@lezer/lr": lezerLr,
};

/** What `require` gives to a plugin: the host's own instances, so that `instanceof` holds, and nothing else. */
export const hostModules: ModuleTable = Object.fromEntries(
  Object.entries(exportsOf).map(([name, exports]) => [name, strictModule(name, exports)]),
);
