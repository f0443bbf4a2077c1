import text from "./digits.csv";
import type { Column, Table } from "./table";

/** Pixels along a side. */
const side = 8;

/**
 * 450 handwritten digits, 45 of each, 8×8 pixels from 0 (paper) to 16 (ink), p00 top left and p77 bottom right: Alpaydin,
 * Kaynak 1998; taken evenly from the 1,797 of its test set. A line of the file is the digit and one base-17 digit a
 * pixel; a letter from h to z is a run of 2 to 20 zeros.
 */
export function readDigits(): Table {
  const [header = [], ...lines] = text.trim().split("\n").map((line) => line.split(","));
  const pictures = lines.map(([, picture = ""]) => picture.replace(/[h-z]/g, (letter) => "0".repeat(Number.parseInt(letter, 36) - 15)));
  const pixels = Array.from({ length: side * side }, (_, j): Column => {
    const values = Float64Array.from(pictures, (picture) => Number.parseInt(picture[j] ?? "", 17));
    return { name: `p${Math.floor(j / side)}${j % side}`, values };
  });
  const digit = { name: header[0] ?? "", values: Float64Array.from(lines, ([value]) => Number(value)), classes: [..."0123456789"] };
  return { name: "digits", columns: [...pixels, digit], rows: lines.length };
}
