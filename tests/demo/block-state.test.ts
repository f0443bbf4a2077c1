import { describe, expect, it, vi } from "vitest";
import { createBlockState } from "../../src/demo/block-state";

describe("the state of a block", () => {
  it("starts with its λ and nothing else chosen", () => {
    expect(createBlockState({ lambda: 0.2 }).get()).toEqual({
      lambda: 0.2, match: "lambda", hidden: [], pair: null, marked: null, optimum: null, points: null, aim: null, guess: null, playing: false, columns: null, choosing: false,
    });
    expect(createBlockState({ lambda: 0, playing: true }).get().playing).toBe(true);
  });

  it("tells its listeners at once what is and what was", () => {
    const state = createBlockState({ lambda: 0.2 });
    const listener = vi.fn();
    state.subscribe(listener);
    state.set({ lambda: 0.5, pair: ["bmi", "s5"] });
    expect(listener).toHaveBeenCalledOnce();
    expect(listener.mock.calls[0]?.[0]).toMatchObject({ lambda: 0.5, pair: ["bmi", "s5"] });
    expect(listener.mock.calls[0]?.[1]).toMatchObject({ lambda: 0.2, pair: null });
    expect(state.get()).toBe(listener.mock.calls[0]?.[0]);
  });

  it("says nothing where nothing is different", () => {
    const state = createBlockState({ lambda: 0.2 });
    const listener = vi.fn();
    state.subscribe(listener);
    const before = state.get();
    state.set({ lambda: 0.2, playing: false });
    state.set({});
    expect(listener).not.toHaveBeenCalled();
    expect(state.get()).toBe(before);
  });

  it("never changes values that it has handed out", () => {
    const state = createBlockState({ lambda: 0.2 });
    const before = state.get();
    state.set({ lambda: 1 });
    expect(before.lambda).toBe(0.2);
  });

  it("a listener may go while the others are told, and hears no more afterwards", () => {
    const state = createBlockState({ lambda: 0 });
    const last = vi.fn();
    const once = vi.fn(() => leave());
    const leave = state.subscribe(once);
    state.subscribe(last);
    state.set({ lambda: 1 });
    state.set({ lambda: 2 });
    expect(once).toHaveBeenCalledOnce();
    expect(last).toHaveBeenCalledTimes(2);
  });

  it("a listener that another one sends away is not told any more, and one that comes in is told next time", () => {
    const state = createBlockState({ lambda: 0 });
    const [gone, late] = [vi.fn(), vi.fn()];
    let leave = () => {};
    state.subscribe(() => leave());
    state.subscribe(({ lambda }) => lambda === 1 && state.subscribe(late));
    leave = state.subscribe(gone);
    state.set({ lambda: 1 });
    expect([gone.mock.calls.length, late.mock.calls.length]).toEqual([0, 0]);
    state.set({ lambda: 2 });
    expect(late).toHaveBeenCalledOnce();
  });

  it("a listener that changes it again is heard by all, who end with the newest values", () => {
    const state = createBlockState({ lambda: 0 });
    const seen: number[] = [];
    state.subscribe(({ lambda }) => lambda > 1 && state.set({ lambda: 1 }));
    state.subscribe(({ lambda }) => seen.push(lambda));
    state.set({ lambda: 5 });
    expect(state.get().lambda).toBe(1);
    expect(seen.at(-1)).toBe(1);
  });
});
