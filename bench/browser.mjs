// npm run bench -- browser: what a user waits for, measured in Chromium on the built plugin in the sandbox.
import { buildPlugin } from "../esbuild.config.mjs";
import { launchBrowser } from "../scripts/browser.mjs";
import { startSandbox } from "../sandbox/server.mjs";

const fence = (body) => `\`\`\`regularization\n${body}\n\`\`\`\n`;
/** Each view alone, on the data that it is made for; `path` on 400 lines, too. */
const drags = [
  { file: "Block.md", name: "geometry, weights, path, ten features" },
  ...["formula", "geometry", "weights", "distribution", "path", "error", "fit", "threshold", "proof", "interpret", "stability", "rows", "table", "verdict"].map((view) => ({ file: `${view}.md`, name: view, body: `views: [${view}]` })),
  { file: "lines.md", name: "path, 400 lines", body: "data: wide\nviews: [path]" },
  { file: "classes.md", name: "weights and path, two classes, 30 features", body: "data: breast-cancer\nviews: [weights, path]" },
];
const files = {
  ...Object.fromEntries(drags.filter(({ body }) => body).map(({ file, body }) => [file, fence(body)])),
  "Thirty.md": Array.from({ length: 30 }, (_, i) => `Block ${i + 1}.\n\n${fence(`lambda: ${(0.01 * (i + 1)).toFixed(2)}\n${i % 3 === 0 ? "data: sparse" : i % 3 === 1 ? "data: correlated" : "data: diabetes"}`)}`).join("\n"),
  "Block.md": fence("data: diabetes\nlambda: 0.2\nviews: [geometry, weights, path]"),
  "Links.md": ["weight_decay", "Lasso_Regression", "Loss_Function", "Overfitting", "정규화", "Cross-entropy"].map((name) => `See [[${name}]].`).join("\n\n"),
};
const cards = ".reglab-card.is-floating:not(.is-preparing)";

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

const show = (name, value) => console.log(`${name.padEnd(64)} ${value}`);
const ms = (values) => `median ${quantile(values, 0.5).toFixed(2)} ms, p95 ${quantile(values, 0.95).toFixed(2)} ms (${values.length} times)`;

async function openPage(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.goto(url);
  await page.waitForFunction(() => window.sandbox !== undefined);
  await page.evaluate(() => window.sandbox.ready);
  return page;
}

/** Evaluating main.js and onload, each in a fresh page. */
async function startup(browser, url) {
  const timings = [];
  for (let i = 0; i < 15; i += 1) {
    const page = await openPage(browser, url);
    timings.push(await page.evaluate(() => window.sandbox.app.plugins.timings["regularization-lab"]));
    await page.close();
  }
  show("evaluating main.js", ms(timings.map(({ evaluate }) => evaluate)));
  show("onload", ms(timings.map(({ onload }) => onload)));
}

/** First drawing of a block: the task that draws it, cold and warm. */
async function drawing(browser, url) {
  const cold = [];
  const warm = [];
  for (let i = 0; i < 8; i += 1) {
    const page = await openPage(browser, url);
    const times = await page.evaluate(async () => {
      const el = document.body.appendChild(document.createElement("div"));
      const { handler } = window.sandbox.app.registries.codeBlockProcessors.get("regularization");
      const body = "data: diabetes\nlambda: 0.2\nviews: [geometry, weights, path]";
      const once = () => {
        const box = el.appendChild(document.createElement("div"));
        let child = null;
        const start = performance.now();
        handler(body, box, { sourcePath: "Block.md", addChild: (added) => { child = added; added.load(); }, getSectionInfo: () => null });
        box.getBoundingClientRect();
        const took = performance.now() - start;
        child?.unload();
        box.remove();
        return took;
      };
      return Array.from({ length: 8 }, once);
    });
    cold.push(times[0]);
    warm.push(...times.slice(3));
    await page.close();
  }
  show("first drawing of a default block, cold", ms(cold));
  show("drawing of a default block, warm", ms(warm));
}

