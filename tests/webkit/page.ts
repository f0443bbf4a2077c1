import { Button, Key, Origin, type WebDriver } from "selenium-webdriver";
import { findIn, isShown, type Step } from "./find";

/** Milliseconds that an element or a condition is waited for. */
const patience = 30_000;

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
type Values = unknown;

/** What a script in the page came to: its value as text, an error, or a promise. */
interface Answer {
  readonly value?: string;
  readonly error?: string;
  readonly isPending?: boolean;
}

const keys: Record<string, string> = {
  Enter: Key.ENTER, Escape: Key.ESCAPE, Tab: Key.TAB, Space: " ", Home: Key.HOME, End: Key.END, PageUp: Key.PAGE_UP, PageDown: Key.PAGE_DOWN,
  ArrowUp: Key.ARROW_UP, ArrowDown: Key.ARROW_DOWN, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, Backspace: Key.BACK_SPACE, Delete: Key.DELETE,
  Shift: Key.SHIFT, Control: Key.CONTROL, ControlOrMeta: Key.CONTROL, Alt: Key.ALT, Meta: Key.META,
};
const keyOf = (name: string) => keys[name] ?? name;

/** What JSON has no word for goes over as a text that nobody writes. */
const encode = `(value) => {
  try {
    return JSON.stringify(value, (_key, one) => (typeof one === "number" && !Number.isFinite(one) ? "\\u0000" + one : ArrayBuffer.isView(one) ? [...one] : one));
  } catch {
    // What the page's objects lead to is not asked for.
    return undefined;
  }
}`;
function decode(text: unknown): unknown {
  return typeof text !== "string" ? undefined : (JSON.parse(text, (_key, one: unknown) => (typeof one === "string" && one.startsWith("\0") ? Number(one.slice(1)) : one)) as unknown);
}

/** As much of Playwright's page as the browser tests use, driven through WebKit's own driver. */
export class WebkitPage {
  private at: Point = { x: 0, y: 0 };
  private turns = 0;
  private size = { width: 0, height: 0 };

  constructor(private readonly driver: WebDriver) {}

  readonly keyboard = {
    press: async (combination: string): Promise<void> => {
      const names = combination.length === 1 ? [combination] : combination.split("+");
      const actions = this.driver.actions({ async: true });
      for (const name of names) actions.keyDown(keyOf(name));
      for (const name of [...names].reverse()) actions.keyUp(keyOf(name));
      await actions.perform();
    },
    down: (name: string) => this.driver.actions({ async: true }).keyDown(keyOf(name)).perform(),
    up: (name: string) => this.driver.actions({ async: true }).keyUp(keyOf(name)).perform(),
    type: async (text: string): Promise<void> => {
      for (const letter of text) await this.keyboard.press(letter === "\n" ? "Enter" : letter);
    },
  };

  readonly mouse = {
    move: async (x: number, y: number, { steps = 1 }: { steps?: number } = {}): Promise<void> => {
      const from = this.at;
      const actions = this.driver.actions({ async: true });
      for (let step = 1; step <= steps; step++) {
        const share = step / steps;
        actions.move({ x: Math.round(from.x + share * (x - from.x)), y: Math.round(from.y + share * (y - from.y)), origin: Origin.VIEWPORT, duration: 10 });
      }
      await actions.perform();
      this.at = { x, y };
    },
    down: () => this.driver.actions({ async: true }).press(Button.LEFT).perform(),
    up: () => this.driver.actions({ async: true }).release(Button.LEFT).perform(),
    click: async (x: number, y: number, { button = "left" }: { button?: "left" | "right" } = {}): Promise<void> => {
      await this.mouse.move(x, y);
      const which = button === "right" ? Button.RIGHT : Button.LEFT;
      await this.driver.actions({ async: true }).press(which).release(which).perform();
    },
    wheel: async (x: number, y: number): Promise<void> => {
      // Its types do not know it.
      const actions = this.driver.actions({ async: true }) as unknown as { scroll(...values: unknown[]): { perform(): Promise<void> } };
      // The driver keeps quiet about a turn that equals the one before.
      this.turns += 1;
      await actions.scroll(Math.round(this.at.x), Math.round(this.at.y), x, y + (this.turns % 2), Origin.VIEWPORT, 0).perform();
    },
  };

  /** Runs a function of the page's; what it throws is thrown here. */
  async evaluate(work: string | ((...values: never[]) => Values), value?: unknown): Promise<unknown> {
    // A text may be a whole script.
    if (typeof work === "string" && /^\s*(?:\/\*|;)/.test(work)) return this.driver.executeScript(work);
    const call = typeof work === "string" ? `(${work})` : `(${work.toString()})(value)`;
    let answer = await this.driver.executeScript<Answer>(
      `const [value] = arguments;
      try {
        const result = ${call};
        if (typeof result?.then !== "function") return { value: (${encode})(result) };
        window.reglabAnswer = { isPending: true };
        result.then((value) => (window.reglabAnswer = { value: (${encode})(value) }), (error) => (window.reglabAnswer = { error: String(error) }));
        return window.reglabAnswer;
      } catch (error) {
        return { error: String(error) };
      }`,
      value ?? null,
    );
    // Asked again and again: the timer of a script that the driver waits for would be counted among the page's.
    while (answer.isPending) {
      await this.waitForTimeout(10);
      answer = await this.driver.executeScript<Answer>("return window.reglabAnswer");
    }
    if (answer.error !== undefined) throw new Error(answer.error);
    return decode(answer.value);
  }

