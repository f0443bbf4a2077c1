import { calmClass } from "../ui/wants-calm";
import { inEveryWindow } from "./every-window";
import type { Lab } from "./lab";

const fixedColours = "reglab-fixed-colours";

/** Marks every window with what the settings ask of colours and motion. */
export function followAppearance(lab: Lab): void {
  const { plugin, app } = lab;
  const documents = new Set<Document>();
  const mark = ({ body }: Document): void => {
    body.classList.toggle(fixedColours, lab.settings.palette === "fixed");
    body.classList.toggle(calmClass, lab.settings.motion === "calm");
  };
  inEveryWindow(lab, (doc) => {
    documents.add(doc);
    mark(doc);
  });
  plugin.registerEvent(app.workspace.on("window-close", (_, win) => void documents.delete(win.document)));
  lab.onChange(plugin, () => documents.forEach(mark));
  plugin.register(() => documents.forEach(({ body }) => body.classList.remove(fixedColours, calmClass)));
}
