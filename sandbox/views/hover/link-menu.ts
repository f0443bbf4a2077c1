import type { App } from "../../host/app";
import { Menu } from "../../host/menu";
import { getLinkpath } from "../../host/metadata/linktext";

/** The menu of a link. Only a resolved one tells plugins (`file-menu`); an unresolved one gets the item that creates the note. */
export function showLinkMenu(app: App, event: MouseEvent, linktext: string, sourcePath: string): void {
  const menu = Menu.forEvent(event);
  const file = app.metadataCache.getFirstLinkpathDest(getLinkpath(linktext), sourcePath);
  const open = (newLeaf: boolean) => void app.workspace.openLinkText(linktext, sourcePath, newLeaf);
  if (!file) {
    menu.addItem((item) => item.setTitle("Create this file").setIcon("file-plus").onClick(() => open(false)));
    return;
  }
  menu.addItem((item) => item.setTitle("Open link").setIcon("file-text").onClick(() => open(false)));
  menu.addItem((item) => item.setTitle("Open in new tab").setIcon("plus").onClick(() => open(true)));
  app.workspace.trigger("file-menu", menu, file, "link-context-menu", app.workspace.activeLeaf);
}
