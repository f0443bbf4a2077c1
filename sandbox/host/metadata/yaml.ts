import { parse, stringify } from "yaml";

/** Throws on bad YAML, and on anchors that unfold into more than a hundred aliases. */
export function parseYaml(text: string): unknown {
  return parse(text) as unknown;
}

export function stringifyYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}
