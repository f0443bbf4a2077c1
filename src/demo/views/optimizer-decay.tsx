import { useMemo, useRef } from "preact/hooks";
import { formatNumber } from "../../plot/number-format";
import { Formula } from "../../ui/formula";
import { useWidth } from "../../ui/use-width";
import { gradientSizes, unequalGradients, unequalLambda, unequalRate, unequalSteps } from "../deep/unequal-gradients";
import type { Stage } from "../scene";
import { LinePlot } from "./line-plot";

const methods = [
  { name: "adam-l2", tex: "g \\leftarrow g + 2\\lambda w,\\quad w \\leftarrow w - \\eta\\,\\hat m/\\sqrt{\\hat v}" },
  { name: "adamw", tex: "w \\leftarrow (1 - 2\\eta\\lambda)\\,w - \\eta\\,\\hat m/\\sqrt{\\hat v}" },
] as const;

const gradientLook = ["reglab-l1", "reglab-gradient-1"];

/** Adam with L2 in the loss against AdamW, on two weights of which one has large gradients and one small ones. */
export function DecayPlot({ scene }: { scene: Stage }) {
  const { words: { optimizer: say }, print } = scene;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 300, print);
  const trails = useMemo(() => methods.map(({ name }) => unequalGradients(name)), []);
  return (
    <div role="group" class="reglab-view" aria-label={say.decayTitle}>
      <div class="reglab-view-title">{say.decayTitle}</div>
      <div class="reglab-panels">
        {methods.map(({ name, tex }, index) => {
          const trail = trails[index] ?? [];
          const end = trail.at(-1) ?? [NaN, NaN];
          return (
            <div key={name} ref={index === 0 ? place : null} class="reglab-panel" data-method={name}>
              <div class="reglab-decay"><b>{say.decayMethods[name]}</b> <Formula tex={tex} /></div>
              <LinePlot
                label={say.decayPlot(say.decayMethods[name])} width={width} height={Math.min(180, Math.max(140, width * 0.45))} x={[0, unequalSteps]} y={[-0.2, 1.1]} xName={say.steps} yName="w"
                lines={gradientSizes.map((_, j) => ({ class: gradientLook[j] ?? "", points: trail.map((w, k) => [k, w[j] ?? 0] as const) }))}
              />
              <div class="reglab-keys">
                {gradientSizes.map((size, j) => <span key={size} class={gradientLook[j]}><span class="reglab-key">{say.gradients(formatNumber(size))}</span> <span class="reglab-decayed">w = {formatNumber(end[j] ?? NaN)}</span></span>)}
              </div>
            </div>
          );
        })}
      </div>
      <p class="reglab-note">{say.decayNote({ rate: formatNumber(unequalRate), lambda: formatNumber(unequalLambda) })}</p>
    </div>
  );
}
