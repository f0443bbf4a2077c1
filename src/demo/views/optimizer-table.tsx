import { formatNumber } from "../../plot/number-format";
import { Formula } from "../../ui/formula";
import type { DescentMethod } from "../deep/descent";
import { methodLook } from "./method-look";
import { type Descents, gapOf } from "./optimizer-plots";

/** One step of each, ∇ being the slope of the MSE and S_t the soft threshold at t. */
const rules: Record<DescentMethod, string> = {
  subgradient: "w \\leftarrow w - \\eta\\,(\\nabla + \\lambda\\,\\mathrm{sign}\\,w)",
  proximal: "w \\leftarrow S_{\\eta\\lambda}(w - \\eta\\nabla)",
  coordinate: "w_j \\leftarrow S_{\\lambda/2}\\bigl(w_j - \\tfrac12\\nabla_{\\!j}\\bigr)",
  l2: "w \\leftarrow w - \\eta\\,(\\nabla + 2\\lambda w)",
};

/** In numbers what the plots show at the step shown: it is also what is read out. */
export function DescentTable({ scene, problem, trails, lambda, step }: Descents) {
  const { words: { optimizer: say } } = scene;
  return (
    <div class="reglab-table-place" tabIndex={0} role="group" aria-label={say.table}>
      <table class="reglab-figures reglab-steps" role="table">
        <thead><tr><th scope="col">{say.rule}</th><th scope="col">{say.now}</th><th scope="col">{say.exact}</th><th scope="col">{say.gap}</th></tr></thead>
        <tbody>
          {trails.map(({ method, trail }) => {
            const strayed = step >= trail.length;
            const w = trail[Math.min(step, trail.length - 1)] ?? [];
            return (
              <tr key={method} role="row" class={methodLook[method]} data-method={method}>
                <th scope="row"><span class="reglab-key">{say.methods[method]}</span><div><Formula tex={rules[method]} /></div></th>
                {strayed ? <td colSpan={3}>{say.strays}</td> : (
                  <>
                    <td class="reglab-now" data-label={say.now}>{w.map((weight) => (weight === 0 ? `0 ${say.exactZero}` : formatNumber(weight))).join(", ")}</td>
                    <td data-label={say.exact}>{[...problem.exact(method, lambda)].map((weight) => formatNumber(weight)).join(", ")}</td>
                    <td data-label={say.gap}>{formatNumber(gapOf(problem, method, lambda, w), 2)}</td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
