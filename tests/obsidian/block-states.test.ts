import { describe, expect, it } from "vitest";
import { BlockStates, type BlockKey } from "../../src/obsidian/block-states";

const block = (changes: Partial<BlockKey> = {}): BlockKey => ({ path: "Notes/Lasso.md", ordinal: 0, source: "lambda: 0.2", ...changes });

/** What a fence with this λ says. */
const written = (lambda: number) => ({ data: "diabetes" as const, lambda, match: "lambda" as const });

describe("the states of blocks", () => {
  it("a block drawn again has the state that it had", () => {
    const states = new BlockStates();
    const state = states.stateOf(block(), written(0.2));
    state.set({ lambda: 0.7, pair: ["bmi", "s5"] });
    expect(states.stateOf(block(), written(0.2))).toBe(state);
    expect(state.get()).toMatchObject({ lambda: 0.7, pair: ["bmi", "s5"] });
  });

  it("an edit of the fence keeps what was moved, as long as its λ is the same", () => {
    const states = new BlockStates();
    const state = states.stateOf(block(), written(0.2));
    state.set({ lambda: 0.7 });
    expect(states.stateOf(block({ source: "lambda: 0.2\nviews: [path]" }), written(0.2))).toBe(state);
    expect(state.get().lambda).toBe(0.7);
  });

  it("a λ written by hand replaces the one that was dragged, and nothing else", () => {
    const states = new BlockStates();
    const state = states.stateOf(block(), written(0.2));
    state.set({ lambda: 0.7, optimum: [0.1, 0.4] });
    expect(states.stateOf(block({ source: "lambda: 0.5" }), written(0.5))).toBe(state);
    expect(state.get()).toMatchObject({ lambda: 0.5, optimum: [0.1, 0.4] });
    state.set({ lambda: 0.9 });
    expect(states.stateOf(block({ source: "lambda: 0.5" }), written(0.5)).get().lambda).toBe(0.9);
  });

  it("without a λ in the fence the data say where it starts, and it stays where it was moved to when they change", () => {
    const states = new BlockStates();
    const without = { data: "diabetes" as const, match: "lambda" as const };
    const state = states.stateOf(block(), without);
    expect(state.get().lambda).toBeNaN();
    state.set({ lambda: 0.3 });
    expect(states.stateOf(block(), without).get().lambda).toBe(0.3);
    expect(states.stateOf(block(), { ...without, data: "two" }).get().lambda).toBeNaN();
  });

  it("columns written by hand replace those that were chosen", () => {
    const states = new BlockStates();
    const state = states.stateOf(block(), { ...written(0.2), target: "mood" });
    const columns = { target: "sleep", features: ["steps"] };
    state.set({ columns });
    expect(states.stateOf(block(), { ...written(0.2), target: "mood" }).get().columns).toBe(columns);
    expect(states.stateOf(block(), { ...written(0.2), target: "mood", features: ["coffee"] }).get().columns).toBeNull();
    state.set({ columns, points: [1, 2] });
    expect(states.stateOf(block(), { ...written(0.2), data: "two" }).get()).toMatchObject({ lambda: 0.2, columns: null, points: null });
  });

  it("blocks of one note are told apart by their place, and of two notes by the note", () => {
    const states = new BlockStates();
    const all = [block(), block({ ordinal: 1 }), block({ path: "Notes/Ridge.md" }), block({ path: "Notes/Lasso.md.md" })].map((key) => states.stateOf(key, written(0.2)));
    expect(new Set(all).size).toBe(4);
  });

  it("a name outlives a change of place", () => {
    const states = new BlockStates();
    const state = states.stateOf(block({ name: "main" }), written(0.2));
    expect(states.stateOf(block({ name: "main", ordinal: 3 }), written(0.2))).toBe(state);
    expect(states.stateOf(block({ ordinal: 0 }), written(0.2))).not.toBe(state);
  });

  it("without a place (print, embeds) the same text of the same note shows the same state", () => {
    const states = new BlockStates();
    const state = states.stateOf(block({ ordinal: 2 }), written(0.2));
    state.set({ lambda: 0.7 });
    expect(states.stateOf(block({ ordinal: null }), written(0.2))).toBe(state);
    expect(states.stateOf(block({ ordinal: null, path: "Notes/Ridge.md" }), written(0.2))).not.toBe(state);
    const alone = states.stateOf(block({ ordinal: null, source: "" }), written(0.2));
    expect(alone).not.toBe(state);
    expect(states.stateOf(block({ ordinal: null, source: "" }), written(0.2))).toBe(alone);
  });

  it("follow their note when it is renamed, and no other note", () => {
    const states = new BlockStates();
    const [state, other] = [states.stateOf(block(), written(0.2)), states.stateOf(block({ path: "Notes/Lasso.md2" }), written(0.2))];
    states.rename("Notes/Lasso.md", "Archive/L1.md");
    expect(states.stateOf(block({ path: "Archive/L1.md" }), written(0.2))).toBe(state);
    expect(states.stateOf(block(), written(0.2))).not.toBe(state);
    expect(states.stateOf(block({ path: "Notes/Lasso.md2" }), written(0.2))).toBe(other);
  });

  it("go with their note", () => {
    const states = new BlockStates();
    const [state, second, other] = [block(), block({ ordinal: 1 }), block({ path: "b.md" })].map((key) => states.stateOf(key, written(0.2)));
    states.forget("Notes/Lasso.md");
    expect(states.stateOf(block(), written(0.2))).not.toBe(state);
    expect(states.stateOf(block({ ordinal: 1 }), written(0.2))).not.toBe(second);
    expect(states.stateOf(block({ path: "b.md" }), written(0.2))).toBe(other);
  });

  it("beyond five hundred the one that was not drawn for longest is forgotten", () => {
    const states = new BlockStates();
    const at = (ordinal: number) => states.stateOf(block({ ordinal }), written(0.2));
    const [first, second] = [at(0), at(1)];
    for (let ordinal = 2; ordinal < 500; ordinal += 1) at(ordinal);
    expect(at(0)).toBe(first);
    at(500);
    expect(at(0)).toBe(first);
    expect(at(1)).not.toBe(second);
  });
});
