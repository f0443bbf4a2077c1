import { HoverPopover } from "../host/hover-popover";
import type { Kind, Left } from "../host/census/ledger";
import { sectionInfo, type SectionInfoMode } from "../views/render/section-info";
import { census } from "./counted";
import { openNote } from "./note-mode";
import type { Mode } from "./parameters";
import type { Sandbox } from "./sandbox";
import type { Language } from "./words";

/** Code that a test driver evaluates comes from no file. Its own listeners come and go whenever it likes. */
const evaluated = /\(<anonymous>:\d+:\d+\)$/;

/** What is alive and was made by the page. Listeners on nodes outside the document are left out: how many there are depends on when the browser last collected its garbage. */
function left(): Left[] {
  return census?.left().filter(({ kind, stack: [maker = ""] }) => kind !== "detachedListeners" && !evaluated.test(maker)) ?? [];
}

const counted: readonly Kind[] = ["listeners", "timers", "intervals", "frames", "observers", "workers"];

function counts(): Record<string, number> {
  const found = left();
  return census ? Object.fromEntries(counted.map((kind) => [kind, found.filter((one) => one.kind === kind).length])) : {};
}

/** `window.sandbox`: the page by hand, for tests, pictures and the browser's console. */
export function sandboxHook(sandbox: Sandbox, ready: Promise<void>, errors: string[]) {
  const { app, appearance, plugin, preview, printing, secondWindow } = sandbox;
  return {
    app,
    ready,
    errors,
    open: (path: string, mode: Mode = "reading") => openNote(app, path, mode),
    async close(): Promise<void> {
      await Promise.resolve();
      app.workspace.activeLeaf?.detach();
    },
    async run(commandId: string): Promise<boolean> {
      await Promise.resolve();
      return app.commands.executeCommandById(commandId);
    },
    setTheme: (theme: "light" | "dark") => appearance.setTheme(theme),
    setPhone: (on: boolean) => appearance.setPhone(on),
    setLanguage: (language: Language) => appearance.setLanguage(language),
    get sectionInfo(): SectionInfoMode {
      return sectionInfo.mode;
    },
    set sectionInfo(mode: SectionInfoMode) {
      sectionInfo.mode = mode;
    },
    print: (path: string) => printing.draw(path),
    printDone: () => printing.close(),
    popout: (path: string, mode: Mode = "reading") => secondWindow.open(path, mode),
    closePopout: () => secondWindow.close(),
    enablePlugin: () => plugin.enable(),
    disablePlugin: () => plugin.disable(),
    reloadPlugin: () => plugin.reload(),
    get pagePreview(): boolean {
      return preview.enabled;
    },
    set pagePreview(on: boolean) {
      preview.enabled = on;
    },
    /** What is alive; more than popovers and scopes only with `?census`. */
    census: (): Record<string, number> => ({ ...counts(), popovers: HoverPopover.all.size, scopes: app.keymap.depth }),
    /** The same things one by one, with where each was made. */
    left,
  };
}
