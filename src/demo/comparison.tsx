import { matches, type Match } from "./match";
import { Shape } from "./views/panel";
import { penaltyLook } from "./penalty-look";
import type { Scene } from "./scene";
import { ownEvents } from "../ui/own-events";
import type { PenaltyName } from "../regression/note-objective";

/** Which penalties are shown, and what is held equal between them. */
export function Comparison({ scene: { spec, state, words } }: { scene: Scene }) {
  const { hidden, match } = state.get();
  const toggle = (penalty: PenaltyName) => {
    const next = hidden.includes(penalty) ? hidden.filter((other) => other !== penalty) : [...hidden, penalty];
    if (next.length < spec.penalties.length) state.set({ hidden: next });
  };
  return (
    <div class="reglab-comparison" {...ownEvents}>
      <span class="reglab-toggles">
        {spec.penalties.map((penalty) => (
          <button
            key={penalty}
            type="button"
            class={`reglab-toggle ${penaltyLook[penalty].class}`}
            aria-pressed={!hidden.includes(penalty)}
            title={words.match.toggle(words.penalties[penalty])}
            onClick={() => toggle(penalty)}
          >
            <Shape penalty={penalty} />
            {words.penalties[penalty]}
          </button>
        ))}
      </span>
      <label class="reglab-match">
        {words.match.label}
        <select
          class="dropdown reglab-select"
          value={match}
          onChange={(event) => state.set({ match: event.currentTarget.value as Match, playing: false })}
        >
          {matches.map((name) => <option key={name} value={name}>{words.match[name]}</option>)}
        </select>
      </label>
    </div>
  );
}
