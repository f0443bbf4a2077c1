/** `Note#Heading` into `Note` and `#Heading`. */
export function parseLinktext(linktext: string): { path: string; subpath: string } {
  const text = linktext.replace(/\u00a0/g, " ").normalize("NFC");
  const hash = text.indexOf("#");
  if (hash < 0) return { path: text.trim(), subpath: "" };
  return { path: text.slice(0, hash).trim(), subpath: text.slice(hash) };
}

export function getLinkpath(linktext: string): string {
  return parseLinktext(linktext).path;
}

/** What of a heading counts when a link names it: letters and digits, single spaces. */
export function stripHeading(heading: string): string {
  return heading.replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, " ").replace(/\s+/g, " ").trim();
}

/** A heading as the target of a link: only what would end the link is taken out. */
export function stripHeadingForLink(heading: string): string {
  return heading.replace(/([:#|^\\\r\n]|%%|\[\[|]])/g, " ").replace(/\s+/g, " ").trim();
}

/** What stands between the brackets, split at the first pipe, which tables escape. */
export function splitWikilink(inside: string): { link: string; displayText: string } {
  const pipe = inside.indexOf("|");
  if (pipe < 0) {
    const link = inside.trim();
    return { link, displayText: link.replace(/#+/g, " > ").replace(/^ > /, "") };
  }
  const cut = inside[pipe - 1] === "\\" ? pipe - 1 : pipe;
  return { link: inside.slice(0, cut).trim(), displayText: inside.slice(pipe + 1).trim() };
}
