import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { formatNumber } from "../../plot/number-format";
import { ownEvents } from "../../ui/own-events";
import type { BlockState } from "../block-state";
import { descend, descentMethods } from "../deep/descent";
import { descentProblem } from "../deep/descent-problem";
import { stepWhileSeen } from "../deep/step-while-seen";
import type { Stage } from "../scene";
import { DecayPlot } from "./optimizer-decay";
import { DescentPlots } from "./optimizer-plots";
import { DescentTable } from "./optimizer-table";
import { Quantity } from "./quantity";
import { View } from "./panel";

/** Long enough for the slowest to be seen to creep. */
const descentSteps = 60;
/** From here the way to 0 is long enough to follow. */
const starts = { 1: [0.9], 2: [0.9, -0.5] } as const;
/** L1 holds x1 at exactly 0: alone from λ = 1.05 on, beside x2 from 0.6 on, where x2 goes at 1.5. */
const usualLambda = { 1: 2, 2: 1.2 } as const;
/** Small enough for every method at these λ, large enough for the subgradient's jumps to be seen. */
const firstRate = 0.1;

interface Chosen {
  readonly weights: 1 | 2;
  readonly lambda: number;
  readonly rate: number;
  /** Shown. */
  readonly step: number;
}

/** Choices outlive their elements, which the editor takes away at will. */
const kept = new WeakMap<BlockState, Chosen>();

/** What the corner at 0 does to a step: three ways to the lasso's minimum and L2 beside them, step by step. */
export function OptimizerView({ scene }: { scene: Stage }) {
  const { words: { optimizer: say }, print } = scene;
  const root = useRef<HTMLDivElement>(null);
  const [{ weights, lambda, rate, step }, setChosen] = useState<Chosen>(() => kept.get(scene.state) ?? { weights: 1, lambda: usualLambda[1], rate: firstRate, step: descentSteps });
  const change = (next: (now: Chosen) => Partial<Chosen>) => setChosen((now) => {
    const after = { ...now, ...next(now) };
    kept.set(scene.state, after);
    return after;
  });
  const [playing, setPlaying] = useState(false);
  const problem = useMemo(() => descentProblem(weights), [weights]);
  const trails = useMemo(
    () => descentMethods.map((method) => ({ method, trail: descend(method, { moments: problem.problem, lambda, rate, start: starts[weights], steps: descentSteps }) })),
    [problem, lambda, rate, weights],
  );
  useEffect(() => {
    if (!playing || root.current === null) return;
    return stepWhileSeen(root.current, () => change((now) => ({ step: Math.min(descentSteps, now.step + 1) })));
  }, [playing]);
  useEffect(() => {
    if (playing && step >= descentSteps) setPlaying(false);
  }, [playing, step]);
  const play = () => {
    if (!playing && step >= descentSteps) change(() => ({ step: 0 }));
    setPlaying(!playing);
  };
  const choose = (count: 1 | 2) => {
    change(() => ({ weights: count, lambda: usualLambda[count] }));
  };
  const one = () => {
    setPlaying(false);
    change((now) => ({ step: now.step >= descentSteps ? 0 : now.step + 1 }));
  };
  return (
    <View name="optimizer" title={say.title}>
      <div ref={root}>
        {!print && (
          <div class="reglab-deep" {...ownEvents}>
            <button type="button" onClick={play}>{playing ? say.pause : say.play}</button>
            <button type="button" onClick={one}>{step >= descentSteps ? say.toStart : say.step}</button>
            <label>{say.weights} <select class="dropdown reglab-select" value={weights} onChange={(event) => choose(event.currentTarget.value === "2" ? 2 : 1)}>
              <option value={1}>{say.oneWeight}</option>
              <option value={2}>{say.twoWeights}</option>
            </select></label>
            <Quantity label={say.rate} symbol="η" value={rate} min={0.01} max={1} onChange={(value) => change(() => ({ rate: value }))} />
            <Quantity label={say.lambda} symbol="λ" value={lambda} min={0.01} max={10} onChange={(value) => change(() => ({ lambda: value }))} />
          </div>
        )}
        <DescentPlots scene={scene} problem={problem} trails={trails} lambda={lambda} step={step} steps={descentSteps} />
        <DescentTable scene={scene} problem={problem} trails={trails} lambda={lambda} step={step} />
        <p class="reglab-note">{say.place({ step, steps: descentSteps, lambda: formatNumber(lambda), rate: formatNumber(rate) })} {problem.exact("proximal", lambda).includes(0) ? say.corner : say.noCorner}</p>
        <DecayPlot scene={scene} />
      </div>
    </View>
  );
}
