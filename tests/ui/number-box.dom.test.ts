import { createRef, h, render } from "preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import { NumberBox, readNumber } from "../../src/ui/number-box";

describe("a number as it is typed", () => {
  it.each([["0.2", 0.2], [" 1 ", 1], ["0,5", 0.5], [".5", 0.5], ["1e-3", 0.001], ["0", 0], ["007", 7], ["12.", 12]])("%j is understood", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(["", "  ", "abc", "-1", "−1", "1,2,3", "1 2", "0.2x", "NaN", "Infinity", "1e999", "0x10", "0b11"])("%j is no λ", (text) => {
    expect(readNumber(text)).toBeNull();
  });
});

describe("a box for λ", () => {
  afterEach(() => document.body.replaceChildren());

  function shown() {
    const input = createRef<HTMLInputElement>();
    const [onChange, onRefuse] = [vi.fn(), vi.fn()];
    render(h(NumberBox, { label: "λ as a number", input, onChange, onRefuse }), document.body);
    const box = input.current as HTMLInputElement;
    const type = (text: string, event: Event) => {
      box.value = text;
      box.dispatchEvent(event);
    };
    return { box, type, onChange, onRefuse };
  }

  it("is read when it is left and when Enter is pressed", () => {
    const { box, type, onChange } = shown();
    type("0,3", new Event("change", { bubbles: true }));
    type("0.4", new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    type("0.5", new KeyboardEvent("keydown", { key: "5", bubbles: true }));
    expect(onChange.mock.calls).toEqual([[0.3], [0.4]]);
    expect(box.getAttribute("aria-label")).toBe("λ as a number");
  });

  it("refuses what is no number, so that the value can be written back", () => {
    const { type, onChange, onRefuse } = shown();
    type("many", new Event("change", { bubbles: true }));
    expect(onChange).not.toHaveBeenCalled();
    expect(onRefuse).toHaveBeenCalledOnce();
  });
});
