// npm run bench -- soak: a day of writing in the sandbox, hour by hour, and what memory the page holds after each.
// An hour is 60 edits of a note with blocks and links, with λ moved, cards opened, notes and modes changed, a note created and taken back.
import { buildPlugin } from "../esbuild.config.mjs";
import { launchBrowser } from "../scripts/browser.mjs";
import { startSandbox } from "../sandbox/server.mjs";

const hours = Number(process.env.HOURS ?? 24);
/** Caches fill in the first hours. */
const settled = 4;
const fence = (body) => `\`\`\`regularization\n${body}\n\`\`\`\n`;
const files = {
  "Note.md": `# Note\n\n${fence("lambda: 0.2\nviews: [geometry, weights, path]")}\nAbout [[weight_decay]], [[Lasso_Regression]], [[Overfitting]] and [[Groceries]].\n\n${fence("data: [[habits.csv]]\nviews: [weights, error]")}\nEnd.\n`,
  "Other.md": "Elsewhere, [[Groceries]] and [[ridge]].",
  "habits.csv": `a,b,y\n${Array.from({ length: 40 }, (_, i) => `${i % 7},${(i * i) % 5},${2 * (i % 7) - ((i * i) % 5)}`).join("\n")}\n`,
};

await buildPlugin();
const server = await startSandbox({ files, port: 0 });
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
await page.goto(server.url);
await page.waitForFunction(() => window.sandbox !== undefined);
await page.evaluate(() => window.sandbox.ready);
const client = await page.context().newCDPSession(page);

async function sample() {
  await page.evaluate(() => window.sandbox.open("Other.md", "reading"));
  await page.mouse.move(0, 0);
  await page.waitForTimeout(3500);
  for (let i = 0; i < 2; i += 1) await client.send("HeapProfiler.collectGarbage");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await client.send("Memory.getDOMCounters");
  return { megabytes: usedSize / 1e6, nodes, listeners: jsEventListeners };
}

function hour(number) {
  return page.evaluate(async (at) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const { app } = window.sandbox;
    await window.sandbox.open("Note.md", "live");
    for (let edit = 0; edit < 60; edit += 1) {
      const { editor } = app.workspace.activeLeaf.view;
      // Every third edit is in the first block, which is drawn anew; the others are words.
      if (edit % 3 === 0) editor.setValue(editor.getValue().replace(/lambda: [\d.]+/, `lambda: ${((edit % 9) + 1) / 10}`));
      else editor.setValue(editor.getValue().replace(/End.*/, `End ${at}:${edit}.`));
      await frame();
      const slider = document.querySelector(".reglab-block input[type=range]");
      if (slider !== null) {
        slider.value = String(Number(slider.max) * ((edit % 10) / 10));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await frame();
      }
      if (edit % 15 === 0) {
        const link = document.querySelectorAll(".cm-hmd-internal-link")[(edit / 15) % 4];
        link?.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
        await rest(450);
        document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
      }
      if (edit % 20 === 19) {
        await window.sandbox.open("Other.md", "reading");
        await window.sandbox.open("Note.md", edit % 40 === 19 ? "reading" : "live");
        await frame();
        await window.sandbox.open("Note.md", "live");
      }
    }
    const made = await app.vault.create(`Made ${at}.md`, "# Made\n\n[[Overfitting]]");
    await frame();
    await app.vault.delete(made);
    window.sandbox.setTheme(at % 2 === 0 ? "dark" : "light");
    return window.sandbox.errors.length;
  }, number);
}

const samples = [];
let errors = 0;
const start = Date.now();
for (let number = 1; number <= hours; number += 1) {
  errors = await hour(number);
  samples.push(await sample());
  const { megabytes, nodes, listeners } = samples.at(-1);
  console.log(`hour ${String(number).padStart(2)}  ${megabytes.toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners`);
}
await browser.close();
await server.close();

const later = samples.slice(Math.min(settled, samples.length - 1)).map(({ megabytes }) => megabytes);
const base = later[0];
const [least, most] = [Math.min(...later), Math.max(...later)];
const share = (value) => `${value >= base ? "+" : "−"}${Math.abs(100 * (value / base - 1)).toFixed(1)} %`;
console.log(`${hours} hours of 60 edits in ${((Date.now() - start) / 1000).toFixed(0)} s; from hour ${settled + 1} on ${share(least)} to ${share(most)} of ${base.toFixed(2)} MB; ${errors} errors`);
if (errors > 0 || most > 1.05 * base) process.exitCode = 1;
