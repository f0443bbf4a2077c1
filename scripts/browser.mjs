// Finds the Chromium that the browser tests and the pictures use, or installs one and says so.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "playwright-core";

const known = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** No sandbox when running as root, where Chromium refuses one; the rest keeps it from calling home. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

function installed() {
  const own = chromium.executablePath();
  return [...known, own].find((file) => file !== undefined && file !== "" && existsSync(file));
}

function run(command, args) {
  console.log(`  ${command} ${args.join(" ")}`);
  return spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;
}

/** The path of a Chromium. Throws an Error in words when none is there and none can be installed. */
export function findOrInstallBrowser() {
  const found = installed();
  if (found !== undefined) return found;
  console.log("No Chromium or Chrome found; installing one.");
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    run("apt-get", ["update", "-q"]);
    run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
  } else {
    const cli = path.join(path.dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");
    run(process.execPath, [cli, "install", "chromium"]);
  }
  const now = installed();
  if (now === undefined) {
    throw new Error("No Chromium could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one, and run this again.");
  }
  console.log(`Installed ${now}.`);
  return now;
}

/** Starts the browser that was found. */
export function launchBrowser(options = {}) {
  return chromium.launch({ executablePath: findOrInstallBrowser(), args: browserArguments, ...options });
}
