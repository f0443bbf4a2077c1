/** Line drawings in the manner of Lucide (24 × 24); ids without one here get an empty square, so that a missing icon is seen. */
const paths: Record<string, string> = {
  "plus": "M12 5v14M5 12h14",
  "x": "M18 6 6 18M6 6l12 12",
  "check": "M20 6 9 17l-5-5",
  "search": "M11 3a8 8 0 1 0 0 16 8 8 0 0 0 0-16M21 21l-4.3-4.3",
  "settings": "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6M12 2v3M12 19v3M2 12h3M19 12h3M4.9 4.9l2.1 2.1M17 17l2.1 2.1M4.9 19.1 7 17M17 7l2.1-2.1",
  "play": "M6 4l14 8-14 8z",
  "pause": "M7 4h3v16H7zM14 4h3v16h-3z",
  "rotate-ccw": "M3 12a9 9 0 1 0 3-6.7L3 8M3 3v5h5",
  "refresh-cw": "M3 12a9 9 0 0 1 15-6.7L21 8M21 3v5h-5M21 12a9 9 0 0 1-15 6.7L3 16M3 21v-5h5",
  "save": "M5 3h11l5 5v11a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2M7 3v5h8V3M7 21v-8h10v8",
  "save-all": "M6 6v13a2 2 0 0 0 2 2h11M10 3h8l3 3v9a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2M11 3v4h6V3M11 17v-5h7v5",
  "chart-spline": "M3 3v18h18M7 16c.5-2 1.5-7 4-7 2 0 2 3 4 3 2.500 0 4.500-5 5-7",
  "image-down": "M11 3H3v18h18v-9M8.5 7a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3M6 21l9-9 2 2M18 3v7M15 7l3 3 3-3",
  "table": "M3 3h18v18H3zM3 9h18M3 15h18M12 3v18",
  "table-2": "M9 3H5a2 2 0 0 0-2 2v4h18V5a2 2 0 0 0-2-2H9v18M3 9v10a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V9M3 15h18",
  "code": "M16 18l6-6-6-6M8 6l-6 6 6 6",
  "copy": "M9 9h12v12H9zM5 15H3V3h12v2",
  "pin": "M12 17v5M9 3h6l-1 7 4 4H6l4-4z",
  "trash-2": "M3 6h18M8 6V4h8v2M19 6l-1 15H6L5 6M10 11v6M14 11v6",
  "chevron-right": "M9 18l6-6-6-6",
  "chevron-left": "M15 18l-6-6 6-6",
  "chevron-down": "M6 9l6 6 6-6",
  "arrow-left": "M19 12H5M12 19l-7-7 7-7",
  "more-vertical": "M12 5v.01M12 12v.01M12 19v.01",
  "more-horizontal": "M5 12h.01M12 12h.01M19 12h.01",
  "code-2": "M18 16l4-4-4-4M6 8l-4 4 4 4M14.5 4l-5 16",
  "book-open": "M12 7v14M2 5h6a4 4 0 0 1 4 2 4 4 0 0 1 4-2h6v14h-7a3 3 0 0 0-3 2 3 3 0 0 0-3-2H2z",
  "pencil": "M17 3l4 4L8 20l-5 1 1-5z",
  "link": "M10 13a5 5 0 0 0 7 .5l3-3a5 5 0 0 0-7-7l-1.5 1.5M14 11a5 5 0 0 0-7-.5l-3 3a5 5 0 0 0 7 7l1.5-1.5",
  "external-link": "M15 3h6v6M10 14 21 3M18 13v8H3V6h8",
  "file-plus": "M14 2H6v20h12V6zM14 2v4h4M12 11v6M9 14h6",
  "file-text": "M14 2H6v20h12V6zM14 2v4h4M9 13h6M9 17h6",
  "image": "M3 3h18v18H3zM8.5 7a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3M21 15l-5-5L5 21",
  "download": "M12 3v12M7 10l5 5 5-5M3 21h18",
  "info": "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20M12 16v-4M12 8h.01",
  "alert-triangle": "M12 3 2 20h20zM12 9v5M12 17h.01",
  "sliders-horizontal": "M3 6h10M17 6h4M15 4v4M3 12h4M11 12h10M9 10v4M3 18h8M15 18h6M13 16v4",
  "line-chart": "M3 3v18h18M7 15l4-5 4 3 5-7",
  "bar-chart-3": "M3 3v18h18M8 17v-5M13 17V8M18 17v-9",
  "flask-conical": "M9 2v7L3.5 19a2 2 0 0 0 2 3h13a2 2 0 0 0 2-3L15 9V2M8 2h8M7 15h10",
  "diamond": "M12 2l10 10-10 10L2 12z",
  "circle": "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20",
  "sun": "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5",
  "moon": "M12 3a7 7 0 0 0 9 9 9 9 0 1 1-9-9",
  "smartphone": "M6 2h12v20H6zM12 18h.01",
  "app-window": "M3 4h18v16H3zM3 9h18M7 6.5h.01M10 6.5h.01",
  "printer": "M6 9V2h12v7M6 18H3V9h18v9h-3M6 14h12v8H6z",
};

const added = new Map<string, string>();
const bare = (id: string) => id.replace(/^lucide-/, "");

/** As in Obsidian the content is SVG text for a 100 × 100 box. */
export function addIcon(id: string, content: string): void {
  added.set(id, content);
}

export function removeIcon(id: string): void {
  added.delete(id);
}

export function getIconIds(): string[] {
  return [...Object.keys(paths).map((id) => `lucide-${id}`), ...added.keys()];
}

export function getIcon(id: string): SVGSVGElement | null {
  const own = added.get(id);
  if (own !== undefined) {
    const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${own}</svg>`;
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    parsed.setAttribute("class", `svg-icon ${id}`);
    return document.importNode(parsed, true) as unknown as SVGSVGElement;
  }
  if (id === "") return null;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const attributes = { width: "24", height: "24", viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "stroke-width": "2" };
  for (const [name, value] of Object.entries({ ...attributes, "stroke-linecap": "round", "stroke-linejoin": "round" })) {
    svg.setAttribute(name, value);
  }
  svg.setAttribute("class", `svg-icon lucide-${bare(id)}`);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", paths[bare(id)] ?? "M4 4h16v16H4z");
  svg.append(path);
  return svg;
}

export function setIcon(parent: HTMLElement, id: string): void {
  const icon = getIcon(id);
  parent.replaceChildren(...(icon ? [icon] : []));
}
