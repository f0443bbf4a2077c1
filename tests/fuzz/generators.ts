import fc from "fast-check";

/** Pieces that parsers trip over: other scripts and forms of letters, control characters, halves of pairs, YAML and Markdown marks. */
const awkward = [
  "", " ", "\t", "\n", "\r\n", "\u0000", "\u00a0", "\u200b", "\u202e", "\ufeff", "\ud83d", "\udc00", "👩‍🔬", "정규화", "\u1100\u1161", "ｌａｍｂｄａ", "λ", "é", "e\u0301", "ß", "İ",
  "[[", "]]", "[[]]", "![[a]]", "|", "\\|", "#", "^", "```", "~~~", "````", "$$", "$", "%%", "<!--", "-->", "---", ">", "> [!note]", "- ", "| a | b |", "| - | - |", "**", "`",
  ":", ": ", "- - -", "&a", "*a", "<<: *a", "!!js/function", "? ", "{", "}", "[", "]", "'", '"', "%YAML", "...", "__proto__", "constructor", "toString", "../", "..\\", "C:\\", "/", ".",
  "NaN", "Infinity", "-0", "1e999", "1e-400", "0x1F", "0b1", "1_000", "1,5", "1.234,5", "7:30", "7.5 h", "80 %", "2026-02-30", "null", "~", "true", "예", "<script>alert(1)</script>", "javascript:alert(1)", "{{title}}", "𝔏",
];
const repeated = fc.tuple(fc.constantFrom("[", "{", "(", ">", "#", "- ", "`", "$", "|", "[[", '"', "\\", "a", "a: ", "&a [*a, ", "**"), fc.integer({ min: 1, max: 400 })).map(([piece, times]) => piece.repeat(times));
const piece = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...awkward) }, { weight: 3, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) }, { weight: 1, arbitrary: repeated });

/** Text made of such pieces. */
export const awkwardText = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(""));

/** Valid samples with pieces put in, taken out or put in the place of others. */
export function mutated(samples: readonly string[]) {
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat({ max: 30 }), put: piece });
  return fc.tuple(fc.constantFrom(...samples), fc.array(change, { maxLength: 4 })).map(([sample, changes]) =>
    changes.reduce((text, { at, cut, put }) => {
      const from = Math.floor(at * text.length);
      return text.slice(0, from) + put + text.slice(from + cut);
    }, sample),
  );
}

/** Numbers as people and programs have them: common ones, edges, and what is no number. */
export const awkwardNumber = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: -1e3, max: 1e3, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, -0, 1, -1, 1e-300, 1e300, 5e-324, 1e154, -1e154, 1e9, 1e9 + 1e-3) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) },
);
