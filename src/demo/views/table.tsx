import { useMemo, useRef } from "preact/hooks";
import { Formula } from "../../ui/formula";
import type { PenaltyName } from "../../regression/note-objective";
import { penaltyLook } from "../penalty-look";
import { useDraw, useRest, type Scene } from "../scene";
import { PenaltyKey, View } from "./panel";
import { penaltyTex } from "./penalty-tex";
import { modelClaims, tableRows, type Statement, type Tag } from "./table-cells";
import { curvatures, relativeGapOf } from "./table-figures";
import { figureText, gapText } from "./table-text";
import { useCurves } from "./use-curves";

/** The note's comparison of the penalties, each claim with what it comes to on these data. */
export function TableView({ scene }: { scene: Scene }) {
  const { model, words: { table: say, error: { title: errorTitle } }, frames } = scene;
  const root = useRef<HTMLTableElement>(null);
  const curveOf = useCurves(scene);
  // The curvature of a log-loss is another one at every weight.
  const range = useMemo(() => (model.loss === "squared" ? curvatures(model.moments) : null), [model]);
  const free = useMemo(() => model.fits[0]?.weightsAt(0) ?? new Float64Array(0), [model]);

  useDraw(frames, ({ solutions }) => {
    for (const el of root.current?.querySelectorAll("[data-figure]") ?? []) {
      const name = el.getAttribute("data-figure") as Statement["figure"];
      const solution = solutions[Number(el.getAttribute("data-solution"))];
      if (solution === undefined || name === undefined || name === "gap") continue;
      const text = figureText({ scene, solution, curveOf, curvatures: range, free }, name);
      if (el.textContent !== text) el.textContent = text;
      el.parentElement?.toggleAttribute("hidden", text === "");
    }
  });
  useRest(frames, ({ solutions }) => {
    for (const el of root.current?.querySelectorAll('[data-figure="gap"]') ?? []) {
      const solution = solutions[Number(el.getAttribute("data-solution"))];
      const gap = solution === undefined ? null : relativeGapOf(model, solution);
      const text = gap === null ? "" : gapText(scene, gap);
      el.textContent = text;
      el.parentElement?.toggleAttribute("hidden", text === "");
    }
  });
  return (
    <View name="table" title={say.title} aside={<Legend scene={scene} />}>
      <table ref={root} class="reglab-table" role="table" data-columns={model.fits.length} aria-label={say.title}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">{say.property}</th>
            {model.fits.map(({ penalty }) => <th key={penalty} role="columnheader" scope="col"><PenaltyKey penalty={penalty} scene={scene} /></th>)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {tableRows.map(({ row, cells }) => (
            <tr key={row} role="row">
              <th role="rowheader" scope="row">{say.rows[row]}</th>
              {model.fits.map(({ penalty }, index) => (
                <td key={penalty} role="cell" class={penaltyLook[penalty].class}>
                  {row === "definition" && <div class="reglab-statement"><TagMark scene={scene} tag="mathematics" /><span><Formula tex={penalty === "none" ? "0" : `\\lambda ${penaltyTex[penalty]}`} /></span></div>}
                  {cells[penalty].map((statement, i) => <StatementLine key={i} scene={scene} statement={statement} solution={index} penalty={penalty} />)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="reglab-note">{say.note(errorTitle)}</p>
    </View>
  );
}

function StatementLine({ scene, statement: { tag, figure, claim }, solution, penalty }: { scene: Scene; statement: Statement; solution: number; penalty: PenaltyName }) {
  const { model, words } = scene;
  const isModel = claim !== undefined && modelClaims.includes(claim);
  const text = claim === undefined ? undefined : isModel && model.loss !== "squared" ? words.classes.claims[penalty] : words.table.claims[claim];
  return (
    <div class={`reglab-statement is-${tag}`}>
      <TagMark scene={scene} tag={tag} />
      {figure === undefined ? <span>{text}</span> : <span data-figure={figure} data-solution={solution} />}
    </div>
  );
}

const signs: Record<Tag, string> = { measured: "●", mathematics: "■", untested: "○" };

/** A sign beside each statement; its words are in the legend, and read out in its place. */
function TagMark({ scene: { words: { table: say } }, tag }: { scene: Scene; tag: Tag }) {
  return (
    <span class={`reglab-tag is-${tag}`} title={say.tags[tag]}>
      <span aria-hidden="true">{signs[tag]}</span>
      <span class="reglab-heard">{`${say.shortTags[tag]}: `}</span>
    </span>
  );
}

function Legend({ scene }: { scene: Scene }) {
  const { words: { table: say } } = scene;
  return (
    <span class="reglab-keys reglab-tag-legend" aria-hidden="true">
      {(["measured", "mathematics", "untested"] as const).map((tag) => <span key={tag}><span class={`reglab-tag is-${tag}`}>{signs[tag]}</span> <b>{say.shortTags[tag]}</b>: {say.tags[tag]}</span>)}
    </span>
  );
}