  /** The same with what a locator means: all its elements. */
  async onElements(steps: readonly Step[], work: (elements: Element[], value: never) => Values, value?: unknown): Promise<unknown> {
    return this.evaluate(`(${work.toString()})((${findIn.toString()})(document, ${JSON.stringify(steps)}), ${JSON.stringify(value ?? null)}, ${isShown.toString()})`);
  }

  async until(holds: () => Promise<unknown>, what: string, timeout = patience): Promise<void> {
    const end = Date.now() + timeout;
    for (;;) {
      if (await holds()) return;
      if (Date.now() > end) throw new Error(`Waited ${timeout} ms for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  waitForFunction(work: string | ((...values: never[]) => Values), value?: unknown, { timeout }: { timeout?: number } = {}): Promise<void> {
    return this.until(() => this.evaluate(typeof work === "string" ? work : `((result) => (typeof result?.then === "function" ? result.then(Boolean) : Boolean(result)))((${work.toString()})(${JSON.stringify(value ?? null)}))`), String(work), timeout);
  }

  waitForSelector(selector: string, { state = "visible", timeout }: { state?: "visible" | "attached" | "detached" | "hidden"; timeout?: number } = {}): Promise<void> {
    return this.locator(selector).waitFor({ state, ...(timeout !== undefined && { timeout }) });
  }

  waitForTimeout(milliseconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  viewportSize(): { width: number; height: number } {
    return this.size;
  }

  /** The driver grants nothing, and asks for nothing. */
  context(): { grantPermissions(): Promise<void> } {
    return { grantPermissions: () => Promise.resolve() };
  }

  async setViewportSize({ width, height }: { width: number; height: number }): Promise<void> {
    this.size = { width, height };
    const window = this.driver.manage().window();
    await window.setRect({ width, height });
    // The frame of the window is not the page's.
    for (let attempt = 0; attempt < 3; attempt++) {
      const inner = (await this.evaluate("({ width: innerWidth, height: innerHeight })")) as { width: number; height: number };
      if (inner.width === width && inner.height === height) return;
      const outer = await window.getRect();
      await window.setRect({ width: outer.width + width - inner.width, height: outer.height + height - inner.height });
    }
  }

  locator(selector: string, { hasText }: { hasText?: string } = {}): WebkitLocator {
    return new WebkitLocator(this, [{ css: selector }]).filter({ ...(hasText !== undefined && { hasText }) });
  }
  getByRole(role: string, options: { name?: string; exact?: boolean } = {}): WebkitLocator {
    return new WebkitLocator(this, [{ role, ...options }]);
  }
  getByLabel(label: string): WebkitLocator {
    return new WebkitLocator(this, [{ label }]);
  }
  click(selector: string): Promise<void> {
    return this.locator(selector).first().click();
  }
  hover(selector: string): Promise<void> {
    return this.locator(selector).first().hover();
  }
  selectOption(selector: string, value: string): Promise<void> {
    return this.locator(selector).first().selectOption(value);
  }
}

export class WebkitLocator {
  constructor(private readonly page: WebkitPage, private readonly steps: readonly Step[]) {}

  private then_(...more: Step[]): WebkitLocator {
    return new WebkitLocator(this.page, [...this.steps, ...more]);
  }
  locator(selector: string, { hasText }: { hasText?: string } = {}): WebkitLocator {
    return this.then_({ css: selector }).filter({ ...(hasText !== undefined && { hasText }) });
  }
  filter({ hasText, has }: { hasText?: string; has?: WebkitLocator }): WebkitLocator {
    return this.then_(...(hasText !== undefined ? [{ text: hasText }] : []), ...(has !== undefined ? [{ has: has.steps }] : []));
  }
  getByRole(role: string, options: { name?: string; exact?: boolean } = {}): WebkitLocator {
    return this.then_({ role, ...options });
  }
  first(): WebkitLocator {
    return this.nth(0);
  }
  last(): WebkitLocator {
    return this.nth(-1);
  }
  nth(index: number): WebkitLocator {
    return this.then_({ nth: index });
  }

  /** The work on the first element, once there is one. */
  private async one(work: (element: Element, value: never) => Values, value?: unknown): Promise<unknown> {
    await this.page.until(async () => (await this.count()) > 0, this.toString());
    return this.page.onElements(this.steps, `([element], value) => (${work.toString()})(element, value)` as never, value);
  }

  async count(): Promise<number> {
    return (await this.page.onElements(this.steps, (elements) => elements.length)) as number;
  }
  async all(): Promise<WebkitLocator[]> {
    return Array.from({ length: await this.count() }, (_, index) => this.nth(index));
  }
  evaluate(work: (element: Element, value: never) => Values, value?: unknown): Promise<unknown> {
    return this.one(work, value);
  }
  evaluateAll(work: (elements: never, value: never) => Values, value?: unknown): Promise<unknown> {
    return this.page.onElements(this.steps, work as never, value);
  }
  textContent(): Promise<string | null> {
    return this.one((element) => element.textContent) as Promise<string | null>;
  }
  innerText(): Promise<string> {
    return this.one((element) => (element as HTMLElement).innerText) as Promise<string>;
  }
  inputValue(): Promise<string> {
    return this.one((element) => (element as HTMLInputElement).value) as Promise<string>;
  }
  isDisabled(): Promise<boolean> {
    return this.one((element) => (element as HTMLButtonElement).disabled) as Promise<boolean>;
  }
  getAttribute(name: string): Promise<string | null> {
    return this.one((element, attribute) => element.getAttribute(attribute), name) as Promise<string | null>;
  }
  allTextContents(): Promise<string[]> {
    return this.page.onElements(this.steps, (elements) => elements.map((element) => element.textContent ?? "")) as Promise<string[]>;
  }
  boundingBox(): Promise<Box> {
    return this.one((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    }) as Promise<Box>;
  }
  waitFor({ state = "visible", timeout }: { state?: "visible" | "attached" | "detached" | "hidden"; timeout?: number } = {}): Promise<void> {
    const count = async () => (await this.page.onElements(this.steps, ((elements: Element[], isAny: boolean, shown: (element: Element) => boolean) => elements.filter((element) => isAny || shown(element)).length) as never, state === "attached" || state === "detached")) as number;
    return this.page.until(async () => (state === "visible" || state === "attached" ? (await count()) > 0 : (await count()) === 0), `${this.toString()} ${state}`, timeout);
  }
  async scrollIntoViewIfNeeded(): Promise<void> {
    await this.one((element) => element.scrollIntoView({ block: "nearest", inline: "nearest" }));
  }

  /** Where a pointer reaches it, once it stands still. */
  private async reach(position?: Point): Promise<Point> {
    await this.waitFor();
    const point = await this.one(async (element, at: Point | null) => {
      const inWindow = () => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return x + width / 2 >= 0 && y + height / 2 >= 0 && x + width / 2 < innerWidth && y + height / 2 < innerHeight && (at === null || y + at.y < innerHeight);
      };
      if (!inWindow()) element.scrollIntoView({ block: "center", inline: "nearest" });
      let before = "";
      // Scrolling begins slowly.
      let still = 0;
      for (let frame = 0; frame < 60; frame++) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        const { x, y, width, height } = element.getBoundingClientRect();
        const now = `${x} ${y} ${width} ${height}`;
        still = now === before ? still + 1 : 0;
        if (still === 4) return at === null ? { x: x + width / 2, y: y + height / 2 } : { x: x + at.x, y: y + at.y };
        before = now;
      }
      throw new Error("It does not stand still");
    }, position);
    return point as Point;
  }
  async click({ button, position }: { button?: "left" | "right"; position?: Point } = {}): Promise<void> {
    const { x, y } = await this.reach(position);
    await this.page.mouse.click(x, y, { ...(button !== undefined && { button }) });
  }
  async hover({ position }: { position?: Point } = {}): Promise<void> {
    const { x, y } = await this.reach(position);
    await this.page.mouse.move(x, y);
  }
  async focus(): Promise<void> {
    await this.one((element) => (element as HTMLElement).focus());
  }
  async press(key: string): Promise<void> {
    await this.focus();
    await this.page.keyboard.press(key);
  }
  async fill(text: string): Promise<void> {
    await this.one((element, written: string) => {
      const field = element as HTMLInputElement;
      field.focus();
      if (field.type === "range" || field.type === "color") {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, written);
        for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
        return;
      }
      // As if it were typed: leaving the field then tells of a change.
      field.select();
      document.execCommand(written === "" ? "delete" : "insertText", false, written);
    }, text);
  }
  async check(): Promise<void> {
    if (!(await this.one((element) => (element as HTMLInputElement).checked))) await this.click();
  }
  async selectOption(value: string): Promise<void> {
    await this.one((element, wanted: string) => {
      const select = element as HTMLSelectElement;
      const option = [...select.options].find((one) => one.value === wanted) ?? [...select.options].find((one) => one.label === wanted);
      if (option === undefined) throw new Error(`There is no option ${wanted}`);
      select.focus();
      select.value = option.value;
      select.dispatchEvent(new Event("input", { bubbles: true }));
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }, value);
  }

  toString(): string {
    return JSON.stringify(this.steps);
  }
}
