import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { JobHost } from "../compute/job-host";
import { describeColumn } from "../language/column-words";
import type { LanguageCode, Words } from "../language/language";
import type { PenaltyName } from "../regression/note-objective";
import { Icon } from "../ui/icon";
import { ownPresses } from "../ui/own-events";
import type { BlockActions } from "./block-actions";
import type { BlockState } from "./block-state";
import { modelFromMoments } from "./build-model";
import type { ClassProblem } from "./classes/class-problem";
import { ColumnPicker } from "./column-picker";
import { Comparison } from "./comparison";
import { Controls } from "./controls";
import { createFrames } from "./frames";
import { showMarks } from "./marks";
import { isTuned } from "./match";
import type { Model } from "./model";
import { isResampled, KeptShares } from "./kept-shares";
import { Guess, guessResult, zerosOf } from "./guess";
import { movedOptimum } from "./moved-optimum";
import { withMovedPoints } from "./moved-points";
import { playWhileSeen } from "./playing";
import { Remarks } from "./problems";
import type { Scene } from "./scene";
import type { BlockSpec } from "./spec/block-spec";
import { Summary } from "./summary";
import { views } from "./views";
import { isUnfit, UnfitView } from "./views/unfit";

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
  readonly host: JobHost;
  /** Null for a figure: of all that a block offers, only λ can be moved. */
  readonly actions: BlockActions | null;
}

/** A drawn `regularization` block: controls, views and a sentence over one λ. */
export function Block({ el, spec, model: given, state, words, language, remarks, print, host, actions }: BlockProps) {
  const root = useRef<HTMLDivElement>(null);
  const { optimum, points, hidden, match, guess, playing, choosing } = useRendered(state);
  const moved = useMemo(() => (points === null ? withOptimum(given, optimum) : withMovedPoints(given, points)), [given, optimum, points]);
  const model = useMemo(() => withoutHidden(moved, hidden), [moved, hidden]);
  const frames = useMemo(() => {
    // Where penalties stand at their tuned λ, the first drawing already needs it.
    if (print || isTuned(state.get().match)) void model.curves.want({ quickOnly: true });
    return createFrames(model, state, el);
  }, [model, state, el, print]);
  useLayoutEffect(() => () => frames.stop(), [frames]);
  const { curves } = model;
  useLayoutEffect(() => () => curves.stop(), [curves]);
  // After the first drawing: the sentence under the block then gets its cross-validated errors.
  useEffect(() => void curves.want({ quickOnly: !isTuned(match) }), [match, curves]);
  useEffect(() => (print || root.current === null ? undefined : showMarks(root.current, state)), [state, print]);
  useEffect(() => (playing && !print ? playWhileSeen(el, state, model.lambdaRange) : undefined), [playing, print, el, state, model]);

  const data = typeof spec.data === "string" ? words.data[spec.data] : { name: model.table.name, description: "", columns: {} };
  const scene: Scene = {
    spec, model, state, frames, print, host,
    words: words.demo,
    describe: (feature) => describeColumn(data, feature),
    openNote: actions?.openNote ?? null,
    movableOptimum: spec.data === "two" && model.features.length === 2,
  };
  const { columns, rows } = model;
  const target = model.classes === undefined ? model.target : words.demo.classes.title(classTitle(model, model.classes, "classes" in data ? data.classes : {}));
  const zeros = useMemo(() => (spec.predict ? zerosOf(given) : null), [spec.predict, given]);
  const asked = zeros !== null && guess === null && !print;
  const result = zeros !== null && guess !== null ? guessResult(scene, zeros, guess) : "";
  return (
    <div ref={root} class="reglab-block" lang={language} {...(print ? {} : ownPresses)}>
      {actions !== null && (
        <div class="reglab-title">
          <span title={data.description}>{words.demo.block({ data: data.name, target, columns: columns.length, rows })}</span>
          {!print && <Chooser scene={scene} />}
        </div>
      )}
      {choosing && !print && actions !== null && <ColumnPicker scene={scene} />}
      {asked && zeros !== null && <Guess scene={scene} zeros={zeros} />}
      {!asked && !print && <Controls scene={scene} actions={actions} />}
      {!asked && !print && actions !== null && spec.penalties.length > 1 && <Comparison scene={scene} />}
      {result !== "" && <p class="reglab-guess-result" role="status">{result}</p>}
      {!asked && spec.views.map((name) => {
        if (isUnfit(name, model.loss)) return <UnfitView key={name} scene={scene} name={name} />;
        const View = views[name];
        return <View key={name} scene={scene} />;
      })}
      {!asked && <Summary scene={scene} />}
      {!asked && !print && model.table.report !== undefined && isResampled(model) && <KeptShares scene={scene} />}
      <Remarks sentences={remarks} />
      {spec.caption !== undefined && <div class="reglab-caption">{spec.caption}</div>}
    </div>
  );
}

/** Opens and closes the choice of columns. */
function Chooser({ scene: { state, words } }: { scene: Scene }) {
  const { choosing } = state.get();
  const label = words.columns.choose;
  return (
    <button type="button" class="clickable-icon reglab-choose" aria-label={label} title={label} aria-expanded={choosing} onClick={() => state.set({ choosing: !choosing })}>
      <Icon name="columns" />
    </button>
  );
}

const rendered = ["pair", "optimum", "points", "aim", "hidden", "match", "guess", "playing", "choosing"] as const;

/** The values that a change of needs a rendering; λ and marks are written into what is drawn. */
function useRendered(state: BlockState) {
  const [values, setValues] = useState(state.get());
  useLayoutEffect(() => {
    setValues(state.get());
    return state.subscribe((now, before) => {
      if (rendered.some((key) => now[key] !== before[key])) setValues(now);
    });
  }, [state]);
  return values;
}

/** At least one penalty stays. */
function withoutHidden(model: Model, hidden: readonly PenaltyName[]): Model {
  const fits = model.fits.filter(({ penalty }) => !hidden.includes(penalty));
  return fits.length === model.fits.length || fits.length === 0 ? model : { ...model, fits };
}

function withOptimum(model: Model, optimum: readonly [number, number] | null): Model {
  if (optimum === null || model.features.length !== 2) return model;
  const free = model.fits[0]?.weightsAt(0) ?? [0, 0];
  return modelFromMoments(model, movedOptimum(model.moments, optimum, [...free]));
}

/** The classes in words where the data come with them, and whether they say what is predicted. */
function classTitle({ target }: Model, { names }: ClassProblem, words: Readonly<Record<string, string>>) {
  return { target, names: names.map((name) => words[name] ?? name), isNamed: names.includes(target) };
}
