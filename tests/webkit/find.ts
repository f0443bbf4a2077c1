/** One step on the way to elements, as plain data. */
export type Step =
  | { readonly css: string }
  | { readonly nth: number }
  | { readonly text: string }
  | { readonly has: readonly Step[] }
  | { readonly role: string; readonly name?: string; readonly exact?: boolean }
  | { readonly label: string };

/** Finds what a locator means; runs in the page, so it may use nothing but its arguments. */
export function findIn(root: ParentNode, steps: readonly Step[]): Element[] {
  const find = (from: ParentNode, way: readonly Step[]): Element[] => {
    let found: ParentNode[] = [from];
    const textOf = (element: Element) => (element.textContent ?? "").replace(/\s+/g, " ").trim();
    const within = (selector: string) => [...new Set(found.flatMap((one) => [...one.querySelectorAll(selector)]))];
    const nameOf = (element: Element): string => {
      const labelled = element.getAttribute("aria-labelledby")?.split(" ").map((id) => textOf(document.getElementById(id) ?? document.createElement("i"))).join(" ");
      const labels = "labels" in element ? [...((element as HTMLInputElement).labels ?? [])].map(textOf).join(" ") : "";
      return (labelled || element.getAttribute("aria-label") || labels || textOf(element) || element.getAttribute("title") || "").replace(/\s+/g, " ").trim();
    };
    const roles: Record<string, string> = { button: "button, [role=button]", checkbox: "input[type=checkbox], [role=checkbox]", link: "a[href], [role=link]", rowheader: "th[scope=row], [role=rowheader]" };
    for (const step of way) {
      if ("css" in step) {
        // `:has-text("…")`, which Playwright adds to selectors.
        const [, selector = step.css, text] = /^(.*):has-text\("(.*)"\)$/.exec(step.css) ?? [];
        found = within(selector).filter((element) => text === undefined || textOf(element).toLowerCase().includes(text.toLowerCase()));
      } else if ("nth" in step) found = found.slice(step.nth, step.nth === -1 ? undefined : step.nth + 1);
      else if ("text" in step) found = found.filter((element) => textOf(element as Element).toLowerCase().includes(step.text.toLowerCase()));
      else if ("has" in step) found = found.filter((element) => find(element, step.has).length > 0);
      else if ("label" in step) found = within("input, select, textarea, button, [aria-label]").filter((element) => nameOf(element) === step.label);
      else {
        const { name, exact } = step;
        found = within(roles[step.role] ?? `[role=${step.role}]`).filter((element) => {
          const own = nameOf(element);
          return name === undefined || (exact === true ? own === name : own.toLowerCase().includes(name.toLowerCase()));
        });
      }
    }
    return found as Element[];
  };
  return find(root, steps);
}

/** Whether a reader can see it; runs in the page, too. */
export function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && getComputedStyle(element).visibility !== "hidden";
}
