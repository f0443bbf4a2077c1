/**
 * Draws an element's content anew. Who was in it stays: where the same label is, else at the first thing that can be used; where
 * there is none, at the element itself, so that the next key goes on from here.
 */
export function keepFocus<T>(el: HTMLElement, draw: () => T): T {
  const active = el.ownerDocument.activeElement;
  const was = active !== null && el.contains(active) ? active : null;
  const label = was?.getAttribute("aria-label") ?? null;
  const drawn = draw();
  if (was === null) return drawn;
  const same = label === null ? undefined : [...el.querySelectorAll<HTMLElement>("[aria-label]")].find((one) => one.getAttribute("aria-label") === label);
  const next = same ?? el.querySelector<HTMLElement>('button, input, select, [tabindex="0"]');
  if (next === null) {
    el.tabIndex = -1;
    el.addEventListener("blur", () => el.removeAttribute("tabindex"), { once: true });
  }
  (next ?? el).focus({ preventScroll: true });
  return drawn;
}
