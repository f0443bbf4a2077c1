import MarkdownIt from "markdown-it";
import { sanitizeHTMLToDom } from "../../host/html";
import { setIcon } from "../../host/icons";
import { useBlockRules } from "./block-rules";
import { useInlineRules } from "./inline-rules";
import { renderMath } from "./math";

/** A single line break stays one, as with Obsidian's "strict line breaks" off. */
const parser = new MarkdownIt({ html: true, linkify: true, breaks: true });
useInlineRules(parser);
useBlockRules(parser);

const isExternal = (href: string) => /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(href);

function dressLinks(root: ParentNode): void {
  for (const link of Array.from(root.querySelectorAll<HTMLAnchorElement>("a[href]:not([class])"))) {
    const href = link.getAttribute("href") ?? "";
    link.className = isExternal(href) ? "external-link" : "internal-link";
    if (!isExternal(href)) link.dataset.href = decoded(href);
    link.target = "_blank";
    link.rel = "noopener nofollow";
  }
}

function decoded(uri: string): string {
  try {
    return decodeURI(uri);
  } catch {
    return uri;
  }
}

function dressTasks(root: ParentNode): void {
  for (const item of Array.from(root.querySelectorAll("li"))) {
    const holder = item.firstElementChild?.tagName === "P" ? item.firstElementChild : item;
    const text = holder.firstChild;
    const mark = text?.nodeType === Node.TEXT_NODE ? /^\s*\[(.)\] /.exec(text.nodeValue ?? "") : null;
    if (!mark || !text) continue;
    text.nodeValue = (text.nodeValue ?? "").slice(mark[0].length);
    const done = mark[1] !== " ";
    item.classList.add("task-list-item");
    item.classList.toggle("is-checked", done);
    item.dataset.task = mark[1] ?? " ";
    item.parentElement?.classList.add("contains-task-list");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.className = "task-list-item-checkbox";
    box.toggleAttribute("checked", done);
    holder.prepend(box);
  }
}

const calloutIcons: Record<string, string> = { warning: "alert-triangle", danger: "alert-triangle", todo: "check", success: "check", example: "more-horizontal" };

function dressCallouts(root: ParentNode): void {
  for (const quote of Array.from(root.querySelectorAll("blockquote"))) {
    const first = quote.firstElementChild;
    const text = first?.firstChild;
    const found = text?.nodeType === Node.TEXT_NODE ? /^\[!([^\]]+)\]([+-]?)[ \t]*/.exec(text.nodeValue ?? "") : null;
    if (!found || !first || !text) continue;
    const type = (found[1] ?? "note").toLowerCase();
    text.nodeValue = (text.nodeValue ?? "").slice(found[0].length);
    const title = document.createElement("div");
    title.className = "callout-title-inner";
    while (first.firstChild && first.firstChild.nodeName !== "BR") title.append(first.firstChild);
    first.firstChild?.remove();
    if (title.textContent === "") title.textContent = type.charAt(0).toUpperCase() + type.slice(1);
    if (first.textContent?.trim() === "" && first.childElementCount === 0) first.remove();
    const callout = document.createElement("div");
    callout.className = "callout";
    callout.dataset.callout = type;
    callout.dataset.calloutFold = found[2] ?? "";
    const head = callout.createDiv("callout-title");
    setIcon(head.createDiv("callout-icon"), calloutIcons[type] ?? "info");
    head.append(title);
    const content = callout.createDiv("callout-content");
    content.append(...Array.from(quote.childNodes));
    if (found[2]) makeFoldable(callout, head, content, found[2] === "-");
    quote.replaceWith(callout);
  }
}

function makeFoldable(callout: HTMLElement, head: HTMLElement, content: HTMLElement, folded: boolean): void {
  callout.classList.add("is-collapsible");
  const set = (closed: boolean) => {
    callout.classList.toggle("is-collapsed", closed);
    content.style.display = closed ? "none" : "";
  };
  setIcon(head.createDiv("callout-fold"), "chevron-down");
  head.addEventListener("click", () => set(!callout.classList.contains("is-collapsed")));
  set(folded);
}

function drawFormulas(root: ParentNode): void {
  for (const el of Array.from(root.querySelectorAll<HTMLElement>(".math"))) {
    el.replaceChildren(renderMath(el.textContent ?? "", el.classList.contains("math-block")));
    el.classList.add("is-loaded");
  }
}

function dressHeadings(root: ParentNode): void {
  for (const el of Array.from(root.querySelectorAll<HTMLElement>("h1, h2, h3, h4, h5, h6"))) {
    el.dataset.heading = el.textContent ?? "";
    el.dir = "auto";
  }
}

/** A Markdown text as elements: nothing in them can run, formulas drawn, callouts and tasks dressed; no processor has seen them yet. */
export function markdownToDom(text: string): DocumentFragment {
  const root = sanitizeHTMLToDom(parser.render(text));
  dressLinks(root);
  dressTasks(root);
  dressCallouts(root);
  dressHeadings(root);
  drawFormulas(root);
  for (const el of Array.from(root.querySelectorAll("p, ul, ol, table"))) el.setAttribute("dir", "auto");
  return root;
}
