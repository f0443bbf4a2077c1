import { useMemo, useRef } from "preact/hooks";
import { markerPath } from "../../plot/marker";
import { useWidth } from "../../ui/use-width";
import type { Scene } from "../scene";
import { fateShape } from "./fate-shape";
import { InterpretPanel } from "./interpret-panel";
import { View } from "./panel";
import { fates } from "./truth-count";
import { weightDomain } from "./weight-domain";

/** Which features each penalty keeps, held against the true ones where they are known. */
export function InterpretView({ scene }: { scene: Scene }) {
  const { model, words: { interpret: say }, print } = scene;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 310, print);
  const largest = useMemo(() => Math.max(...weightDomain(model).map(Math.abs)), [model]);
  return (
    <View name="interpret" title={say.title} aside={<Legend scene={scene} />}>
      <div class="reglab-panels">
        {model.fits.map(({ penalty }, index) => (
          <div key={penalty} ref={index === 0 ? place : null} class="reglab-panel">
            <InterpretPanel scene={scene} index={index} width={width} largest={largest} />
          </div>
        ))}
      </div>
      <p class="reglab-note">{model.truth === null ? say.unknown : say.known}</p>
    </View>
  );
}

function Legend({ scene: { model, words: { interpret: say } } }: { scene: Scene }) {
  const shown = model.truth === null ? (["found", "left out"] as const) : ([...fates].reverse() as readonly (typeof fates)[number][]);
  const name = { found: model.truth === null ? say.kept : say.found, missed: say.missed, false: say.false, "left out": model.truth === null ? say.zero : say.leftOut };
  return (
    <span class="reglab-keys reglab-fates">
      {shown.map((fate) => (
        <span key={fate}>
          <svg class="reglab-shape" viewBox="-7 -7 14 14" width="13" height="13" aria-hidden="true">
            <path class={`reglab-fate ${fateShape(fate, "circle", 4.2).class}`} d={fate === "found" ? markerPath("circle", 4.2) : fateShape(fate, "circle", 4.2).path} />
          </svg>
          {name[fate]}
        </span>
      ))}
    </span>
  );
}
