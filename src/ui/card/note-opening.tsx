import type { NoteCard, NoteChoiceCard, NotePassage } from "../../concepts/card";
import type { Words } from "../../language/language";
import { Formula } from "../formula";
import { ConceptLink } from "./concept-link";
import { InlineText } from "./inline-text";

/** How the vault's own note begins, and why the link does not lead there yet. */
export function NoteOpening({ card, words }: { card: NoteCard; words: Words["card"] }) {
  return (
    <>
      {card.passages.length === 0 && <p class="reglab-card-where">{words.emptyNote}</p>}
      <Passages passages={card.passages} />
      <div class="reglab-card-source">
        <div>{words.fromNote(card.path)}</div>
        <div>{words.otherSpelling(card.linktext)}</div>
      </div>
    </>
  );
}

export interface NoteChoicesProps {
  readonly card: NoteChoiceCard;
  readonly words: Words["card"];
  readonly repairTo: ((path: string) => void) | undefined;
}

/** Notes of one name: each leads to its note, and can take the link. */
export function NoteChoices({ card, words, repairTo }: NoteChoicesProps) {
  return (
    <>
      <p>{words.whichNote(card.title)}</p>
      {card.choices.map(({ path, title, passages }) => (
        <div key={path} class="reglab-card-choice">
          <ConceptLink target={path} text={title} />
          <div class="reglab-card-where">{path}</div>
          <Passages passages={passages} />
          {repairTo !== undefined && <button type="button" class="reglab-card-take" onClick={() => repairTo(path)}>{words.repairTo}</button>}
        </div>
      ))}
    </>
  );
}

function Passages({ passages }: { passages: readonly NotePassage[] }) {
  return (
    <>
      {passages.map((passage, index) =>
        passage.kind === "words" ? (
          <p key={index}><InlineText parts={passage.parts} /></p>
        ) : (
          <div key={index} class="reglab-card-formula"><Formula tex={passage.tex} display /></div>
        ))}
    </>
  );
}
