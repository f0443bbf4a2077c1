import { createRequire } from "node:module";
import path from "node:path";
import esbuild from "esbuild";
import { describe, expect, it } from "vitest";
import { esbuildKatex, withoutUnusedMeasures } from "../../scripts/katex-plugin.mjs";

type Render = (tex: string, options: { throwOnError: true }) => string;
const katex = path.join(path.dirname(createRequire(import.meta.url).resolve("katex")), "katex.mjs");

async function bundled(): Promise<Render> {
  const { outputFiles } = await esbuild.build({ entryPoints: [katex], bundle: true, write: false, format: "esm", plugins: [esbuildKatex] });
  const loaded = (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.text ?? "").toString("base64")}`)) as { default: { renderToString: Render } };
  return loaded.default.renderToString;
}

describe("KaTeX as it is bundled", () => {
  it("draws formulas in every family, those without a font of their own too", async () => {
    const render = await bundled();
    for (const tex of ["\\mathfrak{A}", "\\mathbf{\\mathfrak{a}}", "\\mathsf{b}", "\\mathsf{\\mathbf{b}}", "\\mathtt{c}", "\\mathscr{D}", "\\boldsymbol{w}", "\\mathit{xy}", "\\textbf{\\textit{z}}", "\\boldsymbol{\\beta}", "\\mathcal{L}", "\\sum_j |w_j|"]) {
      expect(render(tex, { throwOnError: true })).toContain("katex-html");
    }
  });

  it("draws what it has the fonts for exactly as KaTeX does", async () => {
    const render = await bundled();
    const { default: original } = (await import("katex")) as unknown as { default: { renderToString: Render } };
    for (const tex of ["\\hat w = \\arg\\min_w \\tfrac1n \\|y - Xw\\|_2^2 + \\lambda \\sum_{j=1}^p |w_j|", "\\sqrt{\\frac{a}{b}} \\le \\left( \\int_0^1 x \\right)", "\\mathbb{R}^n \\mathcal{N}(0, \\sigma^2)", "\\mathbf{X}^\\top \\hat y"]) {
      expect(render(tex, { throwOnError: true })).toBe(original.renderToString(tex, { throwOnError: true }));
    }
  });

  it("is refused where its table is another", () => {
    expect(() => withoutUnusedMeasures("var fontMetricsData = {\n};")).toThrow("no measures of Main-Italic");
  });
});
