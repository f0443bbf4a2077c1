import { useRef } from "preact/hooks";
import { formatNumber } from "../../plot/number-format";
import { useWidth } from "../../ui/use-width";
import { type DescentMethod, objectiveOf } from "../deep/descent";
import type { DescentProblem } from "../deep/descent-problem";
import type { Stage } from "../scene";
import { methodLook } from "./method-look";
import { LinePlot } from "./line-plot";

export interface Descents {
  readonly scene: Stage;
  readonly problem: DescentProblem;
  readonly trails: readonly { readonly method: DescentMethod; readonly trail: readonly (readonly number[])[] }[];
  readonly lambda: number;
  /** How many steps are shown. */
  readonly step: number;
}

/** What is nearer to the optimum is drawn on the line: beyond it there is only rounding. */
const floor = -14;

/** The weights step by step (two of them in their plane), and how far each objective still is from its exact minimum. */
export function DescentPlots({ scene, problem, trails, lambda, step, steps }: Descents & { readonly steps: number }) {
  const { words: { optimizer: say }, print } = scene;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 300, print);
  const height = Math.min(260, Math.max(190, width * 0.62));
  const shown = trails.map(({ method, trail }) => ({ method, points: trail.slice(0, step + 1) }));
  const exact = problem.exact("proximal", lambda);
  const [first = 0] = exact;
  const isPlane = exact.length === 2;
  /** Methods that are slow end where a name above the line of the optimum would stand. */
  const isLate = shown.some(({ points }) => {
    const ahead = (points.at(-1)?.[0] ?? first) - first;
    return ahead > 0.02 && ahead < 0.3;
  });
  const size = { width, height };
  return (
    <div class="reglab-panels reglab-descents">
      <div ref={place} class="reglab-panel">
        {isPlane ? (
          <LinePlot
            {...size} label={say.plane} x={[-0.6, 1.1]} y={[-0.7, 0.9]} xName="w₁" yName="w₂"
            lines={shown.map(({ method, points }) => ({ class: methodLook[method], points: points.map(([a = 0, b = 0]) => [a, b] as const) }))}
            targets={[{ at: [first, exact[1] ?? 0], name: say.exact, class: methodLook.proximal }, { at: [...problem.exact("l2", lambda)] as [number, number], name: say.exactL2, class: methodLook.l2 }]}
          />
        ) : (
          <LinePlot
            {...size} label={say.weightPlot} x={[0, steps]} y={[-0.4, 1]} xName={say.steps} yName="w"
            lines={shown.map(({ method, points }) => ({ class: methodLook[method], points: points.map(([w = 0], k) => [k, w] as const) }))}
            levels={[{ at: first, name: say.exactIs(formatNumber(first)), below: first < 0.3 || isLate }]}
          />
        )}
      </div>
      <div class="reglab-panel">
        <LinePlot
          {...size} label={say.gapPlot} x={[0, steps]} y={[floor, 1]} xName={say.steps} yName={say.gap} formatY={(power) => (power === 0 ? "1" : `1e${power}`.replace("-", "−"))}
          lines={shown.map(({ method, points }) => ({ class: methodLook[method], points: points.map((w, k) => [k, Math.log10(gapOf(problem, method, lambda, w))] as const) }))}
          levels={[{ at: floor, name: say.reached(formatNumber(objectiveOf("proximal", problem.problem, lambda, exact), 4)) }]}
        />
      </div>
    </div>
  );
}

/** Objective less its exact minimum; rounding must not make it negative. */
export function gapOf({ problem, exact }: DescentProblem, method: DescentMethod, lambda: number, w: readonly number[]): number {
  return Math.max(0, objectiveOf(method, problem, lambda, w) - objectiveOf(method, problem, lambda, exact(method, lambda)));
}
