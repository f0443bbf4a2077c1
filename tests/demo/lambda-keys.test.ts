import { describe, expect, it, vi } from "vitest";
import { createBlockState } from "../../src/demo/block-state";
import { lambdaKeys } from "../../src/demo/lambda-keys";
import type { Scene } from "../../src/demo/scene";
import { modelOf } from "./model-of";

function started(text: string, direction?: 1 | -1) {
  const model = modelOf(text);
  const state = createBlockState({ lambda: model.lambdaRange.initial, playing: true });
  const onKey = lambdaKeys({ state, model } as Scene, direction);
  const press = (key: string) => {
    const event = { key, ctrlKey: false, metaKey: false, altKey: false, preventDefault: vi.fn(), stopPropagation: vi.fn() };
    onKey(event as unknown as KeyboardEvent);
    return event.preventDefault.mock.calls.length > 0;
  };
  return { state, press, range: model.lambdaRange, lambda: () => state.get().lambda };
}

describe("arrow keys on a plot", () => {
  it("move λ up and down, to three digits, and end the playing", () => {
    const { press, lambda, state } = started("lambda: 0.2");
    expect(press("ArrowRight")).toBe(true);
    expect(lambda()).toBeGreaterThan(0.2);
    expect(lambda()).toBe(Number(lambda().toPrecision(3)));
    expect(state.get().playing).toBe(false);
    press("ArrowLeft");
    expect(lambda()).toBeCloseTo(0.2, 2);
  });

  it("go to 0 and to the largest λ with Home and End", () => {
    const { press, lambda, range } = started("");
    press("End");
    expect(lambda()).toBe(range.max);
    press("Home");
    expect(lambda()).toBe(0);
  });

  it("turn round where larger means a smaller λ: the size of a ball", () => {
    const { press, lambda, range } = started("lambda: 0.2", -1);
    press("ArrowUp");
    expect(lambda()).toBeLessThan(0.2);
    press("Home");
    expect(lambda()).toBe(range.max);
    press("End");
    expect(lambda()).toBe(0);
  });

  it("leave other keys to others", () => {
    const { press, lambda } = started("lambda: 0.2");
    for (const key of ["a", "Enter", "Tab", "Escape"]) expect(press(key)).toBe(false);
    expect(lambda()).toBe(0.2);
  });

  it.each(["0.2", "0.00123567", "0.000123456", "1e-9", "7.65432", "1234.567"])("reach 0 and the largest λ from λ = %s", (asked) => {
    const { press, lambda, range } = started(`lambda: ${asked}`);
    for (const [key, end] of [["ArrowRight", range.max], ["ArrowLeft", 0], ["ArrowRight", range.max]] as const) {
      for (let i = 0; i < 60; i += 1) press(key);
      expect(lambda()).toBe(end);
    }
    expect(range.max).toBeGreaterThanOrEqual(Number(asked));
  });
});
