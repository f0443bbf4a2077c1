import { useMemo, useRef } from "preact/hooks";
import { formatNumber } from "../../plot/number-format";
import { useWidth } from "../../ui/use-width";
import type { Solution } from "../frames";
import { useDraw, useRest, type Scene } from "../scene";
import { PenaltyKey, View } from "./panel";
import { largestCorrelation, shrinkageOf, shrunk } from "./shrinkage";
import { thresholdDomain } from "./threshold-domain";
import { ThresholdPlot } from "./threshold-plot";
import { useMarked } from "./use-marked";
import { writeText } from "./write-text";

/** Wider, the plot would be higher than a screen or its lines too flat to compare. In CSS pixels. */
const widest = 400;

/** ŵ against the unpenalised w: what each penalty makes of a weight on its own, and the features' weights in the same plane. */
export function ThresholdView({ scene }: { scene: Scene }) {
  const { model, spec, words: { threshold: say, penalties }, print } = scene;
  const place = useRef<HTMLDivElement>(null);
  const rules = useRef<HTMLUListElement>(null);
  const reading = useRef<HTMLParagraphElement>(null);
  const note = useRef<HTMLParagraphElement>(null);
  const width = Math.min(widest, useWidth(place, 340, print));
  const free = useMemo(() => [...(model.fits[0]?.weightsAt(0) ?? [])], [model]);
  const correlation = useMemo(() => largestCorrelation(model.moments), [model]);
  const { reach, outside } = useMemo(() => thresholdDomain(model), [model]);
  const hasZone = model.fits.some(({ penalty }) => shrinkageOf(penalty, 1, model.mix).threshold > 0);

  useDraw(scene.frames, ({ solutions }) => {
    solutions.forEach((solution, index) => writeText(rules.current?.children[index]?.lastElementChild, ruleOf(scene, solution)));
  });
  useMarked(scene, ({ solutions }, feature) => {
    const j = feature === null ? -1 : model.features.indexOf(feature);
    const values = solutions.map(({ fit, weights }) => `${penalties[fit.penalty]} ${formatNumber(weights[j] ?? 0)}`);
    writeText(reading.current, j < 0 ? (hasZone ? say.hint : say.hintMarks) : say.feature({ feature: feature ?? "", free: formatNumber(free[j] ?? 0), values }));
  });
  useRest(scene.frames, ({ solutions }) => {
    let largest = 0;
    for (const { fit, lambda, weights } of solutions) {
      const shrinkage = shrinkageOf(fit.penalty, lambda, model.mix);
      weights.forEach((weight, j) => (largest = Math.max(largest, Math.abs(weight - shrunk(shrinkage, free[j] ?? 0)))));
    }
    const distance = formatNumber(largest, 2);
    const sentence = correlation === null ? say.unscaled(distance) : correlation === 0 ? say.exact(distance) : say.correlated({ correlation: formatNumber(correlation), distance });
    const notes = [
      sentence,
      ...(model.features.length > model.rows ? [say.notUnique(penalties[model.fits[0]?.penalty ?? "none"])] : []),
      ...(outside > 0 ? [say.outside(outside)] : []),
    ];
    writeText(note.current, notes.join(" "));
  });
  return (
    <View name="threshold" title={say.title}>
      <div class="reglab-threshold-parts">
        <div ref={place} class="reglab-threshold-place">
          <ThresholdPlot scene={scene} width={width} height={spec.height ?? width * 0.82} reach={reach} free={free} />
        </div>
        <div class="reglab-threshold-words">
          <ul ref={rules} class="reglab-rules">
            {model.fits.map(({ penalty }) => <li key={penalty}><PenaltyKey penalty={penalty} scene={scene} /> <span /></li>)}
          </ul>
          <p ref={reading} class={`reglab-threshold-reading ${print ? "reglab-heard" : ""}`} />
          <p ref={note} class="reglab-note" />
        </div>
      </div>
    </View>
  );
}

function ruleOf({ model, words: { threshold: { rule } } }: Scene, { fit, lambda }: Solution): string {
  const { threshold, divisor } = shrinkageOf(fit.penalty, lambda, model.mix);
  const [edge, by] = [formatNumber(threshold), formatNumber(divisor, 4)];
  switch (fit.penalty) {
    case "none":
      return rule.none;
    case "l1":
      return rule.l1(edge);
    case "l2":
      return rule.l2(by);
    case "elastic-net":
      return rule["elastic-net"]({ edge, divisor: by });
  }
}
