import { afterEach, describe, expect, it, vi } from "vitest";
import { ownEvents } from "../../src/ui/own-events";
import { roveFocus } from "../../src/ui/roving-focus";
import { sliderKey } from "../../src/ui/slider-keys";

const modifiers = [{ ctrlKey: true }, { metaKey: true }, { altKey: true }];
const keyDown = (key: string, init: KeyboardEventInit = {}) => new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });

afterEach(() => document.body.replaceChildren());

describe("the keys of a slider", () => {
  it("are the ones that a native slider has", () => {
    const moves = ["ArrowRight", "ArrowUp", "PageUp", "ArrowLeft", "ArrowDown", "PageDown"].map((key) => {
      const asked = sliderKey(keyDown(key));
      return asked !== null && "by" in asked ? asked.by : NaN;
    });
    const [right, up, pageUp, left, down, pageDown] = moves as [number, number, number, number, number, number];
    expect(right).toBeGreaterThan(0);
    expect([up, left, down]).toEqual([right, -right, -right]);
    expect(pageUp).toBeGreaterThan(right);
    expect(pageDown).toBe(-pageUp);
    expect(sliderKey(keyDown("Home"))).toEqual({ to: "start" });
    expect(sliderKey(keyDown("End"))).toEqual({ to: "end" });
  });

  it("are none with a modifier of the app, and no other ones", () => {
    for (const modifier of modifiers) expect(sliderKey(keyDown("ArrowRight", modifier))).toBeNull();
    for (const key of ["Tab", "Enter", " ", "a", "Escape"]) expect(sliderKey(keyDown(key))).toBeNull();
    expect(sliderKey(keyDown("ArrowRight", { shiftKey: true }))).not.toBeNull();
  });
});

describe("what a control keeps from the editor around it", () => {
  /** Does an event at a control reach its surroundings, and does it still do what it does? */
  const outcome = (event: Event) => {
    const box = document.createElement("input");
    const outer = document.createElement("div");
    outer.append(box);
    document.body.append(outer);
    for (const [name, handler] of Object.entries(ownEvents)) {
      if (typeof handler === "function") box.addEventListener(name.slice(2).toLowerCase(), handler as (event: Event) => void);
    }
    const heard = vi.fn();
    outer.addEventListener(event.type, heard);
    box.dispatchEvent(event);
    return { heard: heard.mock.calls.length > 0, prevented: event.defaultPrevented };
  };

  it("is every click, touch and plain key, without preventing what it does", () => {
    for (const type of ["mousedown", "click", "dblclick", "touchstart"]) {
      expect(outcome(new Event(type, { bubbles: true, cancelable: true }))).toEqual({ heard: false, prevented: false });
    }
    for (const key of ["ArrowRight", "Home", "7", "Backspace", "Enter", " "]) expect(outcome(keyDown(key))).toEqual({ heard: false, prevented: false });
  });

  it("is neither Tab nor Escape nor a key with a modifier: they are the app's", () => {
    for (const key of ["Tab", "Escape"]) expect(outcome(keyDown(key)).heard).toBe(true);
    for (const modifier of modifiers) expect(outcome(keyDown("s", modifier)).heard).toBe(true);
  });

  it("is the swipe of the phone's side panels", () => {
    expect(ownEvents["data-ignore-swipe"]).toBe("true");
  });
});

describe("the focus in a row of marks", () => {
  /** Four marks and a button in a plot; the first mark has the tab stop. */
  function row() {
    const plot = document.createElement("div");
    plot.innerHTML = "<i tabindex=0></i><i tabindex=-1></i><button></button><i tabindex=-1></i><i tabindex=-1></i>";
    document.body.append(plot);
    plot.addEventListener("keydown", (event) => roveFocus(event, "i"));
    const marks = [...plot.querySelectorAll("i")];
    marks[0]?.focus();
    const press = (key: string, init?: KeyboardEventInit) => {
      const event = keyDown(key, init);
      document.activeElement?.dispatchEvent(event);
      return event.defaultPrevented;
    };
    return { plot, press, at: () => marks.indexOf(document.activeElement as HTMLElement), stops: () => marks.map((mark) => mark.tabIndex) };
  }

  it("moves with the arrows and halts at both ends", () => {
    const { press, at } = row();
    const walked = ["ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowUp"].map((key) => (press(key), at()));
    expect(walked).toEqual([1, 2, 3, 3, 2, 1, 0, 0]);
  });

  it("jumps to the ends with Home and End", () => {
    const { press, at } = row();
    press("End");
    expect(at()).toBe(3);
    press("Home");
    expect(at()).toBe(0);
  });

  it("leaves exactly one tab stop, where it is", () => {
    const { press, stops } = row();
    for (const [key, expected] of [["ArrowRight", [-1, 0, -1, -1]], ["End", [-1, -1, -1, 0]], ["End", [-1, -1, -1, 0]]] as const) {
      press(key);
      expect(stops()).toEqual(expected);
    }
  });

  it("keeps only the keys that it uses", () => {
    const { press, at, plot } = row();
    for (const key of ["Tab", "Enter", "a"]) expect(press(key)).toBe(false);
    for (const modifier of modifiers) expect(press("ArrowRight", modifier)).toBe(false);
    expect(at()).toBe(0);
    expect(press("ArrowRight")).toBe(true);
    plot.querySelector("button")?.focus();
    expect(press("ArrowRight")).toBe(false);
  });
});
