import { describe, expect, test } from "vitest";
import { markdownLinkAt, readBlockLink } from "../../src/demo/block-link";

describe("a link to a block", () => {
  test.each([
    ["#regularization?lambda=0.5", { lambda: 0.5 }],
    ["#regularisation?lambda=0,5&view=path", { lambda: 0.5, view: "path" }],
    ["#regularization?λ=0.2", { lambda: 0.2 }],
    ["#regularization?%CE%BB=0.2", { lambda: 0.2 }],
    ["#lab:my%20demo?lambda=1e-2", { name: "my demo", lambda: 0.01 }],
    ["#lab:main", { name: "main" }],
    ["#regularization?lambda=-1&view=nothing", {}],
    ["#regularization?lambda=", {}],
  ])("%s", (target, link) => expect(readBlockLink(target)).toEqual(link));

  test("is told from links to headings, notes and pages", () => {
    for (const target of ["#Regularization and more", "Regularization", "#lab:", "https://example.org/#regularization", "", "#%E0%A4%A"]) {
      expect(readBlockLink(target)).toBeNull();
    }
  });

  test("is found around a place of a line", () => {
    const line = "See [this](#regularization?lambda=1) and [that](<#lab:x?lambda=2>).";
    expect(markdownLinkAt(line, 6)).toBe("#regularization?lambda=1");
    expect(markdownLinkAt(line, line.indexOf("that"))).toBe("#lab:x?lambda=2");
    expect(markdownLinkAt(line, 1)).toBeNull();
  });
});
