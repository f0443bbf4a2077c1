import { useMemo, useRef } from "preact/hooks";
import { useWidth } from "../../ui/use-width";
import type { Scene } from "../scene";
import { pairOf } from "./choose-pair";
import { GeometryPanel } from "./geometry-panel";
import { geometryBounds } from "./geometry-bounds";
import { View } from "./panel";

/** Taller than this a panel would not fit a laptop's screen together with the slider. In CSS pixels. */
const largest = 340;

/** For each penalty the loss contours of two features, the ball that the penalty spends, and the solution where they touch. */
export function GeometryView({ scene }: { scene: Scene }) {
  const { model, state, words, print, spec, movableOptimum } = scene;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 310, print);
  const chosen = pairOf(model, state.get().pair);
  const [first, second] = chosen ?? [0, 0];
  const pair = useMemo(() => [first, second] as const, [first, second]);
  // While the optimum is dragged the picture must not zoom: there the bounds do not depend on it.
  const bounds = useMemo(() => geometryBounds(model, pair, movableOptimum), [movableOptimum ? null : model, pair, movableOptimum]);
  if (chosen === null) return <View name="geometry" title={words.geometry.title}><p>{words.geometry.tooFew}</p></View>;

  const others = model.features.length - 2;
  const hint = movableOptimum ? words.geometry.optimumHint : words.geometry.ballHint;
  return (
    <View name="geometry" title={words.geometry.title} aside={others > 0 && <PairChoice scene={scene} pair={pair} />}>
      <div class="reglab-panels">
        {model.fits.map(({ penalty }, index) => (
          <div key={penalty} ref={index === 0 ? place : null} class="reglab-panel">
            <GeometryPanel
              scene={scene}
              index={index}
              pair={pair}
              bounds={bounds}
              width={width}
              height={spec.height ?? Math.min(width, largest)}
            />
          </div>
        ))}
      </div>
      <div class="reglab-note">
        {words.geometry.note} {others > 0 && words.geometry.notePair(others)} {!print && hint}
      </div>
    </View>
  );
}

function PairChoice({ scene, pair }: { scene: Scene; pair: readonly [number, number] }) {
  const { model, state, words, print } = scene;
  const names = pair.map((feature) => model.features[feature] ?? "") as [string, string];
  if (print) return <span class="reglab-pair">{`${names[0]} ${words.geometry.and} ${names[1]}`}</span>;
  const choose = (at: 0 | 1, name: string) => {
    // Choosing the other axis's feature exchanges the two.
    const changed: [string, string] = name === names[1 - at] ? [names[1], names[0]] : at === 0 ? [name, names[1]] : [names[0], name];
    state.set({ pair: changed });
  };
  const select = (at: 0 | 1) => (
    <select
      class="dropdown reglab-select"
      aria-label={at === 0 ? words.geometry.first : words.geometry.second}
      value={names[at]}
      onChange={(event) => choose(at, event.currentTarget.value)}
    >
      {model.features.map((name) => <option key={name} value={name}>{name}</option>)}
    </select>
  );
  return <span class="reglab-pair">{words.geometry.features} {select(0)} {words.geometry.and} {select(1)}</span>;
}
