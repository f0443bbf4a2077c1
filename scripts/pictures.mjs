// npm run pictures: makes the pictures of README and docs anew from the sandbox, so that they show what is true.
import { mkdir } from "node:fs/promises";
import { buildPlugin } from "../esbuild.config.mjs";
import { launchBrowser } from "./browser.mjs";
import { startSandbox } from "../sandbox/server.mjs";

const folder = "docs/pictures";
const cards = ".reglab-card.is-floating:not(.is-preparing)";

/** Every picture: the note, how it is shown, and what is done before the shot. */
const pictures = [
  { name: "reading-light", note: "L1 and L2.md", mode: "reading", theme: "light" },
  { name: "reading-dark", note: "L1 and L2.md", mode: "reading", theme: "dark" },
  { name: "live-light", note: "L1 and L2.md", mode: "live", theme: "light", height: 1320 },
  { name: "live-dark", note: "L1 and L2.md", mode: "live", theme: "dark" },
  { name: "korean-light", note: "L1과 L2.md", mode: "reading", theme: "light", language: "ko" },
  { name: "geometry-two", note: "Geometry.md", mode: "reading", theme: "light" },
  { name: "mistakes", note: "Broken blocks.md", mode: "reading", theme: "light" },
  { name: "card-light", note: "L1 and L2.md", mode: "reading", theme: "light", hover: "weight_decay" },
  { name: "card-dark-korean", note: "L1과 L2.md", mode: "reading", theme: "dark", language: "ko", hover: "weight_decay" },
  { name: "phone-korean", note: "L1과 L2.md", mode: "reading", theme: "light", language: "ko", phone: true },
];

async function take(browser, url, picture) {
  const size = picture.phone ? { width: 430, height: 900 } : { width: 1200, height: picture.height ?? 1000 };
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1.5 });
  await page.goto(url);
  await page.waitForFunction(() => window.sandbox !== undefined);
  await page.evaluate(async ({ note, mode, theme, language, phone }) => {
    await window.sandbox.ready;
    window.sandbox.setTheme(theme);
    window.sandbox.setLanguage(language ?? "en");
    await window.sandbox.reloadPlugin();
    if (phone) window.sandbox.setPhone(true);
    await window.sandbox.open(note, mode);
    await document.fonts.ready;
  }, picture);
  if (picture.hover !== undefined) {
    const link = page.locator(`a.internal-link[data-href="${picture.hover}"]`).first();
    await link.scrollIntoViewIfNeeded();
    await page.waitForTimeout(400);
    await link.hover();
    await page.waitForSelector(cards);
  } else {
    const block = page.locator(".block-language-regularization").first();
    await block.scrollIntoViewIfNeeded();
    // From a little above the block: a line of the note shows where it stands.
    await block.evaluate((el) => {
      el.style.scrollMarginTop = "110px";
      el.scrollIntoView({ block: "start" });
      el.style.scrollMarginTop = "";
      // The note alone is scrolled, not the page around it.
      for (let around = el.parentElement; around !== null; around = around.parentElement) if (!around.matches(".markdown-preview-view, .cm-scroller")) around.scrollTop = 0;
    });
  }
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}/${picture.name}.png` });
  await page.close();
}

await buildPlugin();
await mkdir(folder, { recursive: true });
const server = await startSandbox({ port: 0 });
const browser = await launchBrowser();
try {
  const [only] = process.argv.slice(2);
  for (const picture of pictures) {
    if (only !== undefined && !picture.name.includes(only)) continue;
    await take(browser, server.url, picture);
    console.log(`${folder}/${picture.name}.png`);
  }
} finally {
  await browser.close();
  await server.close();
}
