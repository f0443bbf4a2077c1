// End to end in the real app, run by .github/workflows/real-app.yml: wdio-obsidian-service downloads Obsidian and drives it.
import path from "node:path";

export const config = {
  runner: "local",
  framework: "mocha",
  specs: ["./*.e2e.mjs"],
  maxInstances: 1,
  capabilities: [
    {
      browserName: "obsidian",
      // The oldest app that the manifest allows, and the newest.
      browserVersion: process.env.OBSIDIAN_VERSION ?? "latest",
      "wdio:obsidianOptions": { installerVersion: process.env.OBSIDIAN_INSTALLER ?? "latest", plugins: ["../dist"], vault: "../sandbox/vault" },
    },
  ],
  services: ["obsidian"],
  reporters: ["obsidian"],
  cacheDir: path.resolve(".cache/obsidian"),
  mochaOpts: { ui: "bdd", timeout: 60_000 },
  logLevel: "warn",
};
