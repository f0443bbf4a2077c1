// What docs/real-app.md asks, as far as a script can see it. Globals come from WebdriverIO and Mocha.
/* global browser, $, $$, describe, it, before */
import assert from "node:assert/strict";

const note = "Before.\n\n```regularization\nlambda: 0.2\nviews: [weights]\n```\n\nAfter [[weight_decay]].\n";

async function open(mode) {
  await browser.executeObsidian(
    async ({ app }, text, how) => {
      const path = "End to end.md";
      const file = app.vault.getFileByPath(path) ?? (await app.vault.create(path, text));
      await app.vault.process(file, () => text);
      const leaf = app.workspace.getLeaf(false);
      await leaf.openFile(file, { state: how === "reading" ? { mode: "preview" } : { mode: "source", source: how === "source" } });
    },
    note,
    mode,
  );
}
const textOf = () => browser.executeObsidian(({ app }) => app.vault.read(app.vault.getFileByPath("End to end.md")));

describe("Regularization Lab in the real app", () => {
  before(async () => {
    await browser.executeObsidian(({ app }) => app.plugins.enablePlugin("regularization-lab"));
  });

  for (const mode of ["reading", "live"]) {
    it(`draws a block with exact zeros in ${mode}`, async () => {
      await open(mode);
      await $(".reglab-row").waitForExist();
      assert.ok((await $(".reglab-summary").getText()).startsWith("λ = 0.2: L1 keeps 4 of 10 features"));
    });
  }

  it("writes λ by Save, as one line", async () => {
    await open("reading");
    const number = await $(".reglab-number");
    await number.waitForExist();
    await number.setValue("0.5");
    await browser.keys("Enter");
    await $(".reglab-save").click();
    await browser.waitUntil(async () => (await textOf()).includes("lambda: 0.5"));
    assert.equal(await textOf(), note.replace("lambda: 0.2", "lambda: 0.5"));
  });

  it("opens one card on a link without a note, and no preview of the app beside it", async () => {
    await open("reading");
    await $('a.internal-link[data-href="weight_decay"]').moveTo();
    await $(".reglab-card.is-floating").waitForExist();
    assert.equal((await $$(".hover-popover")).length, 0);
  });

  it("computes in a worker made from its own text", async () => {
    const last = await browser.executeObsidian(async ({ app }) => {
      const [rows, columns] = [60, 250];
      const values = Float64Array.from({ length: rows * columns }, (_, at) => Math.sin(at * at));
      const y = Float64Array.from({ length: rows }, (_, i) => values[i]);
      const { fits } = await app.plugins.plugins["regularization-lab"].api.path({ x: { values, rows, columns }, y, l1Ratio: 0 });
      return fits.at(-1).dualityGap;
    });
    assert.ok(last < 1e-6);
  });

  it("leaves nothing when it is disabled", async () => {
    await browser.executeObsidian(({ app }) => app.plugins.disablePlugin("regularization-lab"));
    assert.equal((await $$(".reglab-block, .reglab-card")).length, 0);
  });
});
