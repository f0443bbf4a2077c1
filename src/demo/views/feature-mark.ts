import type { BlockState } from "../block-state";

/** Props for an element that stands for a feature: pointing at it or focusing it marks the feature in all views. */
export function featureMark(state: BlockState, name: string, print: boolean) {
  if (print) return { "data-feature": name };
  const mark = () => state.set({ marked: { kind: "feature", name } });
  const unmark = () => state.set({ marked: null });
  return { "data-feature": name, onPointerEnter: mark, onPointerLeave: unmark, onFocus: mark, onBlur: unmark };
}
