import { describe, expect, test } from "vitest";
import { hover, hoverAtRest, hoverDelays, type HoverEffect, type HoverEvent, type HoverState, type HoverTarget } from "../../src/concepts/hover";

const target = (key: string, level = 0): HoverTarget => ({ key, linktext: key, sourcePath: "Note.md", level });

/** Plays events against the reducer with a clock and a finder of cards; records what a reader would see. */
function desk({ answersAfter = 20, withoutCard = [] as string[], openDelay = hoverDelays.open as number } = {}) {
  let state: HoverState = hoverAtRest(openDelay);
  let now = 0;
  const due: { at: number; event: HoverEvent }[] = [];
  const cards: string[] = [];
  const log: string[] = [];
  const prepared: string[] = [];
  const perform = (effect: HoverEffect) => {
    if (effect.type === "schedule") due.push({ at: now + effect.ms, event: { type: "timer", token: effect.token } });
    else if (effect.type === "prepare") {
      prepared.push(effect.target.key);
      due.push({ at: now + answersAfter, event: { type: "ready", token: effect.token, hasCard: !withoutCard.includes(effect.target.key) } });
    } else if (effect.type === "show") {
      expect(cards).toHaveLength(effect.level);
      cards.push(effect.target.key);
      log.push(`${now} show ${effect.target.key}`);
    } else {
      expect(cards).toHaveLength(effect.level + 1);
      log.push(`${now} close ${cards.pop() ?? ""}`);
    }
  };
  const send = (event: HoverEvent) => {
    const step = hover(state, event);
    state = step.state;
    step.effects.forEach(perform);
    expect(state.open.map(({ target: { key } }) => key)).toEqual(cards);
  };
  const wait = (ms: number) => {
    const end = now + ms;
    for (;;) {
      due.sort((one, other) => one.at - other.at);
      const next = due[0];
      if (next === undefined || next.at > end) break;
      due.shift();
      now = next.at;
      send(next.event);
    }
    now = end;
  };
  return {
    cards, log, prepared, send, wait,
    state: () => state,
    enter: (key: string, level = 0) => send({ type: "link-enter", target: target(key, level) }),
    leave: () => send({ type: "link-leave" }),
    card: (level: number) => send({ type: "card-enter", level }),
    out: () => send({ type: "card-leave" }),
  };
}

describe("opening", () => {
  test("a card is prepared after 100 ms and opens after 300", () => {
    const d = desk();
    d.enter("a");
    d.wait(99);
    expect(d.prepared).toEqual([]);
    d.wait(1);
    expect(d.prepared).toEqual(["a"]);
    d.wait(199);
    expect(d.cards).toEqual([]);
    d.wait(1);
    expect(d.log).toEqual(["300 show a"]);
  });

  test("the dwell time is a setting", () => {
    const d = desk({ openDelay: 50 });
    d.enter("a");
    d.wait(49);
    expect(d.cards).toEqual([]);
    d.wait(21);
    expect(d.log).toEqual(["70 show a"]);
    d.send({ type: "configure", openDelay: 1000 });
    expect(d.state().openDelay).toBe(1000);
  });

  test("a quick pass over ten links opens and prepares nothing", () => {
    const d = desk();
    for (let i = 0; i < 10; i += 1) {
      d.enter(`link ${i}`);
      d.wait(60);
      d.leave();
      d.wait(20);
    }
    d.wait(5000);
    expect([d.log, d.prepared]).toEqual([[], []]);
  });

  test("an answer that comes late opens the card when it comes, if the pointer is still there", () => {
    const slow = desk({ answersAfter: 900 });
    slow.enter("a");
    slow.wait(2000);
    expect(slow.log).toEqual(["1000 show a"]);
    const gone = desk({ answersAfter: 900 });
    gone.enter("a");
    gone.wait(500);
    gone.leave();
    gone.wait(2000);
    expect(gone.log).toEqual([]);
  });

  test("a link without a card never opens", () => {
    const d = desk({ withoutCard: ["a"] });
    d.enter("a");
    d.wait(2000);
    expect(d.log).toEqual([]);
    d.leave();
    d.enter("b");
    d.wait(2000);
    expect(d.cards).toEqual(["b"]);
  });

  test("entering the same link again does not start the dwell anew", () => {
    const d = desk();
    d.enter("a");
    d.wait(200);
    d.enter("a");
    d.wait(100);
    expect(d.log).toEqual(["300 show a"]);
  });
});

