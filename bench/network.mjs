// npm run bench -- network: an epoch of the small network beside the same one in TensorFlow.js, and what each penalty leaves over ten seeds.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundled } from "./bundled.mjs";
import { median } from "./median.mjs";

const version = "4.22.0";
const rounds = Number(process.env.ROUNDS ?? 5);
const folder = fileURLToPath(new URL("../.cache/tfjs/", import.meta.url));

const module = await import(`data:text/javascript;base64,${Buffer.from(await bundled("./network.ts")).toString("base64")}`);
const lines = [...module.seedsReport(), "", ...(await raceReport())];
console.log(lines.join("\n"));
writeFileSync(new URL("../docs/networks.md", import.meta.url), `${lines.join("\n")}\n`);
console.log("\nWritten to docs/networks.md.");

/** Whole epochs in turn, so that whatever else the machine does meets all alike. */
async function raceReport() {
  const data = module.raceData();
  const players = [{ name: "this network", epoch: module.epoch }];
  const words = [];
  const tf = loadTensorFlow(words);
  for (const backend of tf === null ? [] : ["cpu", "wasm"]) {
    try {
      players.push(await tensorFlowPlayer(tf, backend, data));
    } catch (error) {
      words.push(`TensorFlow.js with its ${backend} back end could not train this network: ${error.message.split("\n")[0]}`);
    }
  }
  const times = new Map(players.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, epoch } of players) {
      const start = performance.now();
      await epoch();
      // The first round warms up.
      if (round > 0) times.get(name).push(performance.now() - start);
    }
  }
  const own = median(times.get("this network"));
  return [
    "## One epoch",
    "",
    `${data.count.toLocaleString("en")} digits (the 300 for training, six times over) in mini-batches of ${data.batch}, Adam, one thread of Node.js ${process.versions.node}; median of ${rounds} epochs taken in turn.`,
    "",
    "| | ms | |",
    "|---|---:|---|",
    ...players.map(({ name }) => `| ${name} | ${median(times.get(name)).toFixed(0)} | ${name === "this network" ? "" : `${(median(times.get(name)) / own).toFixed(1)} times as long`} |`),
    ...(words.length > 0 ? ["", ...words] : []),
  ];
}

/** Fetched on the first run and kept in .cache; null where it cannot be had. */
function loadTensorFlow(words) {
  const packages = ["@tensorflow/tfjs", "@tensorflow/tfjs-backend-wasm"];
  try {
    if (!packages.every((name) => existsSync(path.join(folder, "node_modules", name)))) {
      mkdirSync(folder, { recursive: true });
      const wanted = packages.map((name) => `${name}@${version}`);
      execFileSync("npm", ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", ...wanted], { stdio: "ignore", timeout: 180_000 });
    }
    const require = createRequire(pathToFileURL(path.join(folder, "bench.cjs")));
    const tf = require("@tensorflow/tfjs");
    require("@tensorflow/tfjs-backend-wasm").setWasmPaths(path.join(folder, "node_modules/@tensorflow/tfjs-backend-wasm/dist/"));
    return tf;
  } catch {
    words.push("TensorFlow.js is not installed and could not be fetched.");
    return null;
  }
}

async function tensorFlowPlayer(tf, backend, { pictures, labels, count, batch, filters, size }) {
  if (!(await tf.setBackend(backend))) throw new Error("it does not start");
  await tf.ready();
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [8, 8, 1], filters, kernelSize: size, activation: "relu", kernelInitializer: "heNormal" }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 10, activation: "softmax" }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.003), loss: "sparseCategoricalCrossentropy" });
  const x = tf.tensor4d(Float32Array.from(pictures), [count, 8, 8, 1]);
  const y = tf.tensor1d(Float32Array.from(labels));
  const epoch = async () => {
    await tf.setBackend(backend);
    await model.fit(x, y, { epochs: 1, batchSize: batch, shuffle: true, verbose: 0, yieldEvery: "never" });
  };
  await epoch();
  return { name: `TensorFlow.js ${version}, ${backend}`, epoch };
}
