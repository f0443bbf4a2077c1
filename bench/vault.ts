/** npm run bench -- vault: the index of names and wanted links over a made vault, in slices as the plugin builds it, and what one changed note costs. */
import { collectGarbage } from "./collect-garbage";
import { NoteNames } from "../src/concepts/note-names";
import { type Clock, SlicedQueue } from "../src/concepts/sliced-queue";
import { WantedNames } from "../src/concepts/wanted-names";
import { createRandom } from "../src/math/random";

const linksPerNote = 10;

interface Kind {
  readonly name: string;
  /** Of a note's ten links those that lead to no note. */
  readonly unresolved: number;
  /** Share of the notes that are called anything else than their file. */
  readonly otherNames: number;
}

const kinds: readonly Kind[] = [
  { name: "two links of ten lead nowhere, a third of the notes have another title and an alias", unresolved: 2, otherNames: 1 / 3 },
  { name: "no link leads to a note, and every note has three names", unresolved: linksPerNote, otherNames: 1 },
];
const syllables = ["re", "gu", "la", "tion", "spar", "se", "mo", "del", "가", "중", "치", "정", "규", "화", "net", "work", "loss", "path", "fit", "norm"];

interface MadeNote {
  readonly path: string;
  readonly names: readonly string[];
  readonly links: Readonly<Record<string, number>>;
}

/** Links go to names of which some are wanted often. */
function madeVault(count: number, { unresolved, otherNames }: Kind): MadeNote[] {
  const random = createRandom(9);
  const word = () => Array.from({ length: 2 + Math.floor(3 * random()) }, () => syllables[Math.floor(random() * syllables.length)]).join("");
  const wanted = Array.from({ length: Math.floor(count / 2) }, (_, i) => `${word()} ${word()} ${i}`);
  const notes = Array.from({ length: count }, (_, i) => {
    const name = `${word()} ${word()} ${i}`;
    const links: Record<string, number> = {};
    for (let l = 0; l < unresolved; l++) {
      const target = wanted[Math.floor(wanted.length * random() ** 3)]!;
      links[l % 3 === 0 ? target.replaceAll(" ", "_") : target] = 1;
    }
    const others = random() < otherNames ? [`${word()}-${i}`, `${word()} ${word()}, ${i}`] : [name];
    return { path: `Folder ${i % 100}/${name}.md`, names: [name, ...others], links };
  });
  // Names as an app has read them, not as the pieces that they were made of here.
  return JSON.parse(JSON.stringify(notes)) as MadeNote[];
}

/** Memory that was given back is gone a little later. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    collectGarbage();
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

let isFirst = true;

async function measure(count: number, kind: Kind): Promise<void> {
  const vault = new Map(madeVault(count, kind).map((note) => [note.path, note]));
  await rest();
  const { heapUsed: before, rss } = process.memoryUsage();
  const names = new NoteNames();
  const wanted = new WantedNames();
  const slices: number[] = [];
  const clock: Clock = {
    now: () => performance.now(),
    later(callback) {
      const timer = setTimeout(() => {
        const start = performance.now();
        callback();
        slices.push(performance.now() - start);
      }, 0);
      return () => clearTimeout(timer);
    },
  };
  const queue = new SlicedQueue((path) => {
    const note = vault.get(path)!;
    names.set(path, note.names);
    wanted.set(path, note.links);
  }, clock);
  const start = performance.now();
  queue.add(vault.keys());
  queue.start();
  await queue.whenEmpty();
  wanted.settle();
  const all = performance.now() - start;
  await rest();
  const after = process.memoryUsage();
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
  const worked = slices.reduce((sum, time) => sum + time, 0);
  slices.sort((a, b) => a - b);
  console.log(`${count.toLocaleString("en")} notes, ${(count * linksPerNote).toLocaleString("en")} links: ${worked.toFixed(0)} ms of work in ${slices.length} slices (${all.toFixed(0)} ms with the pauses), longest ${slices.at(-1)!.toFixed(1)} ms, p99 ${slices[Math.floor(0.99 * slices.length)]!.toFixed(1)} ms; ${megabytes(after.heapUsed - before)} MB held${isFirst ? `, the process grew by ${megabytes(after.rss - rss)} MB` : ""}`);
  isFirst = false;

  const random = createRandom(4);
  const notes = [...vault.values()];
  const changes = Array.from({ length: 300 }, () => {
    const note = notes[Math.floor(random() * notes.length)]!;
    const [first = "", ...rest] = Object.keys(note.links);
    const links = Object.fromEntries([...rest, `${first} anew`].map((link) => [link, 1]));
    const began = performance.now();
    names.set(note.path, [...note.names.slice(0, 2), "a new title"]);
    wanted.set(note.path, links);
    return performance.now() - began;
  }).sort((a, b) => a - b);
  const lookups = Array.from({ length: 300 }, () => {
    const link = Object.keys(notes[Math.floor(random() * notes.length)]!.links)[0]!;
    const began = performance.now();
    names.find(link);
    wanted.isRepeated(link);
    wanted.notesWanting(link, 24);
    return performance.now() - began;
  }).sort((a, b) => a - b);
  const p = (times: number[], share: number) => `${times[Math.floor(share * times.length)]!.toFixed(3)} ms`;
  console.log(`  one note changed: median ${p(changes, 0.5)}, p99 ${p(changes, 0.99)}; one link looked up: median ${p(lookups, 0.5)}, p99 ${p(lookups, 0.99)}`);
}

// The first builds while the code is still cold, as the plugin does.
for (const kind of kinds) {
  console.log(`${kind.name}:`);
  for (const count of [100_000, 10_000]) await measure(count, kind);
}
