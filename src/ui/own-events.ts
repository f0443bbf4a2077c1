/** Keys that a control uses itself; with a modifier they belong to the app. */
function ownsKey(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== "Escape" && event.key !== "Tab";
}

function stop(event: Event): void {
  event.stopPropagation();
}

/** Props for a whole block: what is pressed or typed in it is not the editor's around it. */
export const ownPresses = {
  onMouseDown: stop,
  onClick: stop,
  onDblClick: stop,
  onKeyDown: (event: KeyboardEvent) => {
    if (ownsKey(event)) event.stopPropagation();
  },
};

/**
 * Props for everything that is operated: the phone's side panels must not take the swipe either. Defaults are never prevented here: sliders and boxes need them.
 */
export const ownEvents = {
  ...ownPresses,
  "data-ignore-swipe": "true",
  onTouchStart: stop,
};
