// npm run bench [-- NAME …]: all measurements, or those named.
import { runBundled } from "./bundled.mjs";

const benches = {
  engine: () => runBundled("./engine.ts"),
  browser: () => import("./browser.mjs"),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.`);
  process.exit(1);
}
for (const [name, run] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}`);
  await run();
}
