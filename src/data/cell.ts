/** What people write where nothing is known. */
const missing = new Set(["", "-", "–", "—", "?", ".", "na", "n/a", "nan", "null", "none", "nil", "undefined", "#n/a", "없음", "모름"]);

export function isMissing(text: string): boolean {
  return missing.has(text.trim().toLowerCase());
}

const truths = new Set(["true", "yes", "y", "on", "x", "✓", "✔", "☑", "✅", "[x]", "예", "네", "참", "o", "ㅇ"]);
const falsehoods = new Set(["false", "no", "n", "off", "✗", "✘", "☐", "❌", "[ ]", "아니요", "아니오", "거짓", "ㄴ"]);

/** Whether a cell says yes or no; undefined for anything else. */
export function readYesNo(text: string): boolean | undefined {
  const folded = text.trim().toLowerCase();
  return truths.has(folded) ? true : falsehoods.has(folded) ? false : undefined;
}

export interface Quantity {
  readonly value: number;
  /** "" where there is none. */
  readonly unit: string;
}

/** What a comma between digits is: 1,5 or 1,500. */
export type Comma = "decimal" | "thousands";

const quantity = /^([$€£¥₩])?\s*([+\-−]?)\s*((?:\d[\d.,'’\s]*|[.,]\d+)(?:e[+-]?\d+)?)\s*([%‰°]?\s*[\p{L}°µ²³/%]{0,12})$/iu;
const clock = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/;

/** A number with or without a unit; `7:30` is 7.5 hours. Undefined for anything else. */
export function readQuantity(text: string, comma: Comma): Quantity | undefined {
  const time = clock.exec(text.trim());
  if (time) return { value: Number(time[1]) + Number(time[2]) / 60 + Number(time[3] ?? 0) / 3600, unit: "h:mm" };
  const match = quantity.exec(text.trim());
  if (!match) return undefined;
  const [, currency = "", sign, digits = "", behind = ""] = match;
  const value = readDigits(digits.trim(), comma);
  return value === undefined ? undefined : { value: sign === "" || sign === "+" ? value : -value, unit: (currency || behind).trim().toLowerCase() };
}

function readDigits(written: string, comma: Comma): number | undefined {
  const digits = comma === "decimal" ? written.replace(/\./g, "").replace(",", ".") : written.replace(/,(?=\d{3}(?!\d))/g, "");
  const plain = digits.replace(/[\s'’](?=\d{3}(?!\d))/g, "");
  return /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}

/** What the commas of a column are: decimal unless every one of them groups three digits. `0,123` is no group. */
export function commaOf(texts: readonly string[]): Comma {
  const withComma = texts.filter((text) => /\d?,\d/.test(text));
  if (withComma.length === 0) return "thousands";
  const grouped = (text: string) => /(?:^|[^\d,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/.test(text);
  return withComma.every(grouped) && !withComma.some((text) => /\.\d{3},/.test(text)) ? "thousands" : "decimal";
}

/** Days since 1970-01-01, with a fraction for the time of day, of `2026-11-25`, `2026/11/25 14:30`, `25.11.2026`, `2026년 11월 25일`. */
export function readDate(text: string): number | undefined {
  const trimmed = text.trim();
  const forward = /^(\d{4})\s?[-/.년]\s?(\d{1,2})\s?[-/.월]\s?(\d{1,2})(?:일|\.)?(?:[T\s]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(trimmed);
  const backward = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(trimmed);
  const [year, month, day] = forward ? forward.slice(1, 4).map(Number) : backward ? [backward[3], backward[2], backward[1]].map(Number) : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = Date.UTC(year, month - 1, day);
  const exists = new Date(date).getUTCMonth() === month - 1 && new Date(date).getUTCDate() === day;
  return exists ? date / 86_400_000 + (Number(forward?.[4] ?? 0) * 60 + Number(forward?.[5] ?? 0)) / 1440 : undefined;
}
