import { render } from "preact";
import { Card, type CardProps } from "./card";

/** Draws a card into an element, whole and at once; the function returned takes it down again. */
export function mountCard(el: HTMLElement, props: CardProps): () => void {
  el.classList.add("reglab", "reglab-card");
  render(<Card {...props} />, el);
  return () => render(null, el);
}
