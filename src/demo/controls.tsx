import { useRef } from "preact/hooks";
import { logTicks } from "../plot/log-ticks";
import { formatNumber } from "../plot/number-format";
import { Icon, type IconName } from "../ui/icon";
import { NumberBox } from "../ui/number-box";
import { ownEvents } from "../ui/own-events";
import { showOnRange } from "../ui/stop-range";
import { StopSlider } from "../ui/stop-slider";
import type { BlockActions, MenuEntry } from "./block-actions";
import { formatLambda } from "./format-lambda";
import { exportEntries } from "./menu-entries";
import { moveLambda, useDraw, type Scene } from "./scene";

/** As many as stay apart on a phone. */
const tickCount = 5;

/** Play, the λ slider with its number, saving, reset and the menu. */
export function Controls({ scene, actions }: { scene: Scene; actions: BlockActions | null }) {
  const { state, frames, words, model: { lambdaRange } } = scene;
  const say = words.controls;
  const slider = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const { min, max, initial } = lambdaRange;

  const showNumber = () => {
    if (box.current !== null) box.current.value = String(state.get().lambda);
  };
  useDraw(frames, ({ lambda }) => {
    if (slider.current !== null) showOnRange(slider.current, { value: lambda, min, max, text: words.lambdaIs(formatLambda(lambda)) });
    if (box.current !== null && box.current !== box.current.ownerDocument.activeElement) showNumber();
    bar.current?.classList.toggle("is-moved", lambda !== initial);
  });
  const type = (lambda: number) => {
    state.set({ lambda, playing: false });
    showNumber();
  };
  const { playing } = state.get();
  return (
    <div ref={bar} class="reglab-controls" {...ownEvents}>
      <IconButton icon={playing ? "pause" : "play"} label={playing ? say.pause : say.play} onPress={() => state.set({ playing: !playing })} />
      <StopSlider
        label={say.lambda}
        min={min}
        max={max}
        ticks={logTicks(min, max, tickCount)}
        formatTick={(value) => formatNumber(value)}
        mark={initial}
        input={slider}
        onMove={(lambda) => moveLambda(state, lambda)}
      />
      <label class="reglab-lambda">
        <span aria-hidden="true">λ =</span>
        <NumberBox label={say.lambdaNumber} input={box} onChange={type} onRefuse={showNumber} />
      </label>
      {actions !== null && <MoreControls scene={scene} actions={actions} />}
    </div>
  );
}

/** Saving, reset and the menu. */
function MoreControls({ scene, actions }: { scene: Scene; actions: BlockActions }) {
  const { state, words: { controls: say, menu }, spec, model: { lambdaRange: { initial } } } = scene;
  const save = () => actions.saveLambda(state.get().lambda);
  const reset = () =>
    state.set({ lambda: initial, match: spec.match, hidden: [], pair: null, optimum: null, points: null, aim: null, guess: null, playing: false, columns: null });
  // Where the block is narrow, saving and reset are only here.
  const entries = (block: HTMLElement): MenuEntry[] => [
    { title: say.saveLong, icon: "save", run: save },
    { title: say.saveView, icon: "save-all", run: () => actions.saveView() },
    { title: say.reset, icon: "rotate-ccw", run: reset },
    { title: menu.openInLab, icon: "chart-spline", run: () => actions.openInLab() },
    ...exportEntries({ scene, actions, block }),
  ];
  return (
    <>
      <button type="button" class="reglab-save" title={say.saveLong} onClick={save}>{say.save}</button>
      <IconButton icon="reset" label={say.reset} onPress={reset} />
      <IconButton icon="more" label={say.more} onPress={(event) => actions.showMenu(event, entries(blockOf(event)))} />
    </>
  );
}

/** The drawn block that a press belongs to. */
function blockOf({ currentTarget }: MouseEvent): HTMLElement {
  const button = currentTarget as HTMLElement;
  return button.closest<HTMLElement>(".reglab-block") ?? button;
}

function IconButton({ icon, label, onPress }: { icon: IconName; label: string; onPress: (event: MouseEvent) => void }) {
  return (
    <button type="button" class={`clickable-icon reglab-icon-button reglab-${icon}`} aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}
