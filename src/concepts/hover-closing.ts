import { hoverDelays, type HoverEffect, type HoverState } from "./hover-state";

/** One step in the making. */
export interface Step {
  state: HoverState;
  readonly effects: HoverEffect[];
}

/** Closes a level and all above it, top first. */
export function closeFrom(step: Step, level: number): void {
  for (let top = step.state.open.length - 1; top >= level; top -= 1) step.effects.push({ type: "close", level: top });
  const { open, pending, closing } = step.state;
  if (open.length <= level) return;
  step.state = {
    ...step.state,
    open: open.slice(0, level),
    pending: pending !== null && pending.target.level > level ? null : pending,
    closing: closing !== null && closing.level >= level ? null : closing,
  };
}

/** After the grace time, closes what the pointer has left; what it is on, and what the keyboard opened, stays. */
export function closeLater(step: Step): void {
  const level = Math.max(levelsUnderPointer(step.state), levelsByKeyboard(step.state));
  if (step.state.open.length <= level) return cancelClosing(step);
  if (step.state.closing?.level === level) return;
  const token = step.state.nextToken;
  step.state = { ...step.state, closing: { token, level }, nextToken: token + 1 };
  step.effects.push({ type: "schedule", token, ms: hoverDelays.close });
}

export function cancelClosing(step: Step): void {
  step.state = { ...step.state, closing: null };
}

/** How many cards the place of the pointer holds open: a link holds its own card and those below it. */
function levelsUnderPointer({ at, open }: HoverState): number {
  if (at === null) return 0;
  if (at.kind === "card") return at.level + 1;
  return open[at.target.level]?.target.key === at.target.key ? at.target.level + 1 : at.target.level;
}

function levelsByKeyboard({ open }: HoverState): number {
  return open.reduce((levels, card, level) => (card.byKeyboard ? level + 1 : levels), 0);
}
