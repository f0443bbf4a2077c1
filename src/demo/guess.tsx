import { ownEvents } from "../ui/own-events";
import { formatLambda } from "./format-lambda";
import type { Model, PenaltyFit } from "./model";
import type { Scene } from "./scene";
import { zeroPoints } from "./views/zero-points";

/** More names than these are no question but a search. */
const mostNames = 12;

/** The weights that a penalty sets to zero as λ grows, the first one first, each once. */
export interface Zeros {
  readonly fit: PenaltyFit;
  readonly order: readonly { readonly name: string; readonly lambda: number }[];
}

/** Of the first penalty that makes zeros; null where none does, so that there is nothing to guess. */
export function zerosOf({ fits, features }: Model): Zeros | null {
  for (const fit of fits) {
    const seen = new Set<number>();
    const order = zeroPoints(fit).flatMap(({ feature, lambda }) => {
      if (seen.has(feature)) return [];
      seen.add(feature);
      return [{ name: features[feature] ?? "", lambda }];
    });
    if (order.length > 1) return { fit, order };
  }
  return null;
}

/** Guess first: the views come once someone has answered, or would rather see. */
export function Guess({ scene: { state, words }, zeros }: { scene: Scene; zeros: Zeros }) {
  const say = words.guess;
  // Those that go first and last; the order must not give the answer away.
  const { order } = zeros;
  const names = (order.length <= mostNames ? order : [...order.slice(0, mostNames / 2), ...order.slice(-mostNames / 2)]).map(({ name }) => name).sort((a, b) => a.localeCompare(b));
  return (
    <div class="reglab-guess" role="group" aria-label={say.question(words.penalties[zeros.fit.penalty])} {...ownEvents}>
      <p>{say.question(words.penalties[zeros.fit.penalty])}</p>
      <div class="reglab-toggles">
        {names.map((name) => <button key={name} type="button" onClick={() => state.set({ guess: name })}>{name}</button>)}
        <button type="button" class="reglab-guess-skip" onClick={() => state.set({ guess: "" })}>{say.skip}</button>
      </div>
    </div>
  );
}

/** What became of the guess, in words. */
export function guessResult({ words }: Scene, { order }: Zeros, guess: string): string {
  const [first] = order;
  const own = order.find(({ name }) => name === guess);
  if (first === undefined || own === undefined) return "";
  const answer = { name: first.name, lambda: formatLambda(first.lambda) };
  return own === first ? words.guess.right(answer) : words.guess.wrong({ ...answer, guess, later: formatLambda(own.lambda) });
}
