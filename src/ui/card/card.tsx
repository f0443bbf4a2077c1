import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ConceptCard } from "../../concepts/card";
import type { Words } from "../../language/language";
import { Formula } from "../formula";
import { CardButtons } from "./card-buttons";
import type { CardActions, CardProps } from "./card-props";
import { ConceptLink, FollowLink } from "./concept-link";
import { InlineText } from "./inline-text";
import { NoteChoices, NoteOpening } from "./note-opening";

export function Card({ card, words, actions }: CardProps) {
  return (
    <FollowLink.Provider value={actions.follow}>
      <div class="reglab-card-body" tabIndex={-1}>
        <div class="reglab-card-header">
          <span class="reglab-card-title" role="heading" aria-level={2}>{card.title}</span>
          {card.kind === "concept" && card.otherTitle !== undefined && <span class="reglab-card-other">{card.otherTitle}</span>}
        </div>
        <Content card={card} words={words} actions={actions} />
      </div>
      <CardButtons card={card} words={words} actions={actions} />
    </FollowLink.Provider>
  );
}

function Content({ card, words, actions }: CardProps) {
  switch (card.kind) {
    case "note":
      return <NoteOpening card={card} words={words} />;
    case "notes":
      return <NoteChoices card={card} words={words} repairTo={actions.repairTo} />;
    case "concept":
      return <Concept card={card} words={words} drawFigure={actions.drawFigure} />;
    case "ambiguous":
      return <Choices card={card} words={words} />;
    case "mentions":
      return <Mentions card={card} words={words} />;
  }
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <div class="reglab-card-heading" role="heading" aria-level={3}>{title}</div>
      {children}
    </section>
  );
}

function Concept({ card, words, drawFigure }: { card: ConceptCard & { kind: "concept" }; words: Words["card"]; drawFigure: CardActions["drawFigure"] }) {
  return (
    <>
      <p><InlineText parts={card.definition} /></p>
      {card.formula !== undefined && <div class="reglab-card-formula"><Formula tex={card.formula} display /></div>}
      {card.figure !== undefined && drawFigure !== undefined && <Figure body={card.figure} draw={drawFigure} />}
      {card.points.length > 0 && (
        <Section title={words.keyPoints}>
          <ul>{card.points.map((point, index) => <li key={index}><InlineText parts={point} /></li>)}</ul>
        </Section>
      )}
      {card.contrasts.length > 0 && (
        <Section title={words.contrasts}>
          <ul>{card.contrasts.map((contrast, index) => <li key={index}><InlineText parts={contrast} /></li>)}</ul>
        </Section>
      )}
      {card.related.length > 0 && (
        <Section title={words.related}>
          <div class="reglab-card-links">
            {card.related.map(({ target, title }) => <ConceptLink key={target} target={target} text={title} />)}
          </div>
        </Section>
      )}
      <div class="reglab-card-source">
        {card.source !== undefined && <div>{words.source}: {card.source}</div>}
        <div>{words.fromLibrary}</div>
      </div>
    </>
  );
}

function Figure({ body, draw }: { body: string; draw: NonNullable<CardActions["drawFigure"]> }) {
  const place = useRef<HTMLDivElement>(null);
  // Before the card is measured and placed.
  useLayoutEffect(() => (place.current === null ? undefined : draw(place.current, body)), [body]);
  return <div ref={place} class="reglab-card-figure" />;
}

function Choices({ card, words }: { card: ConceptCard & { kind: "ambiguous" }; words: Words["card"] }) {
  return (
    <>
      <p>{words.ambiguous(card.title)}</p>
      {card.choices.map(({ id, title, definition }) => (
        <div key={id} class="reglab-card-choice">
          <ConceptLink target={id} text={title} />
          <p><InlineText parts={definition} /></p>
        </div>
      ))}
    </>
  );
}

function Mentions({ card, words }: { card: ConceptCard & { kind: "mentions" }; words: Words["card"] }) {
  return (
    <>
      {card.mentions.map(({ path, noteTitle, heading, line, parts, formulas }) => (
        <div key={`${path}:${line}`} class="reglab-card-mention">
          <p><InlineText parts={parts} /></p>
          {formulas.map((formula, index) => <div key={index} class="reglab-card-formula"><Formula tex={formula} display /></div>)}
          <div class="reglab-card-where">
            <ConceptLink target={path} text={noteTitle} />
            {heading !== undefined && ` ${words.under(heading)}`}
          </div>
        </div>
      ))}
      {card.linkedWith.length > 0 && (
        <Section title={words.linkedWith}>
          <div class="reglab-card-links">{card.linkedWith.map((name) => <ConceptLink key={name} target={name} text={name} />)}</div>
        </Section>
      )}
      <div class="reglab-card-source">
        <div>{words.fromNotes} · {words.wantedBy(card.wantedBy)}</div>
      </div>
    </>
  );
}

