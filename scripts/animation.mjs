// npm run animation: docs/pictures/lambda.gif, the block of the sample note while λ runs, frame by frame from the sandbox.
import { mkdir, writeFile } from "node:fs/promises";
import esbuild from "esbuild";
import { buildPlugin } from "../esbuild.config.mjs";
import { launchBrowser } from "./browser.mjs";
import { startSandbox } from "../sandbox/server.mjs";

const folder = "docs/pictures";
const fence = "```regularization\ndata: diabetes\nviews: [geometry, path]\nheight: 230\n```\n";
const frames = 36;
/** Milliseconds; the first and the last are looked at for longer. */
const pace = 90;
const rest = 1400;
const largest = 1.3;
const smallest = 0.004;

/** λ there and back: small, all gone, small again. */
const lambdas = Array.from({ length: frames }, (_, i) => {
  const share = i < frames / 2 ? i / (frames / 2 - 1) : (frames - 1 - i) / (frames / 2 - 1);
  return smallest * (largest / smallest) ** share;
});

/** The encoder as a script for the page, in which pictures can be read. */
const { outputFiles } = await esbuild.build({ stdin: { contents: 'export * from "gifenc"', resolveDir: process.cwd() }, bundle: true, write: false, format: "iife", globalName: "gifenc" });

async function encoded(browser, shots) {
  const page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0].text });
  const base64 = await page.evaluate(async ({ shots: all, pace: usual, rest: long }) => {
    const { GIFEncoder, quantize, applyPalette } = window.gifenc;
    const pictures = [];
    for (const shot of all) {
      const image = new Image();
      image.src = `data:image/png;base64,${shot}`;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      pictures.push(context.getImageData(0, 0, image.width, image.height));
    }
    const gif = GIFEncoder();
    const colours = quantize(pictures[Math.floor(pictures.length / 4)].data, 47);
    const unchanged = colours.length;
    let before = new Uint8Array(0);
    pictures.forEach(({ data, width, height }, i) => {
      const delay = i === 0 || i === pictures.length / 2 - 1 ? long : usual;
      const pixels = applyPalette(data, colours);
      // What stays as it was is left out: most of a frame.
      const drawn = i === 0 ? pixels : pixels.map((colour, at) => (colour === before[at] ? unchanged : colour));
      gif.writeFrame(drawn, width, height, { palette: i === 0 ? [...colours, [0, 0, 0]] : undefined, delay, transparent: i > 0, transparentIndex: unchanged, dispose: 1 });
      before = pixels;
    });
    gif.finish();
    return btoa(Array.from(gif.bytes(), (byte) => String.fromCharCode(byte)).join(""));
  }, { shots, pace, rest });
  await page.close();
  return Buffer.from(base64, "base64");
}

await buildPlugin();
await mkdir(folder, { recursive: true });
const server = await startSandbox({ port: 0, files: { "Note.md": `${fence}` } });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 960, height: 1100 } });
  await page.goto(`${server.url}?lang=en`);
  await page.waitForFunction(() => window.sandbox !== undefined);
  await page.evaluate(async () => {
    await window.sandbox.ready;
    await window.sandbox.open("Note.md", "reading");
    await document.fonts.ready;
  });
  const block = page.locator(".reglab-block").first();
  const input = block.locator(".reglab-lambda input");
  // What is computed after the first drawing comes into the sentence under it.
  await page.waitForFunction(() => document.querySelector(".reglab-summary")?.textContent?.includes("cross-validated"));
  const shots = [];
  for (const lambda of lambdas) {
    await input.fill(lambda.toPrecision(3));
    await input.press("Enter");
    await input.blur();
    await page.waitForTimeout(60);
    shots.push((await block.screenshot({ animations: "disabled" })).toString("base64"));
  }
  const file = `${folder}/lambda.gif`;
  const bytes = await encoded(browser, shots);
  await writeFile(file, bytes);
  console.log(`${file}: ${(bytes.length / 1024).toFixed(0)} kB, ${shots.length} frames`);
} finally {
  await browser.close();
  await server.close();
}
