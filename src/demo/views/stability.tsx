import { useMemo, useRef } from "preact/hooks";
import { formatNumber } from "../../plot/number-format";
import { useWidth } from "../../ui/use-width";
import { halfCount } from "../half-samples";
import { mostFeatures } from "../resampling";
import { useRest, type Scene } from "../scene";
import { correlatedGroups, pairToWatch } from "./correlated-groups";
import { View } from "./panel";
import { createHalfFrames } from "./half-frames";
import { StabilityPanel } from "./stability-panel";
import { stabilityRows, halfDomain } from "./stability-rows";
import { useHalves } from "./use-halves";

/** Which features each penalty keeps in random halves of the rows, and how much their weights change from half to half. */
export function StabilityView({ scene }: { scene: Scene }) {
  const { model, words: { stability: say }, print } = scene;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 310, print);
  const { resampling, halves } = useHalves(scene);
  const groups = useMemo(() => correlatedGroups(model.moments.gram), [model]);
  const rows = useMemo(() => stabilityRows(model, groups), [model, groups]);
  const pair = useMemo(() => pairToWatch(model.moments), [model]);
  const shown = useMemo(() => createHalfFrames(scene, halves), [scene.frames, halves]);
  const domain = useMemo(() => halfDomain(model, halves), [model, halves]);
  if (resampling === null) {
    const reason = model.table.sums ? scene.words.rows.notKept : model.problem === undefined ? say.noRows : model.features.length > mostFeatures ? say.tooMany(mostFeatures) : say.tooFew;
    return <View name="stability" title={say.title}><p class="reglab-note">{reason}</p></View>;
  }
  return (
    <View name="stability" title={say.title} aside={halves === null ? <Progress scene={scene} done={resampling.done()} /> : <AnotherHalf scene={scene} shown={shown} />}>
      <div class="reglab-panels reglab-stability-panels">
        {model.fits.map(({ penalty }, index) => (
          <div key={penalty} ref={index === 0 ? place : null} class="reglab-panel">
            <StabilityPanel scene={scene} index={index} width={width} rows={rows} pair={pair} shown={shown} domain={domain} />
          </div>
        ))}
      </div>
      <p class="reglab-note">
        {say.note({ halves: halfCount, rows: Math.floor(model.rows / 2) })} {groups[0] !== undefined && groups[0].features.length > 1 ? say.grouped : say.noGroups}
        {rows.length < model.features.length && ` ${say.shownOf(rows.length, model.features.length)}`}
      </p>
    </View>
  );
}

function Progress({ scene: { words: { stability: say }, print }, done }: { scene: Scene; done: number }) {
  if (print) return <span class="reglab-half">{say.notDone}</span>;
  return (
    <span class="reglab-half">
      {say.progress(done, halfCount)} <progress max={halfCount} value={done} aria-label={say.progress(done, halfCount)} />
    </span>
  );
}

/** Which single half the hollow marks show; the button takes the next one. */
function AnotherHalf({ scene, shown }: { scene: Scene; shown: ReturnType<typeof createHalfFrames> }) {
  const { words: { stability: say }, print, frames, model } = scene;
  const text = useRef<HTMLSpanElement>(null);
  const heard = useRef<HTMLSpanElement>(null);
  const pair = useMemo(() => pairToWatch(model.moments)?.pair ?? null, [model]);
  const reading = () => say.half(shown.half() + 1, halfCount, shown.seed());
  const write = () => {
    if (text.current !== null) text.current.textContent = reading();
  };
  useRest(frames, write);
  const next = () => {
    shown.next();
    write();
    if (heard.current === null) return;
    const values = model.fits.map(({ penalty }, index) => `${scene.words.penalties[penalty]}: ${(pair ?? []).map((j) => `${model.features[j] ?? ""} ${formatNumber(shown.at(index)?.weights[shown.half()]?.[j] ?? 0)}`).join(", ")}`);
    heard.current.textContent = `${reading()}. ${values.join("; ")}`;
  };
  return (
    <span class="reglab-half">
      <span ref={text} />
      {!print && <button type="button" onClick={next}>{say.another}</button>}
      {!print && <span ref={heard} class="reglab-heard" role="status" />}
    </span>
  );
}
