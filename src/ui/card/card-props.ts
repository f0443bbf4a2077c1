import type { ConceptCard } from "../../concepts/card";
import type { Words } from "../../language/language";

/** What a card can ask of its surroundings; an action that is absent has no button. */
export interface CardActions {
  readonly follow: (target: string, event: MouseEvent) => void;
  readonly openNote?: (() => void) | undefined;
  /** Leads the link that the card opened from to its note. */
  readonly repairLink?: (() => void) | undefined;
  /** Leads all links of the note being read that mean the card's note to it. */
  readonly repairAll?: (() => void) | undefined;
  /** Leads the link to one of several notes. */
  readonly repairTo?: ((path: string) => void) | undefined;
  readonly create?: (() => void) | undefined;
  readonly insertDemo?: (() => void) | undefined;
  /** Draws the figure that a block's text describes; the function returned takes it down again. */
  readonly drawFigure?: ((el: HTMLElement, body: string) => () => void) | undefined;
  readonly back?: (() => void) | undefined;
  /** Keeps the card open. */
  readonly pin?: (() => void) | undefined;
  /** Closes a card that is kept open. */
  readonly close?: (() => void) | undefined;
  readonly turnOff?: (() => void) | undefined;
}

export interface CardProps {
  readonly card: ConceptCard;
  readonly words: Words["card"];
  readonly actions: CardActions;
}
