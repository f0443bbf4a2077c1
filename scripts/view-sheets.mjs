// npm run sheets: every view in both languages and themes, narrow and wide, on eight sheets in docs/pictures, to be looked at.
import { mkdir } from "node:fs/promises";
import { buildPlugin } from "../esbuild.config.mjs";
import { startSandbox } from "../sandbox/server.mjs";
import { launchBrowser } from "./browser.mjs";

const folder = "docs/pictures";
const views = ["formula", "geometry", "weights", "distribution", "path", "error", "fit", "threshold", "proof", "interpret", "stability", "rows", "table", "verdict", "optimizer", "network"];
/** CSS pixels of the pane, and how many pictures stand side by side. */
const widths = [{ width: 360, columns: 5, phone: true }, { width: 900, columns: 3, phone: false }];

const note = views.map((view) => `\`\`\`regularization\nviews: [${view}]\n\`\`\``).join("\n\n");

async function pictures(browser, url, { theme, language, width, phone }) {
  // As high as all blocks together: nothing floats over them then.
  const page = await browser.newPage({ viewport: { width: phone ? width : width + 260, height: 13_000 } });
  await page.goto(`${url}?lang=${language}`);
  await page.waitForFunction(() => window.sandbox !== undefined);
  await page.evaluate(async ([look, small]) => {
    await window.sandbox.ready;
    window.sandbox.setTheme(look);
    if (small) window.sandbox.setPhone(true);
    await window.sandbox.open("Views.md", "reading");
    await document.fonts.ready;
  }, [theme, phone]);
  await page.waitForFunction((count) => document.querySelectorAll(".reglab-block").length === count, views.length);
  // Cross-validation and the views that wait until they are seen.
  await page.waitForTimeout(4000);
  const taken = [];
  for (const block of await page.locator(".reglab-block").all()) taken.push((await block.screenshot()).toString("base64"));
  await page.close();
  return taken;
}

async function sheet(browser, images, { theme, columns, file }) {
  const page = await browser.newPage({ viewport: { width: 1900, height: 1000 } });
  const ground = theme === "dark" ? "#1e1e1e" : "#fff";
  const cells = images.map((data) => `<img src="data:image/png;base64,${data}">`).join("");
  await page.setContent(`<!doctype html><style>body{margin:12px;background:${ground};columns:${columns};column-gap:12px}img{width:100%;margin-bottom:12px;break-inside:avoid;display:block}</style>${cells}`);
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  await page.screenshot({ path: file, fullPage: true, type: "jpeg", quality: 55 });
  await page.close();
}

await buildPlugin();
await mkdir(folder, { recursive: true });
const server = await startSandbox({ files: { "Views.md": note }, port: 0 });
const browser = await launchBrowser();
try {
  for (const theme of ["light", "dark"]) {
    for (const language of ["en", "ko"]) {
      for (const { width, columns, phone } of widths) {
        const file = `${folder}/views-${theme}-${language}-${width}.jpg`;
        await sheet(browser, await pictures(browser, server.url, { theme, language, width, phone }), { theme, columns, file });
        console.log(file);
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
