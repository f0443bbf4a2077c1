import { randomBytes, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildPage, builtFolder, pageFolder } from "./build.mjs";
import { applyChange, PlainError, readVault } from "./vault-folder.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const distFolder = path.join(here, "..", "dist");
const sampleVault = path.join(here, "vault");
const largestBody = 6e6;
const firstPort = 4173;
const portsTried = 50;

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
/** Scripts, styles, fonts and requests come from here or nowhere; pictures in people's notes may come from elsewhere. */
const contentPolicy = [
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:",
  "img-src * blob: data:",
  "frame-ancestors 'none'",
].join("; ");

function answer(response, status, body, type = "text/plain; charset=utf-8") {
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "content-security-policy": contentPolicy,
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  response.end(body);
}

/** Plain names in three folders, and nothing else of the disk. */
function fileFor(pathname) {
  if (pathname === "/") return path.join(pageFolder, "index.html");
  const plugin = /^\/dist\/(main\.js|styles\.css|manifest\.json)$/.exec(pathname);
  if (plugin) return path.join(distFolder, plugin[1]);
  const plain = /^\/([\w-][\w.-]*)$/.exec(pathname)?.[1];
  if (plain === undefined) return null;
  return path.join(plain.endsWith(".html") ? pageFolder : builtFolder, plain);
}

async function serveFile(response, pathname) {
  const file = fileFor(pathname);
  const body = file === null ? null : await readFile(file).catch(() => null);
  if (body === null) answer(response, 404, `There is nothing at ${pathname}.`);
  else answer(response, 200, body, types[path.extname(file)] ?? "application/octet-stream");
}

async function bodyOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) throw new PlainError("The change is larger than 6 MB.");
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new PlainError("The change is not JSON.");
  }
}

function sameToken(given, token) {
  const [a, b] = [Buffer.from(String(given ?? "")), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Why a write is refused, or null: it has to come from this very page. */
function refusal(request, origins, token) {
  if (!origins.includes(request.headers.origin)) return "Writes are taken from the sandbox's own page only.";
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) return "Writes are JSON.";
  if (!sameToken(request.headers["x-sandbox-token"], token)) return "The token of this run is missing or wrong; load the page again.";
  return null;
}

/** One change after another, in the order in which they came. */
let lastChange = Promise.resolve();

async function takeWrite(request, response, { root, token, origins }) {
  const reason = root === null ? "The sandbox was started without --write." : refusal(request, origins, token);
  if (reason !== null) return answer(response, 403, reason);
  try {
    const change = await bodyOf(request);
    const mine = lastChange.then(() => applyChange(root, change));
    lastChange = mine.catch(() => {});
    await mine;
    answer(response, 204);
  } catch (error) {
    answer(response, error instanceof PlainError ? 400 : 500, error.message);
  }
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve(server.address().port);
    });
  });
}

async function listenSomewhere(server, port) {
  if (port !== undefined) {
    return listen(server, port).catch((error) => {
      throw error.code === "EADDRINUSE" ? new PlainError(`Port ${port} is taken by another program.`) : error;
    });
  }
  for (let at = firstPort; at < firstPort + portsTried; at++) {
    const got = await listen(server, at).catch((error) => {
      if (error.code === "EADDRINUSE") return null;
      throw error;
    });
    if (got !== null) return got;
  }
  throw new PlainError(`No free port from ${firstPort} to ${firstPort + portsTried - 1}; name one with --port.`);
}

/**
 * Serves the sandbox on 127.0.0.1. The vault is `files` (path → text), the folder `vault`, or the sample vault; with `write`
 * the page's changes go back into the folder. `port`: 4173 or the next free one; 0 for any. Without `build` the page is the last one built.
 */
export async function startSandbox({ vault, write = false, port, files, build = true, log = () => {} } = {}) {
  const root = vault === undefined ? sampleVault : path.resolve(vault);
  if (write && vault === undefined) throw new PlainError("--write needs --vault DIR: the sample vault is never written.");
  const read = async () => (files === undefined ? readVault(root) : { files, skipped: [] });
  for (const line of (await read()).skipped) log(`Left out ${line}.`);
  if (build) await buildPage();
  const token = randomBytes(24).toString("hex");
  const name = files === undefined ? path.basename(root) : "Sandbox";
  let hosts = [];
  const server = createServer((request, response) => {
    const handle = async () => {
      if (!hosts.includes(request.headers.host)) return answer(response, 403, "The sandbox answers to its own address only.");
      const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
      if (pathname === "/write") {
        if (request.method !== "POST") return answer(response, 405, "Writes are posted.");
        return takeWrite(request, response, { root: write ? root : null, token, origins: hosts.map((host) => `http://${host}`) });
      }
      if (request.method !== "GET" && request.method !== "HEAD") return answer(response, 405, "The sandbox only gives.");
      if (pathname === "/favicon.ico") return answer(response, 204);
      if (pathname !== "/vault.json") return serveFile(response, pathname);
      answer(response, 200, JSON.stringify({ name, ...(await read()), token: write ? token : null }), types[".json"]);
    };
    handle().catch((error) => {
      if (!response.headersSent) answer(response, 500, error instanceof PlainError ? error.message : String(error));
    });
  });
  const got = await listenSomewhere(server, port);
  hosts = [`127.0.0.1:${got}`, `localhost:${got}`];
  return {
    url: `http://127.0.0.1:${got}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
