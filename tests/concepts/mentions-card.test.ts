import { describe, expect, test } from "vitest";
import { isDateName, mentionsCard } from "../../src/concepts/mentions-card";

const notes = [
  { path: "A.md", title: "A", text: "# Part\n\nA [[Gauss_Process|Gaussian process]] is a prior.\n\nElsewhere [[gauss process]] again." },
  { path: "b/B.md", title: "B", text: "$$k(x)$$\nThe [[folder/Gauss Process.md]] needs this." },
  { path: "C.md", title: "C", text: "No link to it." },
];
const asked = { linktext: "ml/Gauss_Process#Kernels", notes, wantedBy: 2, linkedWith: ["Kernel"] };

describe("the vault's own words", () => {
  test("are the sentences of all notes, best first, with where they stand", () => {
    expect(mentionsCard(asked)).toMatchObject({
      kind: "mentions",
      linktext: "ml/Gauss_Process#Kernels",
      title: "Gauss Process",
      wantedBy: 2,
      linkedWith: ["Kernel"],
      mentions: [
        { path: "A.md", noteTitle: "A", heading: "Part", line: 2, formulas: [] },
        { path: "A.md", line: 4 },
        { path: "b/B.md", noteTitle: "B", line: 1, formulas: ["k(x)"] },
      ],
    });
  });

  test("leave out the paragraph being read, known by its line or by its words", () => {
    const lines = (reading: Parameters<typeof mentionsCard>[0]["reading"]) =>
      mentionsCard({ ...asked, ...(reading === undefined ? {} : { reading }) })?.mentions.map(({ path, line }) => `${path}:${line}`);
    expect(lines({ path: "A.md", line: 2 })).toEqual(["A.md:4", "b/B.md:1"]);
    expect(lines({ path: "A.md", text: "A  Gaussian process  is a prior." })).toEqual(["A.md:4", "b/B.md:1"]);
    expect(lines({ path: "C.md", line: 2 })).toHaveLength(3);
    expect(lines({ path: "A.md" })).toHaveLength(3);
  });

  test("make no card where nothing is said elsewhere", () => {
    expect(mentionsCard({ ...asked, notes: notes.slice(2) })).toBeNull();
    expect(mentionsCard({ ...asked, notes: [{ path: "D.md", title: "D", text: "Only [[Gauss Process]] here." }], reading: { path: "D.md", line: 0 } })).toBeNull();
    expect(mentionsCard({ ...asked, linktext: "#heading" })).toBeNull();
  });

  test("make no card for a day", () => {
    expect(mentionsCard({ ...asked, linktext: "2024-01-31", notes: [{ path: "D.md", title: "D", text: "On [[2024-01-31]] it rained." }] })).toBeNull();
  });
});

test.each([
  "2024-01-31", "2024.01.31", "2024/01/31", "20240131", "2024-01", "2024", "daily/2024-01-31.md", "2024-W05", "2024-Q1", "31-01-2024", "2024-01-31 Wed",
  "2024년 1월", "2024년 1월 31일", "1월 31일", "2024년", "2024-01-31 수요일", "January 31, 2024", "31 January 2024", "Jan 2024", "Wednesday, January 31st, 2024",
  "2024년 1월".normalize("NFD"),
])("%s is a date", (name) => expect(isDateName(name)).toBe(true));

test.each(["1984 (novel)", "L1", "0.05", "2024 goals", "May", "Lasso", "일반화", "월", "5", "", "12345", "3월의 라이온"])("%s is no date", (name) => {
  expect(isDateName(name)).toBe(false);
});
