import { parseYaml } from "obsidian";
import { mountFigure } from "../demo/mount";
import type { CardActions } from "../ui/card/card-props";
import { jobHost } from "./job-host";
import { languageIn, type Lab } from "./lab";

/** Draws the small figures of library cards. */
export function cardFigure(lab: Lab): NonNullable<CardActions["drawFigure"]> {
  return (el, text) => {
    const unmount = mountFigure(el, { text, readYaml: (yaml) => parseYaml(yaml) as unknown, language: languageIn(lab), host: jobHost });
    return unmount ?? (() => undefined);
  };
}
