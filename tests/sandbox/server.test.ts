import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync, existsSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type RunningSandbox, startSandbox } from "../../sandbox/server.mjs";

let folder: string;
let vault: string;
let running: RunningSandbox;
let token: string;

interface Answer {
  status: number;
  text: string;
}

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

const outside = ["../outside.md", "sub/../../outside.md", "/etc/outside.md", "..\\outside.md", "C:/a.md"];
const notNotes = [".obsidian/app.json", "", "sub//a.md", "missing/a.md", "a.sh"];

/** Plain http: `fetch` does not let a test lie about its Host. */
function send(pathname: string, { method = "GET", headers = {}, body = "" }: Sent): Promise<Answer> {
  const url = new URL(pathname, running.url);
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function write(change: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const own = { "origin": running.url.slice(0, -1), "content-type": "application/json", "x-sandbox-token": token };
  return send("/write", { method: "POST", headers: { ...own, ...headers }, body: JSON.stringify(change) });
}

const note = { kind: "write", path: "a.md", text: "new" };
const textOf = (name: string) => readFileSync(path.join(vault, name), "utf8");

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "sandbox-"));
  vault = path.join(folder, "vault");
  mkdirSync(path.join(vault, "sub"), { recursive: true });
  mkdirSync(path.join(vault, ".obsidian"));
  writeFileSync(path.join(vault, "a.md"), "old");
  writeFileSync(path.join(vault, "data.csv"), "x,y\n1,2\n");
  writeFileSync(path.join(vault, "picture.png"), "no text");
  writeFileSync(path.join(vault, ".obsidian", "app.json"), "{}");
  writeFileSync(path.join(folder, "outside.md"), "outside");
  running = await startSandbox({ vault, write: true, port: 0, build: false });
  token = (JSON.parse((await send("/vault.json", {})).text) as { token: string }).token;
});

afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the sandbox's server", () => {
  test("gives the folder's text files, and nothing hidden", async () => {
    const { files, name } = JSON.parse((await send("/vault.json", {})).text) as { files: Record<string, string>; name: string };
    expect(files).toEqual({ "a.md": "old", "data.csv": "x,y\n1,2\n" });
    expect(name).toBe("vault");
  });

  test("writes, moves and throws away inside the folder", async () => {
    expect((await write(note)).status).toBe(204);
    expect(textOf("a.md")).toBe("new");
    expect((await write({ kind: "folder", path: "Concepts" })).status).toBe(204);
    expect((await write({ kind: "write", path: "Concepts/라쏘.md", text: "한글" })).status).toBe(204);
    expect((await write({ kind: "rename", path: "Concepts/라쏘.md", to: "sub/lasso.md" })).status).toBe(204);
    expect(textOf("sub/lasso.md")).toBe("한글");
    expect((await write({ kind: "delete", path: "a.md" })).status).toBe(204);
    expect(existsSync(path.join(vault, "a.md"))).toBe(false);
    expect(textOf(".trash/a.md")).toBe("new");
  });

  test.each([
    ["a foreign Host", { host: "evil.example" }],
    ["a foreign Origin", { origin: "http://evil.example" }],
    ["no Origin of its own", { origin: "null" }],
    ["a wrong token", { "x-sandbox-token": "0".repeat(48) }],
    ["no token", { "x-sandbox-token": "" }],
    ["a form's content type", { "content-type": "text/plain" }],
  ])("refuses a write with %s", async (_what, headers) => {
    expect((await write(note, headers)).status).toBe(403);
    expect(textOf("a.md")).toBe("old");
  });

  test("gives nothing to a foreign Host", async () => {
    const answer = await send("/vault.json", { headers: { host: "evil.example" } });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain(token);
  });

  test.each([...outside, ...notNotes])("refuses to write to %j", async (target) => {
    const before = textOf(".obsidian/app.json");
    expect((await write({ ...note, path: target })).status).toBe(400);
    expect(readFileSync(path.join(folder, "outside.md"), "utf8")).toBe("outside");
    expect(textOf(".obsidian/app.json")).toBe(before);
  });

  test("refuses to write through symbolic links, to files or to folders", async () => {
    symlinkSync(path.join(folder, "outside.md"), path.join(vault, "link.md"));
    symlinkSync(folder, path.join(vault, "up"));
    expect((await write({ ...note, path: "link.md" })).status).toBe(400);
    expect((await write({ ...note, path: "up/outside.md" })).status).toBe(400);
    expect((await write({ kind: "rename", path: "a.md", to: "up/a.md" })).status).toBe(400);
    expect((await write({ kind: "delete", path: "up/outside.md" })).status).toBe(400);
    expect(readFileSync(path.join(folder, "outside.md"), "utf8")).toBe("outside");
    expect(JSON.parse((await send("/vault.json", {})).text)).not.toHaveProperty(["files", "link.md"]);
  });

  test("does not move a note over another", async () => {
    expect((await write({ kind: "rename", path: "a.md", to: "data.csv" })).status).toBe(400);
    expect(textOf("data.csv")).toBe("x,y\n1,2\n");
  });

  test("serves no other file of the disk", async () => {
    for (const pathname of ["/../package.json", "/%2e%2e/package.json", "/dist/../package.json", "/server.mjs", "/.gitignore"]) {
      expect((await send(pathname, {})).status).toBe(404);
    }
  });

  test("takes no writes without --write, nor for given files", async () => {
    const reading = await startSandbox({ vault, port: 0, build: false });
    const given = await startSandbox({ files: { "b.md": "text" }, port: 0, build: false });
    try {
      for (const { url } of [reading, given]) {
        const offered = (await (await fetch(`${url}vault.json`)).json()) as { token: unknown };
        expect(offered.token).toBeNull();
        const headers = { "content-type": "application/json", "x-sandbox-token": token, "origin": url.slice(0, -1) };
        expect((await fetch(`${url}write`, { method: "POST", headers, body: JSON.stringify(note) })).status).toBe(403);
      }
      expect(textOf("a.md")).toBe("old");
    } finally {
      await reading.close();
      await given.close();
    }
  });

  test("says in words that a folder is not there", async () => {
    await expect(startSandbox({ vault: path.join(folder, "nowhere"), port: 0, build: false })).rejects.toThrow(/There is no folder/);
    await expect(startSandbox({ vault: path.join(folder, "outside.md"), port: 0, build: false })).rejects.toThrow(/is a file/);
  });

  test("leaves out what is larger than 5 MB, and says so", async () => {
    writeFileSync(path.join(vault, "large.csv"), "x".repeat(5_000_001));
    const said: string[] = [];
    const other = await startSandbox({ vault, port: 0, build: false, log: (line) => said.push(line) });
    await other.close();
    expect(said).toEqual(["Left out large.csv: larger than 5 MB."]);
  });
});
