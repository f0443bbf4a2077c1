import { useMemo, useRef, useState } from "preact/hooks";
import { nameOfNote } from "../../data/table";
import type { LeastSquares } from "../../regression/least-squares";
import { useWidth } from "../../ui/use-width";
import type { Scene } from "../scene";
import { View } from "./panel";
import { RowsPanel } from "./rows-panel";
import { drawnRows, rowValues } from "./rows-values";

const defaultHeight = 260;

/** For each penalty every row as a dot: what was predicted across, what was measured upwards. A row of notes leads to its note. */
export function RowsView({ scene }: { scene: Scene }) {
  const { problem } = scene.model;
  const { rows: say } = scene.words;
  return (
    <View name="rows" title={say.title}>
      {problem === undefined ? <p class="reglab-note">{scene.model.table.sums ? say.notKept : say.none}</p> : <RowsPanels scene={scene} problem={problem} />}
    </View>
  );
}

function RowsPanels({ scene, problem }: { scene: Scene; problem: LeastSquares }) {
  const { model, spec, words: { rows: say }, print, openNote } = scene;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 310, print);
  const values = useMemo(() => rowValues(problem), [problem]);
  const drawn = useMemo(() => drawnRows(problem.y.length), [problem]);
  const [chosen, choose] = useState(-1);
  const { notes } = model.table;
  const noteOf = (row: number) => notes?.[model.tableRows[row] ?? -1];
  const nameOf = (row: number): string => {
    const path = noteOf(row);
    return path === undefined ? say.row((model.tableRows[row] ?? 0) + 1) : nameOfNote(path);
  };
  const isOpenable = notes !== undefined && openNote !== null && !print;
  const note = isOpenable ? noteOf(drawn[chosen] ?? -1) : undefined;
  const open = note === undefined ? null : (newTab: boolean) => openNote?.(note, newTab);
  return (
    <>
      <div class="reglab-panels">
        {model.fits.map(({ penalty }, index) => (
          <div key={penalty} ref={index === 0 ? place : null} class="reglab-panel">
            <RowsPanel scene={scene} index={index} width={width} height={spec.height ?? defaultHeight} values={values} drawn={drawn} chosen={chosen} choose={choose} nameOf={nameOf} open={open} />
          </div>
        ))}
      </div>
      <div class="reglab-note">
        {drawn.length < problem.y.length && `${say.some({ drawn: drawn.length, rows: problem.y.length })} `}
        {!print && say.hint(isOpenable)}
      </div>
      {isOpenable && (
        <div class="reglab-open-row">
          {note !== undefined && <button type="button" class="reglab-open-note" onClick={() => open?.(false)}>{say.open(nameOfNote(note))}</button>}
        </div>
      )}
    </>
  );
}
