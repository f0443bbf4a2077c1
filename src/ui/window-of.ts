/** The window that shows the element now: blocks can stand in pop-out windows and move between them. */
export function windowOf(el: Node): NonNullable<Document["defaultView"]> {
  return el.ownerDocument?.defaultView ?? window;
}
