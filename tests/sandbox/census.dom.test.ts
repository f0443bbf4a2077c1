import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Census, installCensus } from "../../sandbox/host/census";

let census: Census;
let mark: number;
const kinds = () => census.left(mark).map(({ kind }) => kind);

beforeAll(() => {
  census = installCensus(window);
});

beforeEach(() => {
  mark = census.mark();
});

describe("the census", () => {
  test("counts a listener once, until it is removed with the same phase", () => {
    const listener = () => {};
    document.addEventListener("click", listener);
    document.addEventListener("click", listener);
    document.addEventListener("click", listener, true);
    expect(kinds()).toEqual(["listeners", "listeners"]);
    document.removeEventListener("click", listener, { capture: true });
    expect(census.left(mark)[0]?.what).toBe("click on Document");
    document.removeEventListener("click", listener);
    expect(kinds()).toEqual([]);
  });

  test("counts listeners on detached nodes apart", () => {
    const el = document.createElement("p");
    el.addEventListener("click", () => {});
    expect(kinds()).toEqual(["detachedListeners"]);
    document.body.append(el);
    expect(kinds()).toEqual(["listeners"]);
    el.remove();
    expect(kinds()).toEqual(["detachedListeners"]);
  });

  test("does not count listeners that have ended by themselves", () => {
    const controller = new AbortController();
    document.addEventListener("resize", () => {}, { signal: controller.signal });
    let heard = 0;
    document.addEventListener("focus", () => heard++, { once: true });
    expect(census.left(mark).filter(({ kind }) => kind === "listeners").length).toBe(2);
    controller.abort();
    document.dispatchEvent(new Event("focus"));
    document.dispatchEvent(new Event("focus"));
    expect(heard).toBe(1);
    expect(census.left(mark).filter(({ kind }) => kind === "listeners")).toEqual([]);
  });

  test("counts timers, intervals and frames until they have run or are stopped, and knows who made them", async () => {
    const timer = window.setTimeout(() => {}, 100_000);
    const interval = window.setInterval(() => {}, 100_000);
    expect(kinds()).toEqual(["timers", "intervals"]);
    expect(census.left(mark)[0]?.stack.join("\n")).toContain("census.dom.test");
    window.clearTimeout(timer);
    window.clearTimeout(interval);
    expect(kinds()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(kinds()).toEqual([]);
  });

  test("counts an observer from its first target to its last", () => {
    const observer = new MutationObserver(() => {});
    expect(kinds()).toEqual([]);
    observer.observe(document.body, { childList: true });
    observer.observe(document.head, { childList: true });
    expect(kinds()).toEqual(["observers"]);
    observer.disconnect();
    expect(kinds()).toEqual([]);
  });
});
