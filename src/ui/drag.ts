import { useRef } from "preact/hooks";

/** What a drag tells: where the pointer is in the coordinates of the SVG's view box. */
export interface Drag {
  /** Called once when the pointer goes down; false refuses the drag. */
  readonly start?: (x: number, y: number) => boolean;
  readonly move: (x: number, y: number) => void;
  readonly end?: () => void;
}

interface Held {
  readonly pointer: number;
  readonly toX: (clientX: number) => number;
  readonly toY: (clientY: number) => number;
}

/** Pointer handlers that live through renders: what is dragged may be drawn anew while it is held. */
export function useDrag(drag: Drag) {
  const latest = useRef(drag);
  latest.current = drag;
  const handlers = useRef<ReturnType<typeof dragHandlers> | null>(null);
  handlers.current ??= dragHandlers({
    start: (x, y) => latest.current.start?.(x, y) ?? true,
    move: (x, y) => latest.current.move(x, y),
    end: () => latest.current.end?.(),
  });
  return handlers.current;
}

/** From the window's coordinates into those of the view box, as the SVG stands now. */
export function viewBoxOf(svg: SVGSVGElement): Pick<Held, "toX" | "toY"> {
  const box = svg.getBoundingClientRect();
  const view = svg.viewBox.baseVal;
  return {
    toX: (clientX) => ((clientX - box.left) * view.width) / (box.width || 1),
    toY: (clientY) => ((clientY - box.top) * view.height) / (box.height || 1),
  };
}

/**
 * Pointer handlers for an element inside an SVG. The pointer is captured, so that a drag may leave the element; the SVG is
 * measured once per drag, because asking again after each write would force a layout per move.
 */
export function dragHandlers(drag: Drag) {
  let held: Held | null = null;
  const letGo = (event: PointerEvent) => {
    if (held?.pointer !== event.pointerId) return;
    held = null;
    drag.end?.();
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || held !== null) return;
      const el = event.currentTarget as SVGElement;
      const svg = el.ownerSVGElement ?? (el as SVGSVGElement);
      const { toX, toY } = viewBoxOf(svg);
      if (drag.start?.(toX(event.clientX), toY(event.clientY)) === false) return;
      event.stopPropagation();
      el.setPointerCapture(event.pointerId);
      held = { pointer: event.pointerId, toX, toY };
      drag.move(toX(event.clientX), toY(event.clientY));
    },
    onPointerMove: (event: PointerEvent) => {
      if (held?.pointer === event.pointerId) drag.move(held.toX(event.clientX), held.toY(event.clientY));
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    // The last word where neither of the two arrives: the element is gone from the page, or the window was left.
    onLostPointerCapture: letGo,
  };
}
