import { plainText } from "./inline";
import type { Mention } from "./mentions";

/** The mentions that say most about a name, best first: definitions, then whole sentences of a readable length; each sentence once. */
export function rankMentions<T extends Mention>(mentions: readonly T[], limit: number): T[] {
  const seen = new Set<string>();
  return mentions
    .map((mention, order) => ({ mention, order, worth: worthOf(mention) }))
    .sort((one, other) => other.worth - one.worth || one.order - other.order)
    .filter(({ mention }) => {
      const words = plainText(mention.parts).replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
      if (seen.has(words)) return false;
      seen.add(words);
      return true;
    })
    .slice(0, limit)
    .map(({ mention }) => mention);
}

function worthOf(mention: Mention): number {
  const place = mention.parts.findIndex((part) => part.kind === "strong");
  const name = mention.parts[place]?.text ?? "";
  const before = plainText(mention.parts.slice(0, Math.max(place, 0)));
  const after = plainText(mention.parts.slice(place + 1));
  const length = before.length + name.length + after.length;
  const bare = (before + after).replace(/[^\p{L}\p{N}]+/gu, "").length < 4;
  return (
    (isDefinition(before, after) ? 8 : 0) +
    (mention.heading?.includes(name) === true ? 3 : mention.heading === undefined ? 0 : 1) +
    (mention.complete ? 2 : 0) +
    (mention.formulas.length > 0 ? 1 : 0) +
    (length > 250 ? -2 : 0) +
    (bare ? -6 : 0)
  );
}

/** "X is …", "… is called X", "X란 …", "X는 …이다", "…를 X라고 한다": what stands between may be closing marks or a gloss in parentheses. */
function isDefinition(before: string, after: string): boolean {
  const next = after.replace(/^[\s)\]"'”’」]*(?:\([^()]{0,60}\))?[\s)\]"'”’」]*/, "");
  const opens = before.trim().replace(/^(?:the|a|an)$/i, "").length <= 24;
  if (opens && /^(?:is|are|means?|refers? to|denotes?|describes?|stands for)\b/i.test(next)) return true;
  if (opens && /^[:=—–]\s*\S/.test(next) && next.length > 20) return true;
  if (/\b(?:called|known as|termed|named)\s+(?:the\s+|an?\s+)?[("'“‘]*$/i.test(before)) return true;
  if (/^(?:이란|란)\b|^(?:이란|란)\s|^(?:이라고|라고|이라|라)\s*(?:도\s*)?(?:한다|합니다|부른다|부릅니다|불린다|불립니다|정의|말한다|말합니다)/.test(next)) return true;
  return opens && /^(?:은|는)\s/.test(next) && /(?:이다|입니다|이에요|예요|기법|방법|값|것)[.\s"')]*$/.test(next);
}
