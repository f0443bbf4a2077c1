import { useMemo, useRef } from "preact/hooks";
import { useWidth } from "../../ui/use-width";
import type { Scene } from "../scene";
import { View } from "./panel";
import { ProofPanel } from "./proof-panel";
import { proofDomain, proofRows } from "./proof-rows";

/** Why each weight is what it is: the slope of the loss in it against the bound that holds it, and the duality gap. */
export function ProofView({ scene }: { scene: Scene }) {
  const { model, words, print } = scene;
  const say = words.proof;
  const note = model.loss === "squared" ? say.note : words.classes.proofNote;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 310, print);
  const rows = useMemo(() => proofRows(model), [model]);
  const top = useMemo(() => proofDomain(model), [model]);
  const hasRidge = model.fits.some(({ penalty }) => penalty === "l2" || (penalty === "elastic-net" && model.mix < 1));
  return (
    <View name="proof" title={say.title}>
      <div class="reglab-panels reglab-proof-panels">
        {model.fits.map(({ penalty }, index) => (
          <div key={penalty} ref={index === 0 ? place : null} class="reglab-panel">
            <ProofPanel scene={scene} index={index} width={width} rows={rows} top={top} />
          </div>
        ))}
      </div>
      <p class="reglab-note">{hasRidge ? `${note} ${say.noteRidge}` : note}</p>
    </View>
  );
}
