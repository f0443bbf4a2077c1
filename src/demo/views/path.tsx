import { useMemo, useRef } from "preact/hooks";
import { useWidth } from "../../ui/use-width";
import type { Scene } from "../scene";
import { View } from "./panel";
import { namesThatFit, PathPanel } from "./path-panel";
import { weightDomain } from "./weight-domain";

/** Tall enough for ten labels beside each other's lines. In CSS pixels. */
const defaultHeight = 236;

/** Every weight against λ, one panel per penalty on the same scales, each with the same cursor. */
export function PathView({ scene }: { scene: Scene }) {
  const { model, spec, words, print } = scene;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 310, print);
  const domain = useMemo(() => weightDomain(model), [model]);
  const height = spec.height ?? defaultHeight;
  const named = namesThatFit(height);
  return (
    <View name="path" title={words.path.title}>
      <div class="reglab-panels">
        {model.fits.map(({ penalty }, index) => (
          <div key={penalty} ref={index === 0 ? place : null} class="reglab-panel">
            <PathPanel scene={scene} index={index} width={width} height={height} domain={domain} />
          </div>
        ))}
      </div>
      {model.features.length > named && <p class="reglab-note">{words.path.named(named, model.features.length)}</p>}
    </View>
  );
}
