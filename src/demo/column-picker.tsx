import { ownEvents } from "../ui/own-events";
import { chooseTarget, featureEntries, targetEntries, targetEntry, toggleFeature, type ColumnChoice } from "./column-choice";
import type { Scene } from "./scene";

/** Which column is predicted, from which. What is chosen is tried out at once; only *Save view to the note* writes it. */
export function ColumnPicker({ scene: { spec, state, model, words, describe } }: { scene: Scene }) {
  const say = words.columns;
  const target = targetEntry(model);
  const entries = featureEntries(model);
  const count = entries.filter(({ isFeature }) => isFeature).length;
  const choose = (columns: ColumnChoice | null) => state.set({ columns, pair: null, playing: false });
  return (
    <div class="reglab-columns" role="group" aria-label={say.choose} {...ownEvents}>
      <label class="reglab-columns-target">
        {say.target}
        <select class="dropdown reglab-select" data-column="" value={target} onChange={(event) => choose(chooseTarget(state.get().columns, event.currentTarget.value, spec.features))}>
          {[...new Set([target, ...targetEntries(model)])].map((name) => <option key={name} value={name}>{name}</option>)}
        </select>
      </label>
      <fieldset>
        <legend>{say.features({ used: count, all: entries.length })}</legend>
        {entries.map(({ name, isFeature }) => (
          <label key={name} title={describe(name)}>
            <input type="checkbox" data-column={name} checked={isFeature} disabled={isFeature && count === 1} onChange={() => choose(toggleFeature(model, name))} />
            {name}
          </label>
        ))}
      </fieldset>
      <div class="reglab-columns-buttons">
        <button type="button" disabled={count === entries.length} onClick={() => choose({ target, features: entries.map(({ name }) => name) })}>{say.all}</button>
        <button type="button" disabled={state.get().columns === null} onClick={() => choose(null)}>{say.back}</button>
      </div>
    </div>
  );
}
