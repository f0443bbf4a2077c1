/** What `require("obsidian")` gives to a plugin in the sandbox. */
export { App } from "./host/app";
export { BasesView, QueryController } from "./host/bases/query";
export { BooleanValue, ListValue, NullValue, NumberValue, StringValue, Value } from "./host/bases/values";
export { getLanguage } from "./host/app-language";
export { Component } from "./host/component";
export { ConfirmationButton, ConfirmationModal } from "./host/confirmation-modal";
export { debounce } from "./host/debounce";
export { Events } from "./host/events";
export { FileManager } from "./host/file-manager";
export { FuzzySuggestModal } from "./host/fuzzy-suggest-modal";
export { HoverPopover, PopoverState } from "./host/hover-popover";
export { sanitizeHTMLToDom } from "./host/html";
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from "./host/icons";
export { Keymap, Scope } from "./host/keymap";
export { Menu, MenuItem, MenuSeparator } from "./host/menu";
export { MetadataCache } from "./host/metadata-cache";
export { getAllTags, iterateCacheRefs, iterateRefs, resolveSubpath } from "./host/metadata/cache-refs";
export {
  getFrontMatterInfo,
  parseFrontMatterAliases,
  parseFrontMatterEntry,
  parseFrontMatterStringArray,
  parseFrontMatterTags,
} from "./host/metadata/front-matter";
export { getLinkpath, parseLinktext, stripHeading, stripHeadingForLink } from "./host/metadata/linktext";
export { parseYaml, stringifyYaml } from "./host/metadata/yaml";
export { Modal } from "./host/modal";
export { default as moment } from "moment";
export { request, requestUrl } from "./host/network";
export { Notice } from "./host/notice";
export { normalizePath } from "./host/paths";
export { Platform } from "./host/platform";
export { Plugin } from "./host/plugin";
export { AbstractInputSuggest } from "./host/abstract-input-suggest";
export { PopoverSuggest } from "./host/popover-suggest";
export { prepareFuzzySearch, prepareSimpleSearch, renderMatches, renderResults, sortSearchResults } from "./host/search/search";
export { BaseComponent, ValueComponent } from "./host/settings/base-components";
export { ButtonComponent, ExtraButtonComponent } from "./host/settings/button-components";
export { DropdownComponent, ToggleComponent } from "./host/settings/choice-components";
export { ColorComponent, DisplayValueComponent, ProgressBarComponent, SliderComponent } from "./host/settings/number-components";
export { Setting } from "./host/settings/setting";
export { SettingGroup } from "./host/settings/setting-group";
export { SettingPage } from "./host/settings/setting-page";
export { PluginSettingTab, SettingTab } from "./host/settings/setting-tab";
export { AbstractTextComponent, SearchComponent, TextAreaComponent, TextComponent } from "./host/settings/text-components";
export { SuggestModal } from "./host/suggest-modal";
export { Tasks } from "./host/tasks";
export { displayTooltip, setTooltip } from "./host/tooltip";
export { TAbstractFile, TFile, TFolder, Vault } from "./host/vault";
export { apiVersion, requireApiVersion } from "./host/version";
export { MarkdownPreviewView } from "./views/reading/preview-view";
export { MarkdownRenderChild } from "./views/render/markdown-child";
export { MarkdownRenderer } from "./views/render/markdown-renderer";
export { finishRenderMath, loadMathJax, renderMath } from "./views/render/math";
export { Editor } from "./views/editor/editor";
export { EditorSuggest } from "./views/editor/editor-suggest";
export { editorEditorField, editorInfoField, editorInfoField as editorViewField, editorLivePreviewField, livePreviewState } from "./views/editor/fields";
export { EditableFileView, FileView } from "./views/file-view";
export { WorkspaceLeaf } from "./views/leaf";
export { MarkdownView } from "./views/markdown-view";
export { TextFileView } from "./views/text-file-view";
export { ItemView, View } from "./views/view";
export { Workspace } from "./views/workspace";
export { WorkspaceWindow } from "./views/workspace/popout-window";
export { WorkspaceTabs } from "./views/workspace/tabs";
