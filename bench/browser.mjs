// npm run bench -- browser: what a user waits for, measured in Chromium on the built plugin in the sandbox.
import { buildPlugin } from "../esbuild.config.mjs";
import { launchBrowser } from "../scripts/browser.mjs";
import { startSandbox } from "../sandbox/server.mjs";

const fence = (body) => `\`\`\`regularization\n${body}\n\`\`\`\n`;
const files = {
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

/** Scripting per pointer move while λ is dragged over its whole range: the time of all script in each frame, from a trace. */
async function dragging(browser, url) {
  const page = await openPage(browser, url);
  await page.evaluate(() => window.sandbox.open("Block.md", "reading"));
  await page.waitForSelector(".reglab-block");
  const area = page.locator(".reglab-path .reglab-drag-x > .reglab-hit").first();
  await area.scrollIntoViewIfNeeded();
  const box = await area.boundingBox();
  await page.evaluate(() => {
    window.moves = [];
    let spent = 0;
    const timed = (run) => function (...given) {
      const start = performance.now();
      try { return run.apply(this, given); } finally { spent += performance.now() - start; }
    };
    const { requestAnimationFrame: ask } = window;
    window.requestAnimationFrame = (callback) => ask.call(window, timed(callback));
    const root = document.querySelector(".reglab-block");
    // The first listener on the way down and the last on the way up enclose all that a move runs.
    let began = 0;
    window.addEventListener("pointermove", () => { began = performance.now(); }, true);
    window.addEventListener("pointermove", () => { spent += performance.now() - began; });
    root.dataset.timed = "yes";
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
  for (let sweep = 0; sweep < 3; sweep += 1) {
    await page.mouse.move(box.x + box.width - 2, y, { steps: 150 });
    await page.mouse.move(box.x + 2, y, { steps: 150 });
  }
  await page.mouse.up();
  const moves = await page.evaluate(() => window.moves);
  show("scripting per move of λ: geometry, weights, path, ten features", ms(moves));
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
  await dragging(browser, server.url);
  await cardsOpening(browser, server.url);
} finally {
  await browser.close();
  await server.close();
}
