export interface TooltipOptions {
  placement?: "bottom" | "right" | "left" | "top";
  classes?: string[];
  gap?: number;
  delay?: number;
}

/** Obsidian keeps the text in `aria-label` and draws it on hover; the page's style sheet may do the same. */
export function setTooltip(el: HTMLElement, tooltip: string, options?: TooltipOptions): void {
  el.setAttribute("aria-label", tooltip);
  if (options?.placement) el.setAttribute("data-tooltip-position", options.placement);
  if (options?.delay !== undefined) el.setAttribute("data-tooltip-delay", String(options.delay));
}

export function displayTooltip(el: HTMLElement, content: string | DocumentFragment, options?: TooltipOptions): void {
  setTooltip(el, typeof content === "string" ? content : (content.textContent ?? ""), options);
}
