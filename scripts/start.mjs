import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildPlugin } from "../esbuild.config.mjs";
import { startSandbox } from "../sandbox/server.mjs";
import { PlainError } from "../sandbox/vault-folder.mjs";

const usage = `npm start                         the sandbox with its sample vault
npm start -- --vault DIR          with your own notes, changed in memory only
npm start -- --vault DIR --write  with your own notes, changes saved
  --port N   instead of 4173 or the next free port
  --open     open the page in the browser`;

const startFolder = process.env.INIT_CWD ?? process.cwd();

function options() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        vault: { type: "string" },
        write: { type: "boolean", default: false },
        port: { type: "string" },
        open: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }));
  } catch (error) {
    throw new PlainError(`${error.message}\n\n${usage}`);
  }
  const { port, write, vault } = values;
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) < 65536)) throw new PlainError(`"${port}" is not a port.`);
  if (write && vault === undefined) throw new PlainError("--write needs --vault DIR: the sample vault is never written.");
  return values;
}

function openInBrowser(url) {
  const [command, ...rest] = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] }[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...rest, url], { stdio: "ignore", detached: true });
  child.on("error", () => console.error(`No browser could be opened; the address is ${url}`));
  child.unref();
}

async function start() {
  const { vault, write, port, open, help } = options();
  if (help) {
    console.log(usage);
    return;
  }
  process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), ".."));
  const folder = vault === undefined ? undefined : path.resolve(startFolder, vault);
  if (folder !== undefined && !existsSync(folder)) throw new PlainError(`There is no folder "${folder}".`);
  await buildPlugin();
  const sandbox = await startSandbox({ vault: folder, write, port: port === undefined ? undefined : Number(port), log: console.log });
  const kept = folder === undefined ? "sample vault" : `${folder}, ${write ? "changes are saved" : "changes stay in memory"}`;
  console.log(`Sandbox: ${sandbox.url}  (${kept}; Ctrl+C ends it)`);
  if (open) openInBrowser(sandbox.url);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      void sandbox.close().then(() => process.exit(0));
    });
  }
}

try {
  await start();
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
