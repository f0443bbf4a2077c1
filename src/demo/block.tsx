import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { LanguageCode, Words } from "../language/language";
import { ownPresses } from "../ui/own-events";
import type { BlockActions } from "./block-actions";
import type { BlockState } from "./block-state";
import { modelFromMoments } from "./build-model";
import { Controls } from "./controls";
import { createFrames } from "./frames";
import { showMarks } from "./marks";
import type { Model } from "./model";
import { movedOptimum } from "./moved-optimum";
import { playWhileSeen } from "./playing";
import { Remarks } from "./problems";
import type { Scene } from "./scene";
import type { BlockSpec } from "./spec/block-spec";
import { Summary } from "./summary";
import { views } from "./views";

export interface BlockProps {
  /** The element that the block is drawn into; its window runs the frames. */
  readonly el: HTMLElement;
  readonly spec: BlockSpec;
  readonly model: Model;
  readonly state: BlockState;
  readonly words: Words;
  readonly language: LanguageCode;
  /** Sentences about the text of the block that do not keep it from being drawn. */
  readonly remarks: readonly string[];
  /** For paper: drawn once, with nothing to operate. */
  readonly print: boolean;
  readonly actions: BlockActions;
}

/** A drawn `regularization` block: controls, views and a sentence over one λ. */
export function Block({ el, spec, model: given, state, words, language, remarks, print, actions }: BlockProps) {
  const root = useRef<HTMLDivElement>(null);
  const { optimum, playing } = useRendered(state);
  const model = useMemo(() => withOptimum(given, optimum), [given, optimum]);
  const frames = useMemo(() => createFrames(model, state, el), [model, state, el]);
  useLayoutEffect(() => () => frames.stop(), [frames]);
  useEffect(() => (print || root.current === null ? undefined : showMarks(root.current, state)), [state, print]);
  useEffect(() => (playing && !print ? playWhileSeen(el, state, model.lambdaRange) : undefined), [playing, print, el, state, model]);

  const data = words.data[spec.data];
  const scene: Scene = {
    spec, model, state, frames, print,
    words: words.demo,
    describe: (feature) => (data.columns as Readonly<Record<string, string>>)[feature],
    movableOptimum: spec.data === "two" && model.features.length === 2,
  };
  const { target, features, rows } = model;
  return (
    <div ref={root} class="reglab-block" lang={language} {...(print ? {} : ownPresses)}>
      <div class="reglab-title" title={data.description}>{words.demo.block({ data: data.name, target, columns: features.length, rows })}</div>
      {!print && <Controls scene={scene} actions={actions} />}
      {spec.views.map((name) => {
        const View = views[name];
        return <View key={name} scene={scene} />;
      })}
      <Summary scene={scene} />
      <Remarks sentences={remarks} />
      {spec.caption !== undefined && <div class="reglab-caption">{spec.caption}</div>}
    </div>
  );
}

/** The values that a change of needs a rendering; λ and marks are written into what is drawn. */
function useRendered(state: BlockState) {
  const [values, setValues] = useState(state.get());
  useLayoutEffect(() => {
    setValues(state.get());
    return state.subscribe((now, before) => {
      if (now.pair !== before.pair || now.optimum !== before.optimum || now.playing !== before.playing) setValues(now);
    });
  }, [state]);
  return values;
}

function withOptimum(model: Model, optimum: readonly [number, number] | null): Model {
  if (optimum === null || model.features.length !== 2) return model;
  const free = model.fits[0]?.weightsAt(0) ?? [0, 0];
  return modelFromMoments(model, movedOptimum(model.moments, optimum, [...free]));
}