/** All that runs in the page for one move of a pressed pointer along the λ slider: its listeners and the frame that follows. */
async function dragging(browser, url, { file, name }) {
  const page = await openPage(browser, url);
  await page.evaluate((note) => window.sandbox.open(note, "reading"), file);
  const slider = page.locator(".reglab-slider").first();
  await slider.waitFor({ timeout: 60_000 });
  // What is computed after the first drawing is not a move's.
  await page.waitForTimeout(2500);
  const box = await slider.boundingBox();
  await page.evaluate(() => {
    window.moves = [];
    let spent = 0;
    const timed = (run) => function (...given) {
      const start = performance.now();
      try { return run.apply(this, given); } finally { spent += performance.now() - start; }
    };
    const { requestAnimationFrame: ask } = window;
    window.requestAnimationFrame = (callback) => ask.call(window, timed(callback));
    // The first listener on the way down and the last on the way up enclose all that a move runs.
    let began = 0;
    window.addEventListener("pointermove", () => { began = performance.now(); }, true);
    window.addEventListener("pointermove", () => { spent += performance.now() - began; });
    const frame = () => {
      ask.call(window, () => {
        if (spent > 0) window.moves.push(spent);
        spent = 0;
        frame();
      });
    };
    frame();
  });
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 2, y);
  await page.mouse.down();
  for (let sweep = 0; sweep < 2; sweep += 1) {
    await page.mouse.move(box.x + box.width - 2, y, { steps: 150 });
    await page.mouse.move(box.x + 2, y, { steps: 150 });
  }
  await page.mouse.up();
  const moves = await page.evaluate(() => window.moves);
  show(`scripting per move of λ: ${name}`, ms(moves));
  await page.close();
}

/** A note with thirty blocks: how long tasks are after the first screen stands, while it is scrolled through, and what runs when nobody does anything. */
async function manyBlocks(browser, url) {
  const page = await openPage(browser, url);
  const found = await page.evaluate(async () => {
    const tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({ type: "longtask" });
    const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
    const opened = performance.now();
    await window.sandbox.open("Thirty.md", "reading");
    while (document.querySelector(".reglab-block svg") === null) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const first = performance.now();
    await pause(3000);
    const settled = performance.now();
    const view = document.querySelector(".markdown-preview-view");
    for (let top = 0; top < view.scrollHeight; top += 400) {
      view.scrollTop = top;
      await pause(60);
    }
    const scrolled = performance.now();
    await pause(1500);
    let frames = 0;
    const ask = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => { frames += 1; return ask.call(window, callback); };
    await pause(2000);
    const longest = (from, to) => Math.max(0, ...tasks.filter(({ startTime }) => startTime >= from && startTime < to).map(({ duration }) => duration));
    return { first: first - opened, after: longest(first, settled), scrolling: longest(settled, scrolled), frames, blocks: document.querySelectorAll(".reglab-block").length };
  });
  show("thirty blocks: first one drawn", `${found.first.toFixed(0)} ms`);
  show("thirty blocks: longest task after the first screen (0: below 50)", `${found.after.toFixed(0)} ms`);
  show("thirty blocks: longest task while scrolling", `${found.scrolling.toFixed(0)} ms, ${found.blocks} drawn at the end`);
  show("thirty blocks: frames asked for in two idle seconds", String(found.frames));
  await page.close();
}

/** From the end of the dwell time to a visible card. */
async function cardsOpening(browser, url) {
  const page = await openPage(browser, url);
  const waits = [];
  for (let round = 0; round < 4; round += 1) {
    await page.evaluate(() => window.sandbox.open("Links.md", "reading"));
    const links = page.locator(".markdown-preview-view a.internal-link");
    for (let i = 0; i < (await links.count()); i += 1) {
      await page.mouse.move(3, 3);
      await page.waitForFunction((selector) => document.querySelector(selector) === null, cards);
      await page.waitForTimeout(250);
      const link = links.nth(i);
      await page.evaluate((selector) => {
        document.addEventListener("mouseover", (event) => {
          if (event.target.closest?.("a.internal-link") === null) return;
          const began = performance.now();
          const look = () => {
            if (document.querySelector(selector) === null) requestAnimationFrame(look);
            else window.waited = performance.now() - began;
          };
          window.waited = undefined;
          look();
        }, { capture: true, once: true });
      }, cards);
      await link.hover();
      waits.push(await (await page.waitForFunction(() => window.waited)).jsonValue());
    }
  }
  show("hovering a link to a visible card, dwell time 300 ms", ms(waits));
  await page.close();
}

await buildPlugin();
const server = await startSandbox({ port: 0, files });
const browser = await launchBrowser();
try {
  await startup(browser, server.url);
  await drawing(browser, server.url);
  for (const drag of drags) await dragging(browser, server.url, drag);
  await manyBlocks(browser, server.url);
  await cardsOpening(browser, server.url);
} finally {
  await browser.close();
  await server.close();
}
