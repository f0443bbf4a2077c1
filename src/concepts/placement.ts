/** A box in pixels of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface CardPlacing {
  /** The link: the line of it that the pointer is on. */
  readonly anchor: Box;
  /** The card's natural size. */
  readonly card: { readonly width: number; readonly height: number };
  readonly viewport: { readonly width: number; readonly height: number };
  /** Between link and card, and between card and the viewport's edge where there is room. */
  readonly gap: number;
  /** The card that the link stands in: the new card goes to its right or left where there is room. */
  readonly parent?: Box;
}

export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
  readonly side: "below" | "above" | "right" | "left";
}

/**
 * Where a card goes: below its link, above where it does not fit below but does above, else on the side with more room and scrolled;
 * a card from a card beside its parent. It never covers the link and never leaves the viewport, however small that is.
 */
export function placeCard(placing: CardPlacing): Placement {
  return placeBeside(placing) ?? placeInColumn(placing);
}

function placeInColumn({ anchor, card, viewport, gap }: CardPlacing): Placement {
  const top = Math.min(Math.max(anchor.top, 0), viewport.height);
  const bottom = Math.min(Math.max(anchor.top + anchor.height, 0), viewport.height);
  const below = Math.max(0, viewport.height - bottom - 2 * gap);
  const above = Math.max(0, top - 2 * gap);
  const left = within(anchor.left, card.width, viewport.width, gap);
  if (card.height <= below || below >= above) return { left, top: bottom + gap, maxHeight: below, side: "below" };
  return { left, top: top - gap - Math.min(card.height, above), maxHeight: above, side: "above" };
}

function placeBeside({ anchor, card, viewport, gap, parent }: CardPlacing): Placement | null {
  if (parent === undefined) return null;
  const right = Math.max(parent.left + parent.width + gap, gap);
  const left = Math.min(parent.left, viewport.width) - gap - card.width;
  const fitsRight = right + card.width + gap <= viewport.width;
  if (!fitsRight && left < gap) return null;
  const maxHeight = Math.max(0, viewport.height - 2 * gap);
  const top = within(anchor.top, Math.min(card.height, maxHeight), viewport.height, gap);
  return { left: fitsRight ? right : left, top, maxHeight, side: fitsRight ? "right" : "left" };
}

/** A start between the edges, as close to the wanted one as the length allows; at the first edge where it does not fit at all. */
function within(wanted: number, length: number, available: number, gap: number): number {
  return Math.max(Math.min(wanted, available - length - gap), Math.min(gap, Math.max(0, available - length)));
}
