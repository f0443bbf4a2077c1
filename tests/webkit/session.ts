import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { existsSync, readdirSync } from "node:fs";
import { Builder, Capabilities, type WebDriver } from "selenium-webdriver";

const needed = ["WebKitWebDriver", "Xvfb"];
const browser = foldersIn("/usr/lib")
  .flatMap((folder) => foldersIn(folder).filter((name) => /webkit2gtk-4/.test(name)))
  .map((folder) => `${folder}/MiniBrowser`)
  .find((file) => existsSync(file));

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => `${folder}/${name}`);
  } catch {
    return [];
  }
}

/** Why WebKitGTK cannot be driven here, in words; null where it can. */
export function webkitMissing(): string | null {
  const missing = needed.filter((name) => spawnSync("which", [name]).status !== 0);
  if (browser === undefined) missing.push("MiniBrowser");
  return missing.length === 0 ? null : `${missing.join(", ")} not installed (Debian: apt-get install webkit2gtk-driver xvfb xauth)`;
}

export interface Session {
  readonly driver: WebDriver;
  close(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject).listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

/** WebKitGTK's small browser on a screen of its own. */
export async function openWebkit(): Promise<Session> {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const display = await new Promise<string>((resolve) => screen.stdio[3]?.once("data", (number) => resolve(`:${String(number).trim()}`)));
  const port = await freePort();
  const service: ChildProcess = spawn("WebKitWebDriver", ["-p", String(port)], { stdio: "ignore", env: { ...process.env, DISPLAY: display, WEBKIT_SKIA_ENABLE_CPU_RENDERING: "1" } });
  const server = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 200 && !(await answers(`${server}/status`)); attempt++) await new Promise((resolve) => setTimeout(resolve, 50));
  const capabilities = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: browser ?? "", args: ["--automation"] } });
  const driver = await new Builder().usingServer(server).withCapabilities(capabilities).build();
  // With a limit, the driver sets a timer in the page, which the tests would count. Its types do not know null.
  await driver.manage().setTimeouts({ script: null as unknown as number });
  return {
    driver,
    async close() {
      await Promise.race([driver.quit().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 3000))]);
      service.kill();
      screen.kill();
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
