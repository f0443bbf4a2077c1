/** Elements and attributes that could run something are taken out. */
export function sanitizeHTMLToDom(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const el of Array.from(parsed.body.querySelectorAll("script, style, iframe, object, embed, link, meta, base, form"))) el.remove();
  for (const el of Array.from(parsed.body.querySelectorAll("*"))) {
    for (const { name, value } of Array.from(el.attributes)) {
      if (/^on/i.test(name) || /^\s*(?:javascript|data|vbscript):/i.test(value)) el.removeAttribute(name);
    }
  }
  const fragment = document.createDocumentFragment();
  fragment.append(...Array.from(parsed.body.childNodes));
  return fragment;
}
