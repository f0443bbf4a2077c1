import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { liveTraining } from "../../compute/live-training";
import { optimizerNames, type OptimizerName } from "../../network/optimizer";
import { ownEvents } from "../../ui/own-events";
import { wantsCalm } from "../../ui/wants-calm";
import { watchSeen } from "../../ui/watch-seen";
import { windowOf } from "../../ui/window-of";
import { blankDrawing, type Drawing, pixelsOf } from "../deep/drawing";
import type { BlockState } from "../block-state";
import { side } from "../deep/digit-examples";
import { filterCount, filterSize, mostNetworks, stepsPerEpoch, testDigits, trainingDigits } from "../deep/networks";
import { createSession, type Session, type SessionState } from "../deep/session";
import type { Stage } from "../scene";
import { DrawDigit } from "./network-drawing";
import { NetworkPanel } from "./network-panel";
import { networkSentence } from "./network-sentence";
import { View } from "./panel";
import { Quantity } from "./quantity";

/** Milliseconds from round to round: often enough to look alive, seldom enough to leave the device cool. Slower where less motion is asked for. */
const [pace, calmPace] = [80, 1000];

/** Small networks trained live on the digits, each under its own penalty. */
export function NetworkView({ scene }: { scene: Stage }) {
  const { print } = scene;
  if (print) return <PrintedNetworks scene={scene} />;
  return <LiveNetworks scene={scene} />;
}

/** Sessions outlive their elements, which the editor takes away at will. */
const kept = new WeakMap<BlockState, { readonly seed: number; readonly state: SessionState }>();
const keptOf = ({ state, spec }: Stage) => {
  const found = kept.get(state);
  return found?.seed === spec.seed ? found.state : undefined;
};

function PrintedNetworks({ scene }: { scene: Stage }) {
  const { words: { network: say } } = scene;
  const state = keptOf(scene);
  return (
    <View name="network" title={say.title} aside={state && <span class="reglab-panel-note">{say.epoch(Math.floor(state.steps / stepsPerEpoch))}</span>}>
      {state === undefined ? <p class="reglab-note">{say.onPaper}</p> : (
        <>
          <div class="reglab-networks">
            {state.networks.map((network, index) => <NetworkPanel key={index} scene={scene} session={null} index={index} network={network} measured={state.measured[index] ?? null} pixels={blank} removable={false} />)}
          </div>
          <p>{networkSentence(scene, state)}</p>
        </>
      )}
    </View>
  );
}

const blank = new Float64Array(side * side);

function LiveNetworks({ scene }: { scene: Stage }) {
  const { words: { network: say } } = scene;
  const root = useRef<HTMLDivElement>(null);
  const session = useSession(scene, root);
  const state = useSessionState(session);
  const [drawing, setDrawing] = useState<Drawing | Float64Array>(blankDrawing);
  const pixels = useMemo(() => (drawing instanceof Float64Array ? drawing : pixelsOf(drawing)), [drawing]);
  const optimizer = state.networks[0]?.optimizer ?? { name: "adam" as const, rate: 0 };
  const sentence = networkSentence(scene, state);
  return (
    <View name="network" title={say.title} aside={<span class="reglab-panel-note">{say.epoch(Math.floor(state.steps / stepsPerEpoch))}</span>}>
      <div ref={root}>
        <div class="reglab-deep" {...ownEvents}>
          <button type="button" class="reglab-network-run" onClick={() => session.run(!state.running)}>{state.running ? say.pause : say.train}</button>
          <button type="button" onClick={() => session.reset()}>{say.reset}</button>
          <label>{say.optimizer} <select class="dropdown reglab-select" value={optimizer.name} onChange={(event) => session.setOptimizer({ name: event.currentTarget.value as OptimizerName })}>
            {optimizerNames.map((name) => <option key={name} value={name}>{say.optimizers[name]}</option>)}
          </select></label>
          <Quantity label={say.rate} symbol="η" value={optimizer.rate} min={0.0001} max={10} onChange={(rate) => session.setOptimizer({ rate })} />
          {state.networks.length < mostNetworks && <button type="button" onClick={() => session.add()}>{say.add}</button>}
        </div>
        <div class="reglab-networks">
          {state.networks.map((network, index) => (
            <NetworkPanel key={index} scene={scene} session={session} index={index} network={network} measured={state.measured[index] ?? null} pixels={pixels} removable={state.networks.length > 1} />
          ))}
        </div>
        <DrawDigit scene={scene} pixels={pixels} onDraw={setDrawing} />
        <p class="reglab-network-sentence">{sentence}</p>
        <p class="reglab-heard" role="status">{state.running ? "" : sentence}</p>
        <p class="reglab-note">{say.note({ training: trainingDigits, test: testDigits, filters: filterCount, size: filterSize })} {say.strengths}</p>
      </div>
    </View>
  );
}

function useSession(scene: Stage, root: { readonly current: HTMLElement | null }): Session {
  const { host, state, spec: { seed, mix } } = scene;
  const session = useMemo(() => {
    const nextTurn = () => {
      const win = root.current === null ? window : windowOf(root.current);
      const calm = wantsCalm(win);
      // A frame comes only while the window is seen.
      return new Promise<void>((resolve) => win.setTimeout(() => win.requestAnimationFrame(() => resolve()), calm ? calmPace : pace));
    };
    return createSession({ live: liveTraining(host), seed, mix, from: keptOf(scene), steps: stepsPerEpoch / 2, nextTurn });
  }, [host, seed, mix, state]);
  useLayoutEffect(() => {
    const el = root.current;
    if (el === null) return;
    const unwatch = watchSeen(el, (seen) => session.see(seen));
    session.subscribe((now) => kept.set(state, { seed, state: { ...now, running: false } }));
    return () => {
      unwatch();
      session.end();
    };
  }, [session, state, seed]);
  return session;
}

function useSessionState(session: Session): SessionState {
  const [state, setState] = useState(() => session.get());
  useLayoutEffect(() => {
    setState(session.get());
    return session.subscribe(setState);
  }, [session]);
  return state;
}

