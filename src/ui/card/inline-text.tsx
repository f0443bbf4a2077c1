import type { InlinePart } from "../../concepts/inline";
import { Formula } from "../formula";
import { ConceptLink } from "./concept-link";

/** A run of inline Markdown as elements; nothing in it is ever read as HTML. */
export function InlineText({ parts }: { parts: readonly InlinePart[] }) {
  return <>{parts.map((part, index) => <Inline key={index} part={part} />)}</>;
}

function Inline({ part }: { part: InlinePart }) {
  switch (part.kind) {
    case "strong":
      return <strong>{part.text}</strong>;
    case "emphasis":
      return <em>{part.text}</em>;
    case "code":
      return <code>{part.text}</code>;
    case "math":
      return <Formula tex={part.text} />;
    case "link":
      return <ConceptLink target={part.target} text={part.text} />;
    case "text":
      return <>{part.text}</>;
  }
}
