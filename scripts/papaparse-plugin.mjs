// Papa Parse can also read from the network, from files of the browser and from streams, write CSV, and start workers of its own. The plugin gives it text, so the bodies of these functions are left out.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

const unused = [
  "NetworkStreamer", "FileStreamer", "ReadableStreamStreamer", "DuplexStreamStreamer", "JsonToCsv",
  "getWorkerBlob", "newWorker", "mainThreadReceivedMessage", "completeWorker", "workerThreadReceivedMessage",
];

/** @throws Error where a function is not found as it is known here. */
export function withoutStreams(source) {
  return unused.reduce((text, name) => {
    const without = text.replace(new RegExp(`\\n\\tfunction ${name}\\([^)]*\\)\\s*\\{[\\s\\S]*?\\n\\t\\}`), `\n\tfunction ${name}() {}`);
    if (without === text) throw new Error(`Papa Parse has no function ${name}`);
    return without;
  }, source);
}

export const esbuildPapaParse = {
  name: "papaparse",
  setup(build) {
    // Not the minified one, in which nothing is found.
    build.onResolve({ filter: /^papaparse$/ }, () => ({ path: require.resolve("papaparse") }));
    build.onLoad({ filter: /[\\/]papaparse\.js$/ }, async ({ path }) => ({ contents: withoutStreams(await readFile(path, "utf8")), loader: "js" }));
  },
};
