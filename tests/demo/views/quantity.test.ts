// @vitest-environment jsdom
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
