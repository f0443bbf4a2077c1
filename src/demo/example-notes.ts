import { type Day, drawDiary } from "../data/diary";
import type { Words } from "../language/language";
import { yamlText } from "./spec/block-fields";

export interface ExampleNote {
  readonly path: string;
  readonly text: string;
}

/** A note that asks which habits go with the mood, and the year of daily notes that it asks of, all in one folder. The question comes last. */
export function exampleNotes(folder: string, { examples: say }: Words): ExampleNote[] {
  const days = `${folder}/${say.days}`;
  return [
    ...drawDiary().map((day) => ({ path: `${days}/${day.date}.md`, text: noteOf(day, say) })),
    { path: `${folder}/${say.note}.md`, text: `${say.text({ folder: yamlText(days) })}\n` },
  ];
}

function noteOf({ sleep, coffee, steps, screen, weather, mood }: Day, { keys, weather: names }: Words["examples"]): string {
  const properties = { sleep, coffee, steps, screen, weather: names[weather], mood };
  const lines = (Object.keys(properties) as (keyof typeof properties)[]).flatMap((key) => (properties[key] === undefined ? [] : [`${keys[key]}: ${properties[key]}`]));
  return `---\n${lines.join("\n")}\n---\n`;
}
