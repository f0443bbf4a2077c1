import type { BlockState, Mark } from "./block-state";

/** Shows what is marked on everything of the block that stands for it, until the function returned is called. */
export function showMarks(root: HTMLElement, state: BlockState): () => void {
  const show = (marked: Mark | null) => {
    for (const el of root.querySelectorAll(".is-marked")) el.classList.remove("is-marked");
    root.classList.toggle("has-marked-feature", marked?.kind === "feature");
    root.classList.toggle("has-marked-term", marked?.kind === "term");
    if (marked === null) return;
    const selector = marked.kind === "feature" ? `[data-feature="${CSS.escape(marked.name)}"]` : `[data-term="${marked.term}"]`;
    for (const el of root.querySelectorAll(selector)) el.classList.add("is-marked");
  };
  show(state.get().marked);
  return state.subscribe(({ marked }, before) => {
    if (marked !== before.marked) show(marked);
  });
}
