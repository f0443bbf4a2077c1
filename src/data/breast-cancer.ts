import text from "./breast-cancer.csv";
import type { Column, Table } from "./table";

/** What was measured on every cell nucleus of a sample; each has its mean, standard error and worst value (mean of the three largest). */
const measurements = [
  "radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity", "concave_points", "symmetry", "fractal_dimension",
];

const base = 79;

/** The characters from `.` to `~`, without those that would have to be escaped in a program (`\\` and `` ` ``). */
function digitOf(character: string): number {
  const place = character.charCodeAt(0) - 46;
  return place - Number(place > 46) - Number(place > 50);
}

/**
 * 569 breast masses, thirty measurements, benign or malignant: Wolberg, Street, Mangasarian 1995.
 *
 * A line of the file is the class and thirty numbers of up to four digits, as two of base 79. The second line has the power of ten of
 * every column, ten for each group of the first; a `-` or `+` before a number is one power less or more, a `!` stands for 79² more.
 */
export function readBreastCancer(): Table {
  const [header = [], powers = [], ...lines] = text.trim().split("\n").map((line) => line.split(","));
  const [target = "", ...groups] = header;
  const exponents = powers.slice(1).flatMap((group) => group.split(" ").map(Number));
  const names = groups.flatMap((group) => measurements.map((name) => (group === "error" ? `${name}_error` : `${group}_${name}`)));
  const features = names.map((name): Column => ({ name, values: new Float64Array(lines.length) }));
  lines.forEach(([, numbers = ""], row) => {
    const cells = [...numbers.matchAll(/([-+]*)(!?)(.)(.)/g)];
    cells.forEach(([, marks = "", more, first = "", second = ""], j) => {
      const whole = base * (digitOf(first) + (more ? base : 0)) + digitOf(second);
      const shift = marks.startsWith("-") ? -marks.length : marks.length;
      const column = features[j];
      // Read as a decimal number: multiplying by a power of ten would round.
      if (column) column.values[row] = Number(`${whole}e${(exponents[j] ?? 0) + shift}`);
    });
  });
  const classes = { name: target, values: Float64Array.from(lines, ([value]) => Number(value)), classes: ["malignant", "benign"] };
  return { name: "breast-cancer", columns: [...features, classes], rows: lines.length };
}
