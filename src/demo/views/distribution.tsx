import { useMemo, useRef } from "preact/hooks";
import { useWidth } from "../../ui/use-width";
import type { Scene } from "../scene";
import { DistributionPanel, isLarge } from "./distribution-panel";
import { histogramDomain } from "./histogram-axis";
import { View } from "./panel";

/** In CSS pixels. */
const defaultHeight = 206;

/** A histogram of the weights for each penalty on the same scale, exact zeros in a place of their own. */
export function DistributionView({ scene }: { scene: Scene }) {
  const { model, spec, words: { distribution: say }, print } = scene;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 310, print);
  const { domain, beyond } = useMemo(() => histogramDomain(model), [model]);
  const total = model.features.length;
  const outline = (
    <span class="reglab-keys reglab-outline-key">
      <span>
        <svg class="reglab-sample" viewBox="0 0 22 10" width="22" height="10" aria-hidden="true"><path class="reglab-outline" d="M1,9V2H21V9" /></svg>
        {say.outline}
      </span>
    </span>
  );
  const notes = [say.note, ...(isLarge(total) ? [say.squareRoot] : []), ...(beyond ? [say.beyond] : []), ...(total > model.rows ? [say.notUnique] : [])];
  return (
    <View name="distribution" title={say.title} aside={model.endless ? undefined : outline}>
      <div class="reglab-panels reglab-distribution-panels">
        {model.fits.map(({ penalty }, index) => (
          <div key={penalty} ref={index === 0 ? place : null} class="reglab-panel">
            <DistributionPanel scene={scene} index={index} width={width} height={spec.height ?? defaultHeight} domain={domain} />
          </div>
        ))}
      </div>
      <p class="reglab-note">{notes.join(" ")}</p>
    </View>
  );
}
