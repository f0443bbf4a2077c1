import { h, render } from "preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Quantity } from "../../../src/demo/views/quantity";

describe("the box of a quantity", () => {
  afterEach(() => render(null, document.body));

  function shown(onChange: (value: number) => void = vi.fn()) {
    const draw = (value: number) => render(h(Quantity, { label: "L1", symbol: "λ", value, min: 0.01, max: 10, onChange }), document.body);
    draw(0.5);
    const box = document.querySelector<HTMLInputElement>(".reglab-number") as HTMLInputElement;
    const type = (text: string, event?: Event) => {
      box.value = text;
      if (event !== undefined) box.dispatchEvent(event);
    };
    return { box, draw, type };
  }
  const enter = () => new KeyboardEvent("keydown", { key: "Enter", bubbles: true });

  it("keeps what is being typed while the view is drawn anew, and shows a value that is new", () => {
    const { box, draw, type } = shown();
    type("0.0");
    draw(0.5);
    expect(box.value).toBe("0.0");
    draw(2);
    expect(box.value).toBe("2");
  });

  it("shows what was made of the number that was typed, also where that is the value it had", () => {
    const onChange = vi.fn();
    const { box, draw, type } = shown(onChange);
    type("0,5001", enter());
    draw(0.5);
    expect([onChange.mock.calls, box.value]).toEqual([[[0.5001]], "0.5"]);
  });

  it("writes its value back after what is no number", () => {
    const { box, type } = shown();
    type("many", enter());
    expect(box.value).toBe("0.5");
  });
});

describe("the slider of a quantity", () => {
  afterEach(() => render(null, document.body));

  function shown() {
    const onChange = vi.fn<(value: number) => void>();
    const draw = (value: number) => render(h(Quantity, { label: "L1", symbol: "λ", value, min: 0.01, max: 10, onChange }), document.body);
    draw(0);
    const slider = document.querySelector<HTMLInputElement>("input[type=range]") as HTMLInputElement;
    /** Moves it as a pointer does, and draws what comes of that. */
    const move = (position: number) => {
      slider.value = String(position);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      const value = onChange.mock.lastCall![0];
      draw(value);
      return value;
    };
    /** Whether the key was taken from the browser, and what came of it. */
    const press = (key: string) => {
      onChange.mockClear();
      const left = slider.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      const value = onChange.mock.lastCall?.[0];
      if (value !== undefined) draw(value);
      return { taken: !left, value };
    };
    return { slider, draw, move, press };
  }

  it("gives another number at every step behind the gap, with at most three digits, and stays at that step", () => {
    const { slider, move } = shown();
    const values = Array.from({ length: Number(slider.max) }, (_, i) => {
      const value = move(i + 1);
      expect(value).toBe(Number(value.toPrecision(3)));
      if (value > 0.01) expect(slider.value).toBe(String(i + 1));
      return value;
    }).filter((value) => value > 0.01);
    expect(new Set(values).size).toBe(values.length);
    expect(values.length).toBeGreaterThan(300);
    expect(values.at(-1)).toBe(10);
  });

  it("comes over the gap between 0 and the smallest number by one key, in both directions", () => {
    const { slider, press } = shown();
    expect(press("ArrowLeft")).toEqual({ taken: false, value: undefined });
    expect(press("ArrowRight")).toEqual({ taken: true, value: 0.01 });
    expect(press("ArrowUp")).toEqual({ taken: false, value: undefined });
    expect(press("ArrowDown")).toEqual({ taken: true, value: 0 });
    expect(slider.value).toBe("0");
    expect(press("PageUp")).toEqual({ taken: true, value: 0.01 });
    expect(press("PageDown")).toEqual({ taken: true, value: 0 });
  });

  it("leaves all other keys and places to the browser", () => {
    const { draw, press } = shown();
    for (const key of ["Home", "End", "Tab", "a"]) expect(press(key)).toEqual({ taken: false, value: undefined });
    draw(0.5);
    for (const key of ["ArrowLeft", "ArrowRight", "PageDown", "PageUp"]) expect(press(key)).toEqual({ taken: false, value: undefined });
  });
});
