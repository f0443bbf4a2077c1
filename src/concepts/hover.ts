import { cancelClosing, closeFrom, closeLater, type Step } from "./hover-closing";
import { hoverDelays, type HoverEffect, type HoverEvent, type HoverState, type HoverTarget, type Pending } from "./hover-state";

export * from "./hover-state";

/**
 * The one-hover contract as a pure step: what an event does to the state, and what the surroundings must do about it. Timers and answers
 * carry tokens; one that is no longer waited for changes nothing. Levels count cards that opened from cards, the root card is 0.
 */
export function hover(state: HoverState, event: HoverEvent): { state: HoverState; effects: readonly HoverEffect[] } {
  const step: Step = { state, effects: [] };
  take(step, event);
  return step;
}

function take(step: Step, event: HoverEvent): void {
  const { state } = step;
  switch (event.type) {
    case "link-enter":
      return enterLink(step, event.target);
    case "link-leave":
      if (state.at?.kind !== "link") return;
      return moveTo(step, state.at.target.level > 0 ? { kind: "card", level: state.at.target.level - 1 } : null);
    case "card-enter":
      return moveTo(step, { kind: "card", level: event.level });
    case "card-leave":
      return moveTo(step, null);
    case "timer":
      return runTimer(step, event.token);
    case "ready":
      return takeAnswer(step, event.token, event.hasCard);
    case "focus-open":
      if (!state.enabled) return;
      return open(step, { target: event.target, dwelled: true, byKeyboard: true });
    case "key-escape":
      return escape(step);
    case "gone":
      return closeFrom(step, event.level);
    case "press-outside":
      return reset(step);
    case "typing":
      reset(step);
      return beQuiet(step, "typing", hoverDelays.afterTyping);
    case "scroll":
      reset(step);
      return beQuiet(step, "scroll", hoverDelays.afterScroll);
    case "configure":
      step.state = { ...state, openDelay: event.openDelay };
      return;
    case "enable":
      step.state = { ...state, enabled: true };
      return;
    case "disable":
      reset(step);
      step.state = { ...step.state, enabled: false, quiet: null };
  }
}

function enterLink(step: Step, target: HoverTarget): void {
  const { state } = step;
  if (!state.enabled || state.quiet?.why === "typing") return;
  step.state = { ...state, at: { kind: "link", target } };
  if (state.quiet !== null) return;
  beginAt(step, target);
}

/** The pointer rests on a link: keep its card, or open it, at once where another card of its level was open. */
function beginAt(step: Step, target: HoverTarget): void {
  const shown = step.state.open[target.level];
  if (shown?.target.key === target.key) {
    step.state = { ...step.state, pending: keyboardOnly(step.state.pending) };
    return closeLater(step);
  }
  if (step.state.pending?.target.key === target.key) return;
  cancelClosing(step);
  const fromCard = shown !== undefined && !shown.byKeyboard;
  if (fromCard) closeFrom(step, target.level);
  open(step, { target, dwelled: fromCard, byKeyboard: false });
}

function open(step: Step, { target, dwelled, byKeyboard }: Pick<Pending, "target" | "dwelled" | "byKeyboard">): void {
  const token = step.state.nextToken;
  const pending: Pending = { target, byKeyboard, dwelled, request: token, prepareTimer: token + 1, openTimer: token + 2, asked: dwelled, ready: false };
  step.state = { ...step.state, pending, nextToken: token + 3 };
  if (dwelled) {
    step.effects.push({ type: "prepare", token, target });
    return;
  }
  step.effects.push({ type: "schedule", token: pending.prepareTimer, ms: Math.min(hoverDelays.prepare, step.state.openDelay) });
  step.effects.push({ type: "schedule", token: pending.openTimer, ms: step.state.openDelay });
}

function moveTo(step: Step, at: HoverState["at"]): void {
  step.state = { ...step.state, at, pending: keyboardOnly(step.state.pending) };
  closeLater(step);
}

/** A card asked for by keyboard does not depend on where the pointer is. */
function keyboardOnly(pending: Pending | null): Pending | null {
  return pending?.byKeyboard === true ? pending : null;
}

function runTimer(step: Step, token: number): void {
  const { pending, closing, quiet } = step.state;
  if (token === closing?.token) {
    step.state = { ...step.state, closing: null };
    return closeFrom(step, closing.level);
  }
  if (token === quiet?.token) {
    step.state = { ...step.state, quiet: null };
    if (step.state.at?.kind === "link") beginAt(step, step.state.at.target);
    return;
  }
  if (pending === null || (token !== pending.prepareTimer && token !== pending.openTimer)) return;
  if (!pending.asked) step.effects.push({ type: "prepare", token: pending.request, target: pending.target });
  step.state = { ...step.state, pending: { ...pending, asked: true, dwelled: pending.dwelled || token === pending.openTimer } };
  showIfReady(step);
}

function takeAnswer(step: Step, token: number, hasCard: boolean): void {
  const { pending } = step.state;
  if (pending?.request !== token) return;
  step.state = { ...step.state, pending: hasCard ? { ...pending, ready: true } : null };
  showIfReady(step);
}

function showIfReady(step: Step): void {
  const { pending } = step.state;
  if (pending === null || !pending.ready || !pending.dwelled) return;
  const { target, byKeyboard, request } = pending;
  step.state = { ...step.state, pending: null };
  closeFrom(step, target.level);
  // A card whose parent has closed meanwhile has nowhere to stand.
  if (step.state.open.length < target.level) return;
  step.state = { ...step.state, open: [...step.state.open, { target, byKeyboard }] };
  step.effects.push({ type: "show", token: request, level: target.level, target });
}

/** Closes the top card only; the pointer counts as resting on the one below, which stays until it is left. */
function escape(step: Step): void {
  const top = step.state.open.length - 1;
  step.state = { ...step.state, pending: null };
  if (top < 0) return;
  cancelClosing(step);
  closeFrom(step, top);
  step.state = { ...step.state, at: top > 0 ? { kind: "card", level: top - 1 } : null };
}

function reset(step: Step): void {
  cancelClosing(step);
  step.state = { ...step.state, pending: null, at: null };
  closeFrom(step, 0);
}

function beQuiet(step: Step, why: "typing" | "scroll", ms: number): void {
  if (!step.state.enabled) return;
  const token = step.state.nextToken;
  step.state = { ...step.state, quiet: { token, why }, nextToken: token + 1 };
  step.effects.push({ type: "schedule", token, ms });
}
