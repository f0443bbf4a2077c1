/** Milliseconds. */
export const hoverDelays = {
  /** Long enough that a pointer crossing a paragraph asks for nothing, short enough to be ready when the dwell is over. */
  prepare: 100,
  /** Obsidian's own page preview waits as long. */
  open: 300,
  /** Time to cross the gap between a link and its card, also on a detour. */
  close: 300,
  /** A pause between words is still typing. */
  afterTyping: 500,
  /** Between two ticks of a wheel; what lies under the pointer when it rests may open. */
  afterScroll: 150,
} as const;

/** A link that the pointer or the focus is on. */
export interface HoverTarget {
  /** Tells two links apart, also two with the same text. */
  readonly key: string;
  readonly linktext: string;
  readonly sourcePath: string;
  /** The level of the card it would open: 0 for a link in a note, one more than its card's for a link in a card. */
  readonly level: number;
}

export type HoverEvent =
  | { readonly type: "link-enter" | "focus-open"; readonly target: HoverTarget }
  | { readonly type: "link-leave" | "card-leave" | "key-escape" | "typing" | "press-outside" | "enable" | "disable" }
  /** Of the note, not of a card. */
  | { readonly type: "scroll" }
  | { readonly type: "card-enter"; readonly level: number }
  | { readonly type: "timer"; readonly token: number }
  | { readonly type: "ready"; readonly token: number; readonly hasCard: boolean }
  /** The link or the card of a level is no longer there. */
  | { readonly type: "gone"; readonly level: number }
  | { readonly type: "configure"; readonly openDelay: number };

export type HoverEffect =
  /** Send `timer` with this token after `ms`. */
  | { readonly type: "schedule"; readonly token: number; readonly ms: number }
  /** Find the card and send `ready` with this token. */
  | { readonly type: "prepare"; readonly token: number; readonly target: HoverTarget }
  /** Show the card that was prepared under this token. */
  | { readonly type: "show"; readonly token: number; readonly level: number; readonly target: HoverTarget }
  | { readonly type: "close"; readonly level: number };

/** A card asked for and not yet shown. */
export interface Pending {
  readonly target: HoverTarget;
  readonly byKeyboard: boolean;
  readonly request: number;
  readonly prepareTimer: number;
  readonly openTimer: number;
  readonly asked: boolean;
  readonly ready: boolean;
  readonly dwelled: boolean;
}

export interface HoverState {
  readonly enabled: boolean;
  readonly openDelay: number;
  /** Open cards by level. */
  readonly open: readonly { readonly target: HoverTarget; readonly byKeyboard: boolean }[];
  readonly at: { readonly kind: "link"; readonly target: HoverTarget } | { readonly kind: "card"; readonly level: number } | null;
  readonly pending: Pending | null;
  /** The level from which cards close when the timer ends. */
  readonly closing: { readonly token: number; readonly level: number } | null;
  /** While typing or scrolling nothing opens. */
  readonly quiet: { readonly token: number; readonly why: "typing" | "scroll" } | null;
  readonly nextToken: number;
}

export function hoverAtRest(openDelay: number = hoverDelays.open): HoverState {
  return { enabled: true, openDelay, open: [], at: null, pending: null, closing: null, quiet: null, nextToken: 1 };
}
