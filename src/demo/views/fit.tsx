import { useMemo, useRef } from "preact/hooks";
import { formatNumber } from "../../plot/number-format";
import { useWidth } from "../../ui/use-width";
import { useDraw, type Scene } from "../scene";
import { FitPlot } from "./fit-plot";
import { PenaltyKey, View } from "./panel";
import { polynomialOf } from "./polynomial";
import { writeText } from "./write-text";

/** Of the width, in CSS pixels at most: flat enough that the slider stays in sight. */
const [share, highest] = [0.62, 300];

/** Points and the fitted curve of each penalty: wild at λ = 0, calmer as λ grows. Made-up points can be moved. */
export function FitView({ scene }: { scene: Scene }) {
  const { model, state, words: { fit: say }, print } = scene;
  const polynomial = useMemo(() => polynomialOf(model), [model]);
  const movable = !print && model.dataName === "curve" && model.problem !== undefined;
  const isMoved = state.get().points !== null;
  if (polynomial === null) {
    return <View name="fit" title={say.title}><p class="reglab-note">{say.unfit}</p></View>;
  }
  const aside = (
    <span class="reglab-fit-aside">
      {say.degree(Math.max(...polynomial.powers))}
      {movable && <button type="button" class="reglab-jump reglab-put-back" disabled={!isMoved} onClick={() => state.set({ points: null })}>{say.putBack}</button>}
    </span>
  );
  return (
    <View name="fit" title={say.title} aside={aside}>
      <Errors scene={scene} />
      <Sized scene={scene} polynomial={polynomial} movable={movable} />
      <p class="reglab-note">{movable ? `${say.hint} ${say.note}` : say.note}</p>
    </View>
  );
}

function Sized({ scene, ...rest }: { scene: Scene; polynomial: NonNullable<ReturnType<typeof polynomialOf>>; movable: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 620, scene.print);
  return (
    <div ref={place} class="reglab-place">
      <FitPlot scene={scene} width={width} height={scene.spec.height ?? Math.min(highest, width * share)} {...rest} />
    </div>
  );
}

/** Each penalty's training error, and how many powers it keeps; beside it the error without a penalty. */
function Errors({ scene }: { scene: Scene }) {
  const { model, frames, words: { fit: say, weights } } = scene;
  const root = useRef<HTMLDivElement>(null);
  const free = useMemo(() => model.trainingError(model.fits[0]?.weightsAt(0) ?? new Float64Array(model.features.length)), [model]);
  useDraw(frames, ({ solutions }) => {
    solutions.forEach(({ error, kept }, index) => {
      writeText(root.current?.children[index]?.lastElementChild, `${say.error(formatNumber(error))} · ${weights.kept(kept, model.features.length)}`);
    });
  });
  return (
    <div ref={root} class="reglab-keys reglab-fit-errors">
      {model.fits.map(({ penalty }) => <span key={penalty}><PenaltyKey penalty={penalty} scene={scene} /> <span /></span>)}
      {model.fits.every(({ penalty }) => penalty !== "none") && (
        <span>
          <span class="reglab-key reglab-none">
            <svg class="reglab-shape" viewBox="0 0 22 10" width="22" height="10" aria-hidden="true"><line class="reglab-free-sample" x1="1" x2="21" y1="5" y2="5" /></svg>
            {say.unpenalised}
          </span>{" "}
          <span>{say.error(formatNumber(free))}</span>
        </span>
      )}
    </div>
  );
}
