import { quoteLinks } from "./yaml-text";
import { splitLines } from "./fence-lines";
import { keyOf, specKeys, type SpecKey } from "./keys";

/** The keys of a block with their values as they are written, one line each. */
export type BlockFields = { readonly [K in SpecKey]?: string };

/** The fields of a fence's text; what cannot be read as keys and values is left out. */
export function fieldsOf(body: string, parseYaml: (yaml: string) => unknown): BlockFields {
  let read: unknown;
  try {
    read = parseYaml(quoteLinks(splitLines(body)).join("\n"));
  } catch {
    return {};
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) return {};
  const fields: { [K in SpecKey]?: string } = {};
  for (const [written, value] of Object.entries(read)) {
    const key = keyOf(written);
    if (key !== undefined && value !== null && value !== undefined && fields[key] === undefined) fields[key] = fieldText(value);
  }
  return fields;
}

/** The text of a fence with these fields, in the order in which keys are offered; empty ones are left out. */
export function fieldsText(fields: BlockFields): string {
  return specKeys.flatMap((key) => {
    const value = fields[key]?.trim();
    return value === undefined || value === "" ? [] : [`${key}: ${value}`];
  }).join("\n");
}

function fieldText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => yamlText(String(one))).join(", ")}]`;
  return typeof value === "string" ? yamlText(value) : String(value);
}

/** Text as YAML reads it back: plain where it can be, else in quotes. A link stands as it is. */
export function yamlText(text: string): string {
  if (/^\[\[[^\][]*\]\]$/.test(text)) return text;
  const plain = /^[\p{L}\p{N}_./][\p{L}\p{N}\s_./=%+()~^°-]*$/u.test(text) && text === text.trim() && !/^(?:true|false|yes|no|on|off|null|~|[\d.+-][\d.e+-]*)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
