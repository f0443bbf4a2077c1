import { useMemo, useRef } from "preact/hooks";
import { useWidth } from "../../ui/use-width";
import { noCurves } from "../curves";
import type { Scene } from "../scene";
import { errorDomain } from "./error-domain";
import { ErrorPanel } from "./error-panel";
import { View } from "./panel";
import { useCurves } from "./use-curves";

/** Room for the curves and two lines of labels above them. In CSS pixels. */
const defaultHeight = 236;

/** Training and cross-validated error against λ, one panel per penalty on the same scales: each penalty has its own best λ. */
export function ErrorView({ scene }: { scene: Scene }) {
  const { model, spec, words, print } = scene;
  const say = words.error;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 310, print);
  const curveOf = useCurves(scene);
  const curves = model.fits.map(({ penalty }) => curveOf(penalty));
  const domain = useMemo(() => errorDomain(model, curves), [model, ...curves]);
  const key = (
    <div class="reglab-keys reglab-error-keys">
      <span><Sample kind="validated" /> {say.validatedKey}</span>
      <span><Sample kind="training" /> {say.training}</span>
      {model.held !== undefined && <span><Sample kind="test" /> {say.test}</span>}
    </div>
  );
  return (
    <View name="error" title={say.title} aside={key}>
      <div class="reglab-panels">
        {model.fits.map(({ penalty }, index) => (
          <div key={penalty} ref={index === 0 ? place : null} class="reglab-panel">
            <ErrorPanel scene={scene} index={index} curve={curves[index] ?? null} width={width} height={spec.height ?? defaultHeight} domain={domain} />
          </div>
        ))}
      </div>
      <div class="reglab-note">{model.held === undefined ? "" : `${say.heldOut(model.held.rows)} `}{model.curves === noCurves ? say.noRows : model.loss === "squared" ? say.note(spec.folds) : words.classes.errorNote(spec.folds)}</div>
    </View>
  );
}

function Sample({ kind }: { kind: "validated" | "training" | "test" }) {
  return (
    <svg class="reglab-sample" viewBox="0 0 26 12" width="26" height="12" aria-hidden="true">
      {kind === "validated" && <rect class="reglab-band" y="1" width="26" height="10" />}
      <path class={`reglab-${kind}`} d="M0,6H26" />
    </svg>
  );
}
