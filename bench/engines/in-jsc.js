// Run by jsc with the bundle loaded before it: jsc suite.js in-jsc.js -- folder n p folder n p …
const numbers = (file) => new Float64Array(readFile(file, "binary").slice().buffer);
const clock = () => preciseTime() * 1000;
for (let at = 0; at < arguments.length; at += 3) {
  const [folder, rows, columns] = arguments.slice(at, at + 3);
  const problem = { rows: Number(rows), columns: Number(columns), x: numbers(`${folder}/x.bin`), y: numbers(`${folder}/y.bin`), lambdas: numbers(`${folder}/lambdas.bin`) };
  print(JSON.stringify(reglabSuite(problem, clock, 1000)));
}
