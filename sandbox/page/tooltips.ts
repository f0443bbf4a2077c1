const waitMs = 500;
const gap = 6;
const named = ".clickable-icon[aria-label], button[aria-label], [data-tooltip-position][aria-label]";

/** Shows what a button is called, as Obsidian does, after the pointer has rested on it. */
export function showTooltips(doc: Document): void {
  const tip = doc.createElement("div");
  tip.className = "sandbox-tooltip";
  let timer: number | null = null;
  let over: Element | null = null;

  const hide = () => {
    if (timer !== null) window.clearTimeout(timer);
    timer = over = null;
    tip.remove();
  };
  const show = (el: Element) => {
    if (!el.isConnected) return;
    tip.textContent = el.getAttribute("aria-label");
    doc.body.append(tip);
    const box = el.getBoundingClientRect();
    const view = doc.documentElement;
    const below = box.bottom + gap;
    const top = below + tip.offsetHeight > view.clientHeight ? box.top - gap - tip.offsetHeight : below;
    const left = box.left + (box.width - tip.offsetWidth) / 2;
    tip.style.top = `${String(top)}px`;
    tip.style.left = `${String(Math.max(gap, Math.min(left, view.clientWidth - tip.offsetWidth - gap)))}px`;
  };

  doc.addEventListener("mouseover", (event) => {
    const el = (event.target as Element | null)?.closest(named) ?? null;
    if (el === over) return;
    hide();
    over = el;
    if (el !== null) timer = window.setTimeout(() => show(el), waitMs);
  });
  for (const kind of ["mousedown", "keydown", "wheel"]) doc.addEventListener(kind, hide, { capture: true, passive: true });
}