describe("closing", () => {
  const opened = () => {
    const d = desk();
    d.enter("a");
    d.wait(400);
    return d;
  };

  test("a card closes 300 ms after link and card are left", () => {
    const d = opened();
    d.leave();
    d.wait(299);
    expect(d.cards).toEqual(["a"]);
    d.wait(1);
    expect(d.cards).toEqual([]);
  });

  test.each([["the card", (d: ReturnType<typeof desk>) => d.card(0)], ["the link", (d: ReturnType<typeof desk>) => d.enter("a")]])("coming to %s in time keeps it", (_, come) => {
    const d = opened();
    d.leave();
    d.wait(200);
    come(d);
    d.wait(5000);
    expect(d.log).toEqual(["300 show a"]);
  });

  test.each<HoverEvent>([{ type: "key-escape" }, { type: "typing" }, { type: "scroll" }, { type: "press-outside" }, { type: "disable" }, { type: "gone", level: 0 }])("$type closes it at once and it stays closed", (event) => {
    const d = opened();
    d.send(event);
    expect(d.cards).toEqual([]);
    d.wait(5000);
    expect(d.log).toHaveLength(2);
  });

  test.each<HoverEvent>([{ type: "key-escape" }, { type: "typing" }, { type: "scroll" }, { type: "press-outside" }, { type: "disable" }])("$type during the dwell keeps it from opening", (event) => {
    const d = desk();
    d.enter("a");
    d.wait(290);
    d.send(event);
    d.wait(5000);
    expect(d.log).toEqual([]);
  });
});

describe("from card to card", () => {
  test("another link closes the first card at once and opens its own without dwell: never two root cards", () => {
    const d = desk();
    d.enter("a");
    d.wait(400);
    d.leave();
    d.wait(50);
    d.enter("b");
    expect(d.cards).toEqual([]);
    d.wait(20);
    expect(d.log).toEqual(["300 show a", "450 close a", "470 show b"]);
  });

  test("a link inside a card opens a second card after the dwell", () => {
    const d = nested();
    expect(d.log).toEqual(["300 show a", "700 show b"]);
  });

  test("a third level opens from the second, and leaving all closes all from the top", () => {
    const d = nested();
    d.leave();
    d.card(1);
    d.enter("c", 2);
    d.wait(400);
    expect(d.cards).toEqual(["a", "b", "c"]);
    d.leave();
    d.out();
    d.wait(300);
    expect(d.log.slice(3)).toEqual(["1500 close c", "1500 close b", "1500 close a"]);
  });

  test("back on the parent, only the nested card closes", () => {
    const d = nested();
    d.leave();
    d.out();
    d.card(1);
    d.wait(1000);
    expect(d.cards).toEqual(["a", "b"]);
    d.out();
    d.card(0);
    d.wait(299);
    expect(d.cards).toEqual(["a", "b"]);
    d.wait(1);
    expect(d.cards).toEqual(["a"]);
    d.wait(5000);
    expect(d.cards).toEqual(["a"]);
  });

  test("a second link of the parent replaces the nested card without dwell", () => {
    const d = nested();
    d.leave();
    d.enter("c", 1);
    d.wait(20);
    expect(d.cards).toEqual(["a", "c"]);
  });

  test("another link of the note closes all", () => {
    const d = nested();
    d.leave();
    d.out();
    d.enter("z");
    expect(d.cards).toEqual([]);
    d.wait(20);
    expect(d.cards).toEqual(["z"]);
  });

  test("Escape closes the top card, then the next", () => {
    const d = nested();
    d.send({ type: "key-escape" });
    d.wait(5000);
    expect(d.cards).toEqual(["a"]);
    d.send({ type: "key-escape" });
    expect(d.cards).toEqual([]);
  });

  test("a nested card does not open where its parent has closed", () => {
    const d = desk();
    d.enter("a");
    d.wait(400);
    d.card(0);
    d.enter("b", 1);
    d.send({ type: "gone", level: 0 });
    d.wait(1000);
    expect(d.cards).toEqual([]);
  });

  function nested() {
    const d = desk();
    d.enter("a");
    d.wait(350);
    d.leave();
    d.card(0);
    d.wait(50);
    d.enter("b", 1);
    d.wait(400);
    return d;
  }
});

