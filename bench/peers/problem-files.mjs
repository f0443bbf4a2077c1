import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export function numbersIn(file) {
  const bytes = readFileSync(file);
  return new Float64Array(new Uint8Array(bytes).buffer);
}

/** What problems.ts has written; undefined where it could not. */
export function problemIn(folder) {
  const shape = path.join(folder, "shape.txt");
  if (!existsSync(shape)) return undefined;
  const [n, p, count, classes, loss] = readFileSync(shape, "utf8").trim().split(" ");
  const numbers = (name) => numbersIn(path.join(folder, `${name}.bin`));
  return { n: Number(n), p: Number(p), count: Number(count), classes: Number(classes), loss, x: numbers("x"), y: numbers("y"), lambdas: numbers("lambdas"), folds: numbers("folds") };
}
