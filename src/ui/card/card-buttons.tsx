import type { CardProps } from "./card-props";

interface CardButton {
  readonly text: string;
  readonly press: (() => void) | undefined;
  readonly class?: string;
}

/** The buttons below a card, for what its surroundings can do with it. */
export function CardButtons({ card, words, actions }: CardProps) {
  const { back, openNote, repairLink, repairAll, create, insertDemo, pin, close, turnOff } = actions;
  const links = card.kind === "note" ? card.links : 0;
  const buttons: CardButton[] = [
    { text: words.back, press: back },
    { text: words.openNote, press: openNote, class: "mod-cta" },
    { text: words.repairLink, press: repairLink },
    { text: words.repairLinks(links), press: repairAll },
    { text: words.createNote, press: create, class: "mod-cta" },
    { text: words.insertDemo, press: insertDemo },
    { text: words.pin, press: pin },
    { text: words.close, press: close, class: "reglab-card-close" },
    { text: words.turnOff, press: turnOff, class: "reglab-card-quiet" },
  ];
  const usable = buttons.filter(({ press }) => press !== undefined);
  if (usable.length === 0) return null;
  return (
    <div class="reglab-card-actions">
      {usable.map(({ text, press, class: name }) => <button key={text} type="button" class={name} onClick={press}>{text}</button>)}
    </div>
  );
}
