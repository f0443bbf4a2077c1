import { mountCard } from "../ui/card/mount-card";
import type { CardProps } from "../ui/card/card-props";

/** A card that stays until it is closed: by its button, or by Esc while the keyboard is in it. Its title moves it. */
export class PinnedCard {
  private readonly unmount: () => void;

  constructor(private readonly el: HTMLElement, private readonly parts: { readonly props: CardProps; readonly focusAfter: HTMLElement | null; readonly onClose: () => void }) {
    const { props } = parts;
    // It is no step of the hover any more: links in it open cards as those of a note do.
    delete el.dataset["reglabLevel"];
    el.classList.add("is-pinned");
    const hadFocus = el.contains(el.doc.activeElement);
    this.unmount = mountCard(el, { ...props, actions: { ...props.actions, pin: undefined, close: () => this.close() } });
    if (hadFocus) el.querySelector<HTMLElement>(".reglab-card-close")?.focus();
    el.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
    });
    el.addEventListener("pointerdown", (event) => this.hold(event));
  }

  /** False once its window is closed. */
  get isSeen(): boolean {
    return this.el.isConnected && this.el.doc.defaultView?.closed === false;
  }

  close(): void {
    const hadFocus = this.el.contains(this.el.doc.activeElement);
    this.unmount();
    this.el.remove();
    this.parts.onClose();
    if (hadFocus) this.parts.focusAfter?.focus();
  }

  /** Moves the card, inside its window, while the pointer holds its header. */
  private hold(down: PointerEvent): void {
    const header = (down.target as Element | null)?.closest<HTMLElement>(".reglab-card-header");
    if (header == null || down.button !== 0) return;
    down.preventDefault();
    const { left, top } = this.el.getBoundingClientRect();
    const { win } = this.el;
    const move = ({ clientX, clientY }: PointerEvent): void => {
      const x = Math.min(win.innerWidth - this.el.offsetWidth, left + clientX - down.clientX);
      const y = Math.min(win.innerHeight - this.el.offsetHeight, top + clientY - down.clientY);
      this.el.setCssStyles({ left: `${Math.max(0, x)}px`, top: `${Math.max(0, y)}px` });
    };
    const drop = (): void => {
      header.removeEventListener("pointermove", move);
      header.removeEventListener("lostpointercapture", drop);
    };
    header.setPointerCapture(down.pointerId);
    header.addEventListener("pointermove", move);
    header.addEventListener("lostpointercapture", drop);
  }
}
