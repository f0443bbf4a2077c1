import { describe, expect, test } from "vitest";
import { NoteNames } from "../../src/concepts/note-names";
import { SlicedQueue } from "../../src/concepts/sliced-queue";
import { WantedNames } from "../../src/concepts/wanted-names";

/** A clock that moves only by the work done, and a list of what waits for its turn. */
function desk(costOf: (item: string) => number, work: (item: string) => void = () => undefined) {
  let now = 0;
  const turns: (() => void)[] = [];
  const slices: number[] = [];
  const queue = new SlicedQueue((item) => {
    now += costOf(item);
    work(item);
  }, {
    now: () => now,
    later(callback) {
      turns.push(callback);
      return () => turns.splice(turns.indexOf(callback), 1);
    },
  });
  const runAll = () => {
    for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) {
      const before = now;
      turn();
      slices.push(now - before);
    }
  };
  return { queue, slices, runAll };
}

describe("work in slices", () => {
  test("no slice takes longer than 8 ms, whatever waits, and each item is worked on once", () => {
    const seen: string[] = [];
    const { queue, slices, runAll } = desk((item) => 0.5 + (Number(item) % 3) / 2, (item) => seen.push(item));
    const items = Array.from({ length: 500 }, (_, i) => String(i));
    queue.add([...items, ...items]);
    queue.start();
    runAll();
    expect(Math.max(...slices)).toBeLessThanOrEqual(8);
    expect(seen).toEqual(items);
  });

  test("one long item is a slice of its own", () => {
    const { queue, slices, runAll } = desk((item) => (item === "long" ? 20 : 1));
    queue.add(["long", "a", "b"]);
    queue.start();
    runAll();
    expect(slices).toEqual([20, 2]);
  });

  test("nothing runs before the start or after the end, and who waits is told", async () => {
    const seen: string[] = [];
    const { queue, runAll } = desk(() => 1, (item) => seen.push(item));
    queue.add(["a"]);
    runAll();
    expect(seen).toEqual([]);
    const empty = queue.whenEmpty();
    queue.start();
    runAll();
    await empty;
    queue.add(["b"]);
    const stopped = queue.whenEmpty();
    queue.stop();
    runAll();
    await stopped;
    expect(seen).toEqual(["a"]);
  });

  test("what is dropped is not worked on, what comes late waits for its turn", async () => {
    const seen: string[] = [];
    const { queue, runAll } = desk(() => 1, (item) => {
      seen.push(item);
      if (item === "a") queue.add(["late"]);
    });
    queue.add(["a", "b", "c"]);
    queue.drop("b");
    queue.start();
    queue.start();
    runAll();
    expect(seen).toEqual(["a", "c", "late"]);
    await queue.whenEmpty();
  });

  test("a slice ends with the item that fills it", () => {
    const { queue, slices, runAll } = desk(() => 1.5);
    queue.add(["a", "b", "c"]);
    queue.start();
    runAll();
    expect(slices).toEqual([3, 1.5]);
  });

  test("who asks while something waits, or before the start, is told at the end only", async () => {
    const { queue, runAll } = desk(() => 1);
    let told = 0;
    const ask = () => void queue.whenEmpty().then(() => (told += 1));
    ask();
    await Promise.resolve();
    expect(told).toBe(0);
    queue.start();
    await Promise.resolve();
    expect(told).toBe(1);
    queue.add(["a"]);
    ask();
    await Promise.resolve();
    expect(told).toBe(1);
    runAll();
    await Promise.resolve();
    await Promise.resolve();
    expect(told).toBe(2);
  });

  test("after its end nothing is begun anew", () => {
    const seen: string[] = [];
    const { queue, runAll } = desk(() => 1, (item) => seen.push(item));
    queue.start();
    queue.stop();
    queue.stop();
    queue.add(["a"]);
    runAll();
    expect(seen).toEqual([]);
  });

  test.each([100_000, 200_000])("%i names are read in as many slices as their time asks for, and each is found", (count) => {
    const names = new NoteNames();
    const wanted = new WantedNames();
    // A power of two, so that the sums are exact.
    const { queue, slices, runAll } = desk(() => 1 / 64, (path) => {
      names.set(path, [path.slice(0, -3)]);
      wanted.set(path, { [`Wanted ${path}`]: 1 });
    });
    queue.add(Array.from({ length: count }, (_, i) => `Name ${i}.md`));
    queue.start();
    runAll();
    expect(slices).toHaveLength(Math.ceil(count / (3 * 64)));
    expect(Math.max(...slices)).toBeLessThanOrEqual(3);
    expect(names.size).toBe(count);
    expect(names.find(`name_${count - 1}`)).toEqual([`Name ${count - 1}.md`]);
    expect(wanted.notesWanting("wanted name 7")).toEqual(["Name 7.md"]);
  });
});
