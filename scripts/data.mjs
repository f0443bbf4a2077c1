// npm run data -- --from DIR: makes the data files of src/data from the CSV files in DIR (diabetes.csv, breast-cancer.csv, digits.csv).
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const target = fileURLToPath(new URL("../src/data/", import.meta.url));

/** The cells of a CSV file without quotes, its line of names apart. */
function cellsOf(text) {
  const [names, ...rows] = text.trim().split(/\r?\n/).map((line) => line.split(","));
  return { names, rows };
}

/** Four digits hold every measurement; each column has its usual power of ten. */
const digits = 4;
/** What two characters can be: from `.` to `~`, without those that would have to be escaped in a program. */
const alphabet = Array.from({ length: 81 }, (_, place) => String.fromCharCode(46 + place)).filter((character) => character !== "\\" && character !== "`");
const base = alphabet.length;
const groups = ["mean", "error", "worst"];

/**
 * The measurements as whole numbers of up to four digits, written as two of base 79, in a usual power of ten for each column (the second line); a `-` or `+`
 * before a number means one power of ten less or more, a `!` 79² more. Keeps every decimal of the source.
 * @throws Error where a value has more than four significant digits.
 */
export function encodeMeasurements(text) {
  const { names, rows } = cellsOf(text);
  const columns = names.slice(0, -1).map((_, j) => encodeColumn(rows.map((row) => row[j])));
  const perGroup = columns.length / groups.length;
  const parts = (of) => groups.map((_, g) => columns.slice(g * perGroup, (g + 1) * perGroup).map(of));
  const lines = rows.map((row, i) => [row.at(-1), columns.map(({ cells }) => cells[i]).join("")]);
  return [[names.at(-1), ...groups], ["", ...parts(({ exponent }) => exponent).map((all) => all.join(" "))], ...lines].map((line) => `${line.join(",")}\n`).join("");
}

function encodeColumn(values) {
  const decimals = values.map(decimalOf);
  const candidates = [...new Set(decimals.map(({ exponent }) => exponent))];
  const encoded = candidates.map((exponent) => ({ exponent, cells: decimals.map((decimal) => encodeCell(decimal, exponent)) }));
  const size = ({ cells }) => cells.join("").length;
  return encoded.sort((a, b) => size(a) - size(b))[0];
}

/** A positive decimal number as (whole number without trailing zeros) × 10^exponent. */
function decimalOf(text) {
  const [whole, fraction = ""] = text.split(".");
  const written = `${whole}${fraction}`.replace(/^0+/, "");
  const mantissa = written.replace(/0+$/, "");
  if (mantissa.length > digits) throw new Error(`${text} has more than ${digits} significant digits`);
  return { mantissa, exponent: written.length - mantissa.length - fraction.length };
}

function encodeCell({ mantissa, exponent }, usual) {
  if (mantissa === "") return written(0);
  // Zeros may be moved between number and power: the fewest marks are written.
  const lowest = exponent - (digits - mantissa.length);
  const used = Math.min(exponent, Math.max(lowest, usual));
  const marks = (used < usual ? "-" : "+").repeat(Math.abs(used - usual));
  return `${marks}${written(Number(mantissa + "0".repeat(exponent - used)))}`;
}

function written(whole) {
  const rest = whole % base ** 2;
  return `${whole < base ** 2 ? "" : "!"}${alphabet[Math.floor(rest / base)]}${alphabet[rest % base]}`;
}

/** So many of each class fit beside the other data. */
const picturesPerClass = 45;

/** A third less to carry: half the pixels are paper, most of it side by side. h stands for two zeros, z for twenty. */
const withoutPaper = (pixels) => pixels.replace(/0{2,20}/g, ({ length }) => (length + 15).toString(36));

/** Pictures as one base-17 digit a pixel (0 to 16), runs of zeros as a letter, `picturesPerClass` of each class, taken evenly through the source, in its order. */
export function encodePictures(text) {
  const { rows } = cellsOf(text);
  const classes = new Map();
  rows.forEach((row, i) => classes.set(row.at(-1), [...(classes.get(row.at(-1)) ?? []), i]));
  const chosen = [...classes.values()].flatMap((members) => {
    return Array.from({ length: picturesPerClass }, (_, i) => members[Math.floor((i * members.length) / picturesPerClass)]);
  });
  const lines = chosen.sort((a, b) => a - b).map((i) => {
    const pixels = rows[i].slice(0, -1).map((value) => Number(value).toString(17)).join("");
    return `${rows[i].at(-1)},${withoutPaper(pixels)}\n`;
  });
  return `digit,pixels\n${lines.join("")}`;
}

const files = { "diabetes.csv": (text) => text, "breast-cancer.csv": encodeMeasurements, "digits.csv": encodePictures };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [option, folder] = process.argv.slice(2);
  if (option !== "--from" || folder === undefined) {
    console.error("Usage: npm run data -- --from DIR   (the folder with diabetes.csv, breast-cancer.csv and digits.csv)");
    process.exit(1);
  }
  for (const [name, encode] of Object.entries(files)) {
    const encoded = encode(await readFile(path.join(folder, name), "utf8"));
    await writeFile(path.join(target, name), encoded);
    console.log(`src/data/${name}: ${Buffer.byteLength(encoded)} bytes`);
  }
}
