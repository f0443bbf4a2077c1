import { render } from "preact";
import { Card } from "./card";
import type { CardProps } from "./card-props";

/** Draws a card into an element, whole and at once; the function returned takes it down again. */
export function mountCard(el: HTMLElement, props: CardProps): () => void {
  el.classList.add("reglab", "reglab-card");
  render(<Card {...props} />, el);
  return () => render(null, el);
}
