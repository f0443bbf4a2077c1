import { useMemo, useRef } from "preact/hooks";
import { halfCount } from "./half-samples";
import { emptyHalfWeights, halfWeightsAt } from "./half-weights";
import type { Model } from "./model";
import { useRest, type Scene } from "./scene";
import { percent } from "./views/percent";
import { useHalves } from "./views/use-halves";

/** More are not read in a sentence. */
const mostNamed = 8;
/** What is kept less often than this is kept by chance. */
const seldom = 0.05;

/** Multiplications that are nobody's pause when they are done between frames. */
const mostWork = 1e9;

/** Whether the halves of these rows are done before long. */
export function isResampled({ problem, features }: Model): boolean {
  return problem !== undefined && halfCount * problem.y.length * features.length ** 2 <= mostWork;
}

/** Under a block on data of the reader's own: how often random halves of the rows keep each feature, where the first penalty keeps only some. */
export function KeptShares({ scene }: { scene: Scene }) {
  const { model, frames, words } = scene;
  const { halves, resampling } = useHalves(scene);
  const line = useRef<HTMLParagraphElement>(null);
  const index = model.fits.findIndex(({ penalty }) => penalty === "l1" || penalty === "elastic-net");
  const out = useMemo(() => emptyHalfWeights(model.features.length, halves?.length ?? 0), [model, halves]);
  useRest(frames, ({ solutions }) => {
    const solution = solutions[index];
    if (line.current === null || halves === null || solution === undefined) return;
    const { penalty } = solution.fit;
    const { kept } = halfWeightsAt(halves, penalty, solution.lambda, out);
    const named = [...kept.keys()].filter((j) => (kept[j] ?? 0) >= seldom).sort((a, b) => (kept[b] ?? 0) - (kept[a] ?? 0));
    const shares = named.slice(0, mostNamed).map((j) => ({ name: model.features[j] ?? "", share: percent(kept[j] ?? 0) }));
    line.current.textContent = words.stability.keptShares({ halves: halves.length, penalty: words.penalties[penalty], shares, more: named.length - shares.length });
  });
  // The line keeps its place while the halves are fitted.
  return index < 0 || resampling === null ? null : <p ref={line} class="reglab-kept-shares" />;
}
