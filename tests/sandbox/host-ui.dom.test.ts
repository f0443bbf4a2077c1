import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { App } from "../../sandbox/host/app";
import { ConfirmationModal } from "../../sandbox/host/confirmation-modal";
import { setCurrentKeymap } from "../../sandbox/host/current-keymap";
import { installDomExtensions } from "../../sandbox/host/dom/install";
import { FuzzySuggestModal } from "../../sandbox/host/fuzzy-suggest-modal";
import { HoverPopover, PopoverState } from "../../sandbox/host/hover-popover";
import { Keymap, Scope } from "../../sandbox/host/keymap";
import { Menu } from "../../sandbox/host/menu";
import { Modal } from "../../sandbox/host/modal";
import { Notice } from "../../sandbox/host/notice";

let app: App;
let keymap: Keymap;
let stopKeys: () => void;

function press(key: string): void {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

beforeAll(() => {
  installDomExtensions(window);
  Element.prototype.scrollIntoView = () => {};
});

beforeEach(() => {
  vi.useFakeTimers();
  const scope = new Scope();
  keymap = new Keymap(scope);
  setCurrentKeymap(keymap);
  stopKeys = keymap.listenIn(window);
  app = { scope, keymap } as unknown as App;
});

afterEach(() => {
  stopKeys();
  vi.useRealTimers();
  document.body.empty();
});

describe("a notice", () => {
  test("goes after its time or with a click, and its container with the last one", () => {
    const one = new Notice("one", 100);
    new Notice("two", 0).noticeEl.click();
    expect(document.querySelector(".notice-container")?.textContent).toBe("one");
    one.setMessage("changed");
    expect(one.messageEl.textContent).toBe("changed");
    vi.advanceTimersByTime(100);
    expect(document.querySelector(".notice-container")).toBeNull();
  });
});

describe("a modal", () => {
  test("closes once, with Escape or beside it, and gives the keys and the focus back", () => {
    const button = document.body.createEl("button");
    button.focus();
    const modal = new Modal(app);
    const onClose = vi.spyOn(modal, "onClose");
    modal.open();
    expect(modal.containerEl.isConnected).toBe(true);
    expect(keymap.depth).toBe(1);
    press("Escape");
    press("Escape");
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(keymap.depth).toBe(0);
    expect(document.activeElement).toBe(button);
    modal.open();
    modal.bgEl.click();
    expect(modal.containerEl.isConnected).toBe(false);
  });

  test("on top of another takes the keys alone", () => {
    const [under, over] = [new Modal(app), new Modal(app)];
    under.open();
    over.open();
    press("Escape");
    expect([under, over].map((modal) => modal.containerEl.isConnected)).toEqual([true, false]);
  });

  test("that asks for confirmation closes after a button unless its handler says stay", async () => {
    const modal = new ConfirmationModal(app);
    modal.addButton((button) => button.setButtonText("Stay").onClick(() => true)).addCancelButton();
    modal.open();
    const [stay, cancel] = Array.from(modal.buttonContainerEl.querySelectorAll("button"));
    stay?.click();
    await vi.advanceTimersByTimeAsync(0);
    expect(modal.containerEl.isConnected).toBe(true);
    cancel?.click();
    await vi.advanceTimersByTimeAsync(0);
    expect(modal.containerEl.isConnected).toBe(false);
  });
});

class Fruits extends FuzzySuggestModal<string> {
  chosen: string[] = [];
  getItems(): string[] {
    return ["Apple", "Banana", "Lasso", "릿지"];
  }
  getItemText(item: string): string {
    return item;
  }
  onChooseItem(item: string): void {
    this.chosen.push(item);
  }
}

describe("a fuzzy suggester", () => {
  test("shows its rows, filters them, moves with arrows and chooses with Enter after closing", () => {
    const modal = new Fruits(app);
    modal.open();
    const rows = () => Array.from(document.querySelectorAll(".prompt-results .suggestion-item")).map((row) => row.textContent);
    expect(rows()).toEqual(["Apple", "Banana", "Lasso", "릿지"]);
    press("ArrowDown");
    expect(document.querySelector(".is-selected")?.textContent).toBe("Banana");
    modal.inputEl.value = "lso";
    modal.inputEl.trigger("input");
    expect(rows()).toEqual(["Lasso"]);
    expect(document.querySelector(".suggestion-highlight")?.textContent).toBe("l".toUpperCase());
    press("Enter");
    expect(modal.chosen).toEqual(["Lasso"]);
    expect(document.querySelector(".prompt")).toBeNull();
    expect(keymap.depth).toBe(0);
  });

  test("says so when nothing matches", () => {
    const modal = new Fruits(app);
    modal.emptyStateText = "Nothing";
    modal.open();
    modal.inputEl.value = "zzz";
    modal.inputEl.trigger("input");
    expect(document.querySelector(".suggestion-empty")?.textContent).toBe("Nothing");
    press("Enter");
    expect(modal.chosen).toEqual([]);
  });
});

describe("a menu", () => {
  test("of one event is shared and opens once, after all have added to it", () => {
    const event = new MouseEvent("contextmenu", { clientX: 5, clientY: 6, bubbles: true, cancelable: true });
    const chosen: string[] = [];
    Menu.forEvent(event).addItem((item) => item.setTitle("A").onClick(() => chosen.push("A")));
    Menu.forEvent(event).addItem((item) => item.setTitle("B").onClick(() => chosen.push("B")));
    expect(event.defaultPrevented).toBe(true);
    expect(document.querySelector(".menu")).toBeNull();
    vi.runAllTimers();
    expect(document.querySelectorAll(".menu").length).toBe(1);
    expect(Array.from(document.querySelectorAll(".menu-item")).map((item) => item.textContent)).toEqual(["A", "B"]);
    press("ArrowDown");
    press("ArrowDown");
    press("Enter");
    expect(chosen).toEqual(["B"]);
    expect(document.querySelector(".menu")).toBeNull();
  });

  test("gives way to the next one, closes with a press outside, and does not choose what is disabled", () => {
    const run = vi.fn();
    const hidden = vi.fn();
    const first = new Menu().addItem((item) => item.setTitle("no").setDisabled(true).onClick(run));
    first.onHide(hidden);
    first.showAtPosition({ x: 0, y: 0 });
    document.querySelector<HTMLElement>(".menu-item")?.click();
    expect(run).not.toHaveBeenCalled();
    new Menu().addItem((item) => item.setTitle("x")).showAtPosition({ x: 0, y: 0 });
    expect(hidden).toHaveBeenCalledTimes(1);
    document.body.dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
    expect(document.querySelector(".menu")).toBeNull();
    expect(keymap.depth).toBe(0);
  });
});

describe("a hover popover", () => {
  const over = (el: HTMLElement, kind: "mouseover" | "mouseout") => el.dispatchEvent(new MouseEvent(kind, { bubbles: true }));

  test("opens after its time, stays while the pointer is on it, and closes after it has left both", () => {
    const target = document.body.createEl("a");
    const parent: { hoverPopover: HoverPopover | null } = { hoverPopover: null };
    const popover = new HoverPopover(parent, target, 300);
    vi.advanceTimersByTime(299);
    expect(document.querySelector(".hover-popover")).toBeNull();
    vi.advanceTimersByTime(1);
    expect(popover.state).toBe(PopoverState.Shown);
    over(target, "mouseout");
    over(popover.hoverEl, "mouseover");
    vi.advanceTimersByTime(1000);
    expect(popover.hoverEl.isConnected).toBe(true);
    over(popover.hoverEl, "mouseout");
    vi.advanceTimersByTime(300);
    expect(popover.hoverEl.isConnected).toBe(false);
    expect(parent.hoverPopover).toBeNull();
    expect(HoverPopover.all.size).toBe(0);
  });

  test("never opens where the pointer leaves before its time, nor where its target is gone", () => {
    const target = document.body.createEl("a");
    new HoverPopover({ hoverPopover: null }, target, 300);
    over(target, "mouseout");
    const gone = document.body.createEl("a");
    new HoverPopover({ hoverPopover: null }, gone, 300);
    gone.remove();
    vi.advanceTimersByTime(1000);
    expect(document.querySelector(".hover-popover")).toBeNull();
    expect(HoverPopover.all.size).toBe(0);
  });

  test("takes the place of its parent's other one; another parent's stays, so that two can be seen", () => {
    const [a, b] = [document.body.createEl("a"), document.body.createEl("a")];
    const parent: { hoverPopover: HoverPopover | null } = { hoverPopover: null };
    const first = new HoverPopover(parent, a, 0);
    vi.advanceTimersByTime(0);
    const second = new HoverPopover(parent, b, 0);
    const other = new HoverPopover({ hoverPopover: null }, b, 0);
    vi.advanceTimersByTime(0);
    expect(first.state).toBe(PopoverState.Hidden);
    expect(document.querySelectorAll(".hover-popover").length).toBe(2);
    second.hide();
    other.hide();
  });
});
