// npm run bench [-- NAME …, or --NAME …]: engine and browser, or those named; peers and engines need programs that not everyone has.
import { runBundled } from "./bundled.mjs";

const benches = {
  engine: () => runBundled("./engine.ts"),
  browser: () => import("./browser.mjs"),
  vault: () => runBundled("./vault.ts"),
  large: () => runBundled("./large.ts"),
  wide: () => runBundled("./wide.ts"),
  peers: () => import("./peers.mjs"),
  engines: () => import("./engines.mjs"),
  network: () => import("./network.mjs"),
  soak: () => import("./soak.mjs"),
};
const usual = ["engine", "browser"];

const asked = process.argv.slice(2).map((name) => name.replace(/^--/, ""));
const wanted = asked.length > 0 ? asked : usual;
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.`);
  process.exit(1);
}
for (const [name, run] of Object.entries(benches)) {
  if (!wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  await run();
}