describe("typing and scrolling", () => {
  test("a link that comes under a resting pointer while typing opens nothing", () => {
    const d = desk();
    d.send({ type: "typing" });
    d.enter("a");
    d.wait(5000);
    expect(d.log).toEqual([]);
    d.enter("a");
    d.wait(400);
    expect(d.cards).toEqual(["a"]);
  });

  test("a link that lies under the pointer when scrolling ends opens after the dwell", () => {
    const d = desk();
    for (let i = 0; i < 5; i += 1) {
      d.send({ type: "scroll" });
      d.enter(`link ${i}`);
      d.wait(100);
    }
    expect(d.log).toEqual([]);
    d.wait(5000);
    expect(d.log).toEqual(["850 show link 4"]);
  });
});

describe("by keyboard", () => {
  const focused = () => {
    const d = desk();
    d.send({ type: "focus-open", target: target("k") });
    d.wait(20);
    return d;
  };

  test("a card opens at once and does not mind the pointer", () => {
    const d = focused();
    expect(d.log).toEqual(["20 show k"]);
    d.enter("a");
    d.leave();
    d.card(0);
    d.out();
    d.wait(5000);
    expect(d.cards).toEqual(["k"]);
  });

  test.each<HoverEvent>([{ type: "key-escape" }, { type: "press-outside" }])("$type closes it", (event) => {
    const d = focused();
    d.send(event);
    expect(d.cards).toEqual([]);
  });

  test("resting on another link replaces it after the dwell", () => {
    const d = focused();
    d.enter("a");
    d.wait(299);
    expect(d.cards).toEqual(["k"]);
    d.wait(1);
    expect(d.log).toEqual(["20 show k", "320 close k", "320 show a"]);
  });

  test("a second one from inside it nests and stays too", () => {
    const d = focused();
    d.send({ type: "focus-open", target: target("inner", 1) });
    d.wait(5000);
    expect(d.cards).toEqual(["k", "inner"]);
  });
});

describe("tokens", () => {
  test("a stale timer or answer changes nothing", () => {
    const d = desk();
    d.enter("a");
    d.wait(400);
    d.leave();
    d.wait(400);
    const before = d.state();
    for (let token = -1; token < before.nextToken + 3; token += 1) {
      d.send({ type: "timer", token });
      d.send({ type: "ready", token, hasCard: true });
    }
    expect(d.state()).toEqual(before);
  });

  test("an answer for the link left does not open a card for the link entered", () => {
    const d = desk({ answersAfter: 600 });
    d.enter("a");
    d.wait(350);
    d.leave();
    d.enter("b");
    d.wait(400);
    expect(d.log).toEqual([]);
    d.wait(700);
    expect(d.log).toEqual(["1050 show b"]);
  });

  test("the state before a step is never changed", () => {
    const frozen = Object.freeze(hoverAtRest());
    const { state } = hover(frozen, { type: "link-enter", target: target("a") });
    expect([frozen, state.pending?.target.key]).toEqual([hoverAtRest(), "a"]);
  });
});

test("turned off, nothing opens until it is turned on", () => {
  const d = desk();
  d.send({ type: "disable" });
  d.enter("a");
  d.send({ type: "focus-open", target: target("a") });
  d.send({ type: "scroll" });
  d.wait(5000);
  expect(d.log).toEqual([]);
  d.send({ type: "enable" });
  d.enter("a");
  d.wait(400);
  expect(d.cards).toEqual(["a"]);
});

test("whatever comes, cards stand one on another and all close in the end", () => {
  let seed = 7;
  const random = (below: number) => ((seed = (seed * 1103515245 + 12345) % 2147483648), Math.floor((seed / 2147483648) * below));
  const d = desk({ withoutCard: ["c"] });
  for (let i = 0; i < 5000; i += 1) {
    const key = "abcdef".charAt(random(6));
    const level = random(3);
    const events: HoverEvent[] = [
      { type: "link-enter", target: target(key, level) }, { type: "link-enter", target: target(key) }, { type: "link-leave" }, { type: "card-enter", level }, { type: "card-leave" },
      { type: "key-escape" }, { type: "typing" }, { type: "scroll" }, { type: "gone", level }, { type: "focus-open", target: target(key, level) }, { type: "press-outside" },
      { type: "timer", token: random(i + 1) }, { type: "ready", token: random(i + 1), hasCard: true },
    ];
    const event = events[random(events.length)];
    if (event !== undefined) d.send(event);
    d.wait(random(400));
  }
  expect(d.log.filter((line) => line.includes("show")).length).toBeGreaterThan(50);
  d.send({ type: "press-outside" });
  d.wait(5000);
  expect(d.cards).toEqual([]);
});
