import { useMemo } from "preact/hooks";
import { formatNumber } from "../../plot/number-format";
import { ownEvents } from "../../ui/own-events";
import { noCurves } from "../curves";
import { formatLambda } from "../format-lambda";
import { halfCount } from "../half-samples";
import { emptyHalfWeights, halfWeightsAt, variationOf, type Variation } from "../half-weights";
import { penaltyLook } from "../penalty-look";
import type { Scene } from "../scene";
import type { Aim } from "../spec/block-spec";
import { aims } from "../spec/values";
import { candidateOf, fewestWithin, judgeErrors, type Candidate, type Fewest } from "./judge";
import { PenaltyKey, Shape, View } from "./panel";
import { percent } from "./percent";
import { useCurves } from "./use-curves";
import { useHalves } from "./use-halves";
import { fewVerdict, predictVerdict, stableVerdict, type VerdictText } from "./verdict-text";

/** Which penalty for these data and this aim, each at its own best λ, with the figures that say so. */
export function VerdictView({ scene }: { scene: Scene }) {
  const { model, state, spec, words: { verdict: say } } = scene;
  const aim = state.get().aim ?? spec.aim;
  const curveOf = useCurves(scene);
  const { resampling, halves } = useHalves(scene, aim === "stable");
  const curves = model.fits.map(({ penalty }) => curveOf(penalty));
  const candidates = useMemo(() => model.fits.flatMap((fit, index) => {
    const curve = curves[index];
    return curve ? [candidateOf(fit, curve)] : [];
  }), [model, ...curves]);
  const comparison = useMemo(() => judgeErrors(candidates), [candidates]);
  const limit = comparison === null ? NaN : comparison.winner.error + comparison.winner.standardError;
  const fewest = useMemo(() => (aim === "few" ? fewestWithin(model.fits, curveOf, limit) : []), [candidates, aim]);
  const variations = useMemo(() => (aim === "stable" && halves !== null ? candidates.map(({ penalty, lambda }) =>
    variationOf(halfWeightsAt(halves, penalty, lambda, emptyHalfWeights(model.features.length, halves.length)))) : []), [candidates, halves, aim]);

  const missing = model.curves === noCurves ? say.noRows : candidates.length < model.fits.length ? scene.words.error.validating : model.fits.length < 2 ? say.onePenalty
    : aim === "stable" && resampling === null ? (model.loss === "squared" ? say.noHalves : scene.words.classes.noHalves) : aim === "stable" && halves === null ? scene.words.stability.progress(resampling?.done() ?? 0, halfCount) : null;
  const text = missing !== null || comparison === null ? null
    : aim === "predict" ? predictVerdict(scene, comparison) : aim === "few" ? fewVerdict(scene, { fewest, limit }) : stableVerdict(scene, candidates, variations);
  return (
    <View name="verdict" title={say.title} aside={<AimChoice scene={scene} aim={aim} />}>
      <div class="reglab-verdict" role="status">
        {text === null ? <p class="reglab-note">{missing}</p> : <Answer text={text} />}
      </div>
      {candidates.length > 0 && <Figures scene={scene} candidates={candidates} fewest={aim === "few" ? fewest : null} variations={variations} />}
      <p class="reglab-note">{say.basis({ folds: spec.folds, few: aim === "few", halves: aim === "stable" ? halfCount : 0 })}</p>
    </View>
  );
}

function AimChoice({ scene: { state, words: { verdict: say }, print }, aim }: { scene: Scene; aim: Aim }) {
  if (print) return <span class="reglab-pair">{`${say.aim} ${say.aims[aim]}`}</span>;
  return (
    <label class="reglab-pair" {...ownEvents}>
      {say.aim}
      <select class="dropdown reglab-select" value={aim} onChange={(event) => state.set({ aim: event.currentTarget.value as Aim })}>
        {aims.map((name) => <option key={name} value={name}>{say.aims[name]}</option>)}
      </select>
    </label>
  );
}

function Answer({ text: { answer, winners, reasons } }: { text: VerdictText }) {
  return (
    <>
      <p class="reglab-answer">
        {winners.map((penalty) => <span key={penalty} class={penaltyLook[penalty].class}><Shape penalty={penalty} /></span>)}
        {answer}
      </p>
      {reasons.map((reason) => <p key={reason} class="reglab-reason">{reason}</p>)}
    </>
  );
}

interface FiguresProps {
  readonly scene: Scene;
  readonly candidates: readonly Candidate[];
  /** Null where they are not asked for. */
  readonly fewest: readonly Fewest[] | null;
  readonly variations: readonly Variation[];
}

function Figures({ scene, candidates, fewest, variations }: FiguresProps) {
  const { words: { verdict: say, lambdaIs }, model } = scene;
  const total = model.features.length;
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [say.bestLambda, candidates.map(({ penalty, lambda }) => (penalty === "none" ? "–" : formatLambda(lambda)))],
    [say.error, candidates.map(({ error, standardError }) => `${formatNumber(error)} ± ${formatNumber(standardError)}`)],
    [say.kept, candidates.map(({ kept }) => say.keptOf(kept, total))],
    ...(fewest === null ? [] : [[say.fewest, candidates.map(({ penalty }) => {
      const own = fewest.find((other) => other.penalty === penalty);
      return own === undefined ? say.never : penalty === "none" ? say.keptOf(own.kept, total) : `${say.keptOf(own.kept, total)} (${lambdaIs(formatLambda(own.lambda))})`;
    })] as const]),
    ...(variations.length === 0 ? [] : [[say.change, variations.map(({ size }) => percent(size))] as const]),
  ];
  return (
    <table class="reglab-figures">
      <thead>
        <tr>
          <td />
          {candidates.map(({ penalty }) => <th key={penalty} scope="col"><PenaltyKey penalty={penalty} scene={scene} /></th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, values]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, index) => <td key={index}>{value}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
