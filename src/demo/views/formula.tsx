import { useRef } from "preact/hooks";
import { formatNumber } from "../../plot/number-format";
import type { PenaltyName } from "../../regression/note-objective";
import { Formula } from "../../ui/formula";
import type { Term } from "../block-state";
import { formatLambda } from "../format-lambda";
import type { Solution } from "../frames";
import { penaltyLook } from "../penalty-look";
import { useDraw, useRest, type Scene } from "../scene";
import { PenaltyKey, View } from "./panel";
import { penaltyTex } from "./penalty-tex";

/** The note's formula for each penalty, every term with its value below it, and a bar of what the sum is made of. */
export function FormulaView({ scene }: { scene: Scene }) {
  const { words, model } = scene;
  return (
    <View name="formula" title={words.formula.title}>
      <div class="reglab-formulas">
        {model.fits.map(({ penalty }, index) => <FormulaRow key={penalty} scene={scene} index={index} penalty={penalty} />)}
      </div>
      <div class="reglab-note">{words.formula.bar}</div>
    </View>
  );
}

function FormulaRow({ scene, index, penalty }: { scene: Scene; index: number; penalty: PenaltyName }) {
  const { words, frames, model } = scene;
  const row = useRef<HTMLDivElement>(null);
  useDraw(frames, ({ solutions }) => {
    const solution = solutions[index];
    if (row.current !== null && solution !== undefined) showValues(row.current, { solution, full: model.emptyError });
  });
  useRest(frames, ({ solutions }) => {
    const solution = solutions[index];
    if (solution === undefined) return;
    const { lambda, error, penalty: size } = solution;
    const reading = { loss: formatNumber(error), lambda: formatLambda(lambda), size: formatNumber(size), total: formatNumber(error + lambda * size) };
    row.current?.setAttribute("aria-label", words.formula.reading({ penalty: words.penalties[penalty], ...reading }));
  });
  const term = (name: Term, tex: string) => <FormulaTerm scene={scene} name={name} tex={tex} />;
  return (
    <div ref={row} class={`reglab-formula-row ${penaltyLook[penalty].class}`} role="group">
      <PenaltyKey penalty={penalty} scene={scene} />
      {term("loss", model.loss === "squared" ? "\\mathrm{MSE}" : "\\text{log-loss}")}
      {penalty !== "none" && (
        <>
          <span class="reglab-operator">+</span>
          {term("lambda", "\\lambda")}
          {term("penalty", penaltyTex[penalty])}
        </>
      )}
      <span class="reglab-equals">
        <span class="reglab-operator">=</span>
        <span class="reglab-total" data-value="total" />
      </span>
      <svg class="reglab-sum" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="reglab-sum-full" width="100" height="10" />
        <rect class="reglab-sum-loss" data-bar="loss" data-term="loss" height="10" />
        <rect class="reglab-sum-penalty" data-bar="penalty" data-term="penalty" height="10" />
      </svg>
    </div>
  );
}

/** A term that marks what it stands for in the other views while it is pointed at or focused. */
function FormulaTerm({ scene: { model, state, words, print }, name, tex }: { scene: Scene; name: Term; tex: string }) {
  const mark = () => state.set({ marked: { kind: "term", term: name } });
  const unmark = () => state.set({ marked: null });
  const pointed = print ? {} : { tabIndex: 0, onPointerEnter: mark, onPointerLeave: unmark, onFocus: mark, onBlur: unmark };
  return (
    <span class="reglab-term" data-term={name} title={name === "loss" && model.loss !== "squared" ? words.classes.loss : words.formula[name]} {...pointed}>
      <Formula tex={tex} />
      <span class="reglab-value" data-value={name} />
    </span>
  );
}

function showValues(row: HTMLElement, { solution: { lambda, error, penalty }, full }: { solution: Solution; full: number }): void {
  const show = (name: string, text: string) => {
    const el = row.querySelector(`[data-value="${name}"]`);
    if (el !== null) el.textContent = text;
  };
  show("loss", formatNumber(error));
  show("lambda", formatLambda(lambda));
  show("penalty", formatNumber(penalty));
  show("total", formatNumber(error + lambda * penalty));
  const percent = (value: number) => String(full > 0 ? Math.min(100, (100 * value) / full) : 0);
  row.querySelector('[data-bar="loss"]')?.setAttribute("width", percent(error));
  const added = row.querySelector('[data-bar="penalty"]');
  added?.setAttribute("x", percent(error));
  added?.setAttribute("width", percent(lambda * penalty));
}
