import { describe, expect, it } from "vitest";
import { type NoteBlock, noteBlocks } from "../../src/concepts/note-blocks";

/** Each block in a word: its lines and what it holds. */
const shownOf = (block: NoteBlock): string => {
  const at = block.start === block.end ? String(block.start) : `${block.start}-${block.end}`;
  if (block.kind === "row") return `${at} row ${block.cells.join(" | ")} < ${block.header.join(" | ")}`;
  return `${at} ${block.kind} ${block.kind === "math" ? block.tex : block.text}`;
};
const blocksOf = (note: string) => noteBlocks(note).map(shownOf);

describe("the readable blocks of a note", () => {
  it.each<[string, string, string[]]>([
    ["paragraphs, whose lines stay lines", "One.\nTwo.\n\nThree.", ["0-1 text One.\nTwo.", "3 text Three."]],
    ["Windows line ends", "One.\r\n\r\nTwo.", ["0 text One.", "2 text Two."]],
    ["headings of six levels, closed or not", "# A\n###### B ##\n## C # D\n#No\n####### Seven", ["0 heading A", "1 heading B", "2 heading C # D", "3-4 text #No\n####### Seven"]],
    ["a heading that is set in, and one that is set in too far", "   # A\n    # B", ["0 heading A", "1 text # B"]],
    ["a heading with a sign at its end that is no close", "# A C#\n# B \\#", ["0 heading A C#", "1 heading B \\#"]],
    ["a heading that ends a paragraph", "Words\n# A\nMore", ["0 text Words", "1 heading A", "2 text More"]],
    ["list items one by one, with their boxes and numbers gone", "- a\n* b\n+ c\n12. d\n3) e\n- [ ] f\n- [x] g", ["0 text a", "1 text b", "2 text c", "3 text d", "4 text e", "5 text f", "6 text g"]],
    ["what is like an item and is none", "-a\n1.b\n1234567890. c", ["0-2 text -a\n1.b\n1234567890. c"]],
    ["a list item's second line", "- a\n  b\n- c", ["0-1 text a\nb", "2 text c"]],
    ["rules, which end a paragraph", "a\n---\nb\n* * *\nc\n___\nd", ["0 text a", "2 text b", "4 text c", "6 text d"]],
    ["two signs, which are no rule", "a\n--\nb", ["0-2 text a\n--\nb"]],
    ["words before and behind signs", "a --- b\n--- c", ["0-1 text a --- b\n--- c"]],
    ["notes at the foot without their marks, block ids not at all", "[^1]: A note.\n\nWords. ^block-1", ["0 text A note.", "2 text Words."]],
    ["nothing of properties", "---\ntags: [a]\n---\nWords.", ["3 text Words."]],
    ["nothing of comments", "Be%% hidden %%fore\n\n%%\nhidden\n%%\n\n<!-- hidden -->After", ["0 text Before", "6 text After"]],
    ["nothing where there is nothing", "\n\n", []],
  ])("are %s", (_, note, blocks) => {
    expect(blocksOf(note)).toEqual(blocks);
  });

  it.each<[string, string, string[]]>([
    ["fences of grave accents and tildes", "a\n```js\ncode\n```\nb\n~~~\ncode\n~~~\nc", ["0 text a", "4 text b", "8 text c"]],
    ["that are longer than what stands in them", "````\n```\ncode\n````\nb", ["4 text b"]],
    ["that only their own mark closes", "```\n~~~\ncode\n``` js\nmore\n```\nb", ["6 text b"]],
    ["behind list items", "- ```\n  code\n  ```\n- a\n10. ~~~\ncode\n~~~\nb", ["3 text a", "7 text b"]],
    ["that are never closed", "a\n```\ncode", ["0 text a"]],
    ["not: accents within a line", "``` a ``` b\n\nc", ["0 text ``` a ``` b", "2 text c"]],
    ["not: two marks", "``\na\n``", ["0-2 text ``\na\n``"]],
    ["in a quote, which ends with the quote", "> ```\n> code\nb", ["2 text b"]],
    ["in a quote, where a deeper one is code", "> ```\n> > code\n> ```\n> b", ["3 text b"]],
  ])("leave out code: %s", (_, note, blocks) => {
    expect(blocksOf(note)).toEqual(blocks);
  });

  it.each<[string, string, string[]]>([
    ["over several lines", "a\n$$\nx\n+y\n$$\nb", ["0 text a", "1-4 math x\n+y", "5 text b"]],
    ["in one line", "$$ x+y $$\nb", ["0 math x+y", "1 text b"]],
    ["that begin and end in a line with signs", "$$x\n+y$$\nb", ["0-1 math x\n+y", "2 text b"]],
    ["not: in the midst of words", "$$x$$ is a number.", ["0 text $$x$$ is a number."]],
    ["in a quote", "> $$\n> x\n> $$", ["0-2 math x"]],
    ["that are empty", "a\n$$$$\nb", ["0 text a", "1 math ", "2 text b"]],
  ])("have formulas: %s", (_, note, blocks) => {
    expect(blocksOf(note)).toEqual(blocks);
  });

  it.each<[string, string, string[]]>([
    ["rows under their header", "| a | b |\n|---|:-:|\n| 1 | 2 |\n| 3 | 4 |", ["0 row a | b < ", "2 row 1 | 2 < a | b", "3 row 3 | 4 < a | b"]],
    ["behind words that go on", "Words\n| a | b |\n|---|---|\n| 1 | 2 |", ["0 text Words", "1 row a | b < ", "3 row 1 | 2 < a | b"]],
    ["to the first line without a bar", "| a |\n|-|\n| 1 |\nWords | here", ["0 row a < ", "2 row 1 < a", "3 row Words | here < a"]],
    ["ended by an empty line", "| a |\n|-|\n| 1 |\n\nWords | here", ["0 row a < ", "2 row 1 < a", "4 text Words | here"]],
    ["not: a line of signs with nothing above", "|---|\n| 1 |", ["0-1 text |---|\n| 1 |"]],
    ["in a quote, which ends with the quote", "> | a |\n> |-|\n> | 1 |\n| 2 |", ["0 row a < ", "2 row 1 < a", "3 text | 2 |"]],
  ])("have tables: %s", (_, note, blocks) => {
    expect(blocksOf(note)).toEqual(blocks);
  });

  it.each<[string, string, string[]]>([
    ["a quote", "> One\n> two\n\nThree", ["0-1 text One\ntwo", "3 text Three"]],
    ["a quote in a quote", "> One\n> > two\n> three", ["0 text One", "1 text two", "2 text three"]],
    ["marks without spaces, and set in", ">One\n   > two", ["0-1 text One\ntwo"]],
    ["a callout, whose title is its own", "> [!note] Title\n> Words\n\n> [!tip]- Folded\n> More", ["0 text Title", "1 text Words", "3 text Folded", "4 text More"]],
    ["not: the sign of a callout outside of a quote", "[!note] Title\nWords", ["0-1 text [!note] Title\nWords"]],
    ["a heading in a quote", "> # A\n> b", ["0 heading A", "1 text b"]],
    ["a sign in the midst of a line", "a > b", ["0 text a > b"]],
  ])("stand behind quote marks: %s", (_, note, blocks) => {
    expect(blocksOf(note)).toEqual(blocks);
  });
});
