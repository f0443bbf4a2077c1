import { describe, expect, it, vi } from "vitest";
import { createBlockState } from "../../src/demo/block-state";
import { createFrames, type Frame } from "../../src/demo/frames";
import { fitOf, modelOf } from "./model-of";

/** A window whose next frame and whose time come when the test says so. */
function handWindow() {
  const frames = new Map<number, () => void>();
  const timers = new Map<number, () => void>();
  let ids = 0;
  const take = (waiting: Map<number, () => void>) => {
    const due = [...waiting.values()];
    waiting.clear();
    for (const run of due) run();
  };
  const win = {
    requestAnimationFrame: (run: () => void) => (frames.set((ids += 1), run), ids),
    cancelAnimationFrame: (id: number) => frames.delete(id),
    setTimeout: (run: () => void) => (timers.set((ids += 1), run), ids),
    clearTimeout: (id: number) => timers.delete(id),
  };
  return { win, frames, timers, nextFrame: () => take(frames), rest: () => take(timers) };
}

function started(lambda: number) {
  const model = modelOf("penalties: [l1, l2, elastic-net]\nmix: 0.3");
  const state = createBlockState({ lambda });
  const hand = handWindow();
  const el = { ownerDocument: { defaultView: hand.win } } as unknown as HTMLElement;
  return { model, state, ...hand, frames: createFrames(model, state, el), waiting: hand.frames };
}

describe("the frames of a block", () => {
  it("hold every penalty's weights, count, error and penalty at the state's λ", () => {
    const { model, frames, state } = started(0.2);
    for (const lambda of [0.2, 0.5, 0]) {
      state.set({ lambda });
      const frame = frames.now();
      expect(frame.lambda).toBe(lambda);
      for (const { fit, weights, kept, error, penalty } of frame.solutions) {
        expect(weights).toEqual(fit.weightsAt(lambda));
        expect(kept).toBe(weights.filter((weight) => weight !== 0).length);
        expect(error).toBe(model.trainingError(weights));
        expect(penalty).toBe(fit.penaltyOf(weights));
      }
    }
    state.set({ lambda: 0.2 });
    const [l1] = frames.now().solutions;
    expect(l1?.fit).toBe(fitOf(model, "l1"));
    expect(l1?.kept).toBe(4);
  });

  it("draw once for all moves between two frames, at the last λ", () => {
    const { state, frames, nextFrame } = started(0.2);
    const drawn: number[] = [];
    frames.onDraw(({ lambda }) => drawn.push(lambda));
    for (const lambda of [0.3, 0.4, 0.5]) state.set({ lambda });
    expect(drawn).toEqual([]);
    nextFrame();
    expect(drawn).toEqual([0.5]);
    nextFrame();
    expect(drawn).toEqual([0.5]);
  });

  it("ask for no frame where λ stays as it is", () => {
    const { state, waiting } = started(0.2);
    state.set({ playing: true, marked: { kind: "feature", name: "bmi" } });
    expect(waiting.size).toBe(0);
  });

  it("are the same object each time: moving λ makes no garbage", () => {
    const { state, frames } = started(0.2);
    const [before, weights] = [frames.now(), frames.now().solutions[0]?.weights];
    state.set({ lambda: 0.7 });
    expect(frames.now()).toBe(before);
    expect(frames.now().solutions[0]?.weights).toBe(weights);
  });

  it("are read when λ has come to rest, once", () => {
    const { state, frames, nextFrame, rest, timers } = started(0.2);
    const read = vi.fn((frame: Frame) => frame.lambda);
    frames.onRest(read);
    for (const lambda of [0.3, 0.4]) {
      state.set({ lambda });
      nextFrame();
      expect(timers.size).toBe(1);
    }
    expect(read).not.toHaveBeenCalled();
    rest();
    expect(read).toHaveBeenCalledOnce();
    expect(read).toHaveReturnedWith(0.4);
  });

  it("forget a listener that left, and everything once they are stopped", () => {
    const { state, frames, nextFrame, waiting, timers } = started(0.2);
    const [left, stayed] = [vi.fn(), vi.fn()];
    frames.onDraw(left)();
    frames.onDraw(stayed);
    frames.onRest(stayed);
    state.set({ lambda: 0.3 });
    nextFrame();
    expect(left).not.toHaveBeenCalled();
    expect(stayed).toHaveBeenCalledOnce();
    state.set({ lambda: 0.4 });
    frames.stop();
    state.set({ lambda: 0.5 });
    expect([waiting.size, timers.size]).toEqual([0, 0]);
    expect(stayed).toHaveBeenCalledOnce();
  });
});
