import { h, render } from "preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import { dragHandlers, useDrag, type Drag } from "../../src/ui/drag";

const namespace = "http://www.w3.org/2000/svg";

/** An SVG of 400 × 200 units shown at half its size, 10 to the right and 20 down, with a mark inside. */
function drawn() {
  const svg = document.createElementNS(namespace, "svg");
  const mark = document.createElementNS(namespace, "g");
  svg.append(mark);
  document.body.append(svg);
  const measure = vi.fn(() => ({ left: 10, top: 20, width: 200, height: 100 }) as DOMRect);
  svg.getBoundingClientRect = measure;
  Object.defineProperty(svg, "viewBox", { value: { baseVal: { x: 0, y: 0, width: 400, height: 200 } } });
  const capture = vi.fn();
  mark.setPointerCapture = capture;
  return { svg, mark, measure, capture };
}

function fire(el: Element, type: string, { x = 0, y = 0, pointerId = 1, button = 0 } = {}) {
  const event = new MouseEvent(type, { clientX: x, clientY: y, button, bubbles: true, cancelable: true });
  // The page of these tests knows no pointer events of its own.
  el.dispatchEvent(Object.assign(event, { pointerId }));
}

function listen(el: Element, handlers: ReturnType<typeof dragHandlers>) {
  for (const [name, handler] of Object.entries(handlers)) el.addEventListener(name.slice(2).toLowerCase(), handler as (event: Event) => void);
}

function dragged(drag: Partial<Drag> = {}) {
  const parts = drawn();
  const spies = { move: vi.fn(), end: vi.fn() };
  listen(parts.mark, dragHandlers({ ...spies, ...drag }));
  return { ...parts, ...spies };
}

afterEach(() => document.body.replaceChildren());

describe("a drag", () => {
  it("tells where the pointer is in the units of the view box, from the first touch on", () => {
    const { mark, move, capture } = dragged();
    fire(mark, "pointerdown", { x: 10, y: 20, pointerId: 7 });
    fire(mark, "pointermove", { x: 110, y: 70, pointerId: 7 });
    fire(mark, "pointermove", { x: 260, y: 170, pointerId: 7 });
    expect(move.mock.calls).toEqual([[0, 0], [200, 100], [500, 300]]);
    expect(capture).toHaveBeenCalledWith(7);
  });

  it("measures once, however often it moves", () => {
    const { mark, measure } = dragged();
    fire(mark, "pointerdown");
    for (let i = 0; i < 20; i += 1) fire(mark, "pointermove", { x: i });
    expect(measure).toHaveBeenCalledOnce();
  });

  it.each(["pointerup", "pointercancel", "lostpointercapture"])("ends with %s, once, and what moves afterwards is no drag", (type) => {
    const { mark, move, end } = dragged();
    fire(mark, "pointermove", { x: 5 });
    fire(mark, "pointerdown");
    fire(mark, type);
    fire(mark, "lostpointercapture");
    fire(mark, "pointermove", { x: 50 });
    expect(move).toHaveBeenCalledOnce();
    expect(end).toHaveBeenCalledOnce();
  });

  it("belongs to one finger: a second one neither moves nor ends it", () => {
    const { mark, move, end } = dragged();
    fire(mark, "pointerdown", { pointerId: 1 });
    fire(mark, "pointerdown", { pointerId: 2 });
    fire(mark, "pointermove", { pointerId: 2, x: 90 });
    fire(mark, "pointerup", { pointerId: 2 });
    expect(move).toHaveBeenCalledOnce();
    expect(end).not.toHaveBeenCalled();
    fire(mark, "pointermove", { pointerId: 1, x: 90 });
    expect(move).toHaveBeenCalledTimes(2);
  });

  it("does not start with another button, and not where it is refused; then the press goes on to others", () => {
    const outside = vi.fn();
    document.body.addEventListener("pointerdown", outside);
    const other = dragged();
    fire(other.mark, "pointerdown", { button: 2 });
    expect(other.move).not.toHaveBeenCalled();
    const refused = dragged({ start: () => false });
    fire(refused.mark, "pointerdown");
    fire(refused.mark, "pointermove", { x: 9 });
    expect(refused.move).not.toHaveBeenCalled();
    expect(refused.capture).not.toHaveBeenCalled();
    expect(outside).toHaveBeenCalledTimes(2);
    fire(dragged().mark, "pointerdown");
    expect(outside).toHaveBeenCalledTimes(2);
    document.body.removeEventListener("pointerdown", outside);
  });
});

describe("a drag in a component", () => {
  it("goes on through renders with the same handlers, told to what was rendered last", () => {
    const { mark } = drawn();
    const place = document.createElement("div");
    const seen: string[] = [];
    const given: ReturnType<typeof dragHandlers>[] = [];
    const Grip = ({ name }: { name: string }) => {
      given.push(useDrag({ move: (x) => seen.push(`${name} ${x}`), end: () => seen.push(`${name} ends`) }));
      return null;
    };
    render(h(Grip, { name: "first" }), place);
    listen(mark, given[0] as (typeof given)[0]);
    fire(mark, "pointerdown", { x: 10 });
    render(h(Grip, { name: "second" }), place);
    fire(mark, "pointermove", { x: 20 });
    fire(mark, "lostpointercapture");
    fire(mark, "pointermove", { x: 30 });
    expect(seen).toEqual(["first 0", "second 20", "second ends"]);
    expect(given[1]).toBe(given[0]);
  });
});
