import type { TFile } from "obsidian";
import type { NoteCard } from "../concepts/card";
import { linkKey } from "../concepts/note-names";
import type { NoteLink } from "../concepts/note-links";
import type { CardActions } from "../ui/card/card-props";
import { announceRepair } from "./announce-repair";
import type { LinkPlace } from "./card-finder";
import type { Lab } from "./lab";
import { repairFiles, saveOpenNotes, type FileRepair } from "./repair-files";
import type { VaultNames } from "./vault-names";

type RepairActions = Pick<CardActions, "repairLink" | "repairAll" | "repairTo">;

/** What a card of the vault's own notes can do for the link that it opened from. */
export function repairActions(lab: Lab, names: VaultNames, { link, close }: { link: LinkPlace; close: () => void }) {
  const { vault } = lab.app;
  const source = vault.getFileByPath(link.sourcePath);
  const run = async (targetOf: FileRepair["targetOf"]): Promise<void> => {
    close();
    if (source === null) return;
    await saveOpenNotes(lab.app);
    announceRepair(lab, await repairFiles(lab.app, [{ file: source, seen: source.stat.mtime, targetOf }]));
  };
  const means = (file: TFile) => ({ linktext }: NoteLink): TFile | null => {
    const [only, ...others] = names.notesMeant(linktext, link.sourcePath);
    return only === file && others.length === 0 ? file : null;
  };

  return {
    /** One link can be told from others only where its line is known, or where it is the only one. */
    toNote(card: NoteCard): RepairActions {
      const file = vault.getFileByPath(card.path);
      if (source === null || file === null) return {};
      const all = (): void => void run(means(file));
      if (card.links === 1) return { repairLink: all };
      const { line } = link;
      return {
        repairLink: line === undefined ? undefined : () => void run((found, text) => (isAt(found, text, link) ? file : null)),
        repairAll: card.links > 1 ? all : undefined,
      };
    },
    /** All links of the note with this name: a name means one thing in one note. */
    toChosen(): RepairActions {
      if (source === null) return {};
      const key = linkKey(link.linktext);
      return {
        repairTo: (path) => {
          const file = vault.getFileByPath(path);
          if (file !== null) void run(({ linktext }) => (linkKey(linktext) === key ? file : null));
        },
      };
    },
  };
}

function isAt({ from, linktext }: NoteLink, text: string, place: LinkPlace): boolean {
  if (linktext !== place.linktext) return false;
  const lineStart = text.lastIndexOf("\n", from - 1) + 1;
  const line = text.slice(0, lineStart).split("\n").length - 1;
  return line === place.line && (place.column === undefined || place.column === from - lineStart);
}
