import type { LiveTraining } from "../../compute/live-training";
import type { TrainedNetwork } from "../../compute/training-round";
import type { Optimizer } from "../../network/optimizer";
import type { NetworkPenalty, Penalty } from "../../network/penalty";
import { beginTraining, type Training } from "../../network/training";
import { digitExamples } from "./digit-examples";
import { batch, mostEpochs, smallNetwork, stepsPerEpoch, usualLambda, usualPenalties, usualRate } from "./networks";

export interface SessionState {
  readonly networks: readonly Training[];
  /** What the last round measured; null before the first. */
  readonly measured: readonly (Omit<TrainedNetwork, "network"> | null)[];
  /** Mini-batches taken. */
  readonly steps: number;
  readonly running: boolean;
}

/** Networks that begin at the same weights and see the same mini-batches, each with its own penalty. */
export interface Session {
  get(): SessionState;
  subscribe(listener: (now: SessionState, before: SessionState) => void): () => void;
  run(running: boolean): void;
  /** While it is not seen, nothing is trained. */
  see(seen: boolean): void;
  /** From the seed again. */
  reset(): void;
  /** Without a reset: the weights stay and go on from where they are. */
  setPenalty(index: number, change: Partial<Penalty>): void;
  /** Another method begins anew; another step size does not. */
  setOptimizer(change: Partial<Optimizer>): void;
  add(): void;
  remove(index: number): void;
  end(): void;
}

export interface SessionOptions {
  readonly live: LiveTraining;
  readonly seed: number;
  readonly mix: number;
  /** Where an earlier session ended; absent: begin at the seed. */
  readonly from?: SessionState | undefined;
  /** Mini-batches in a round. */
  readonly steps: number;
  /** Resolves when the next round may be asked for. */
  readonly nextTurn: () => Promise<void>;
}

export function createSession({ live, seed, mix, from, steps, nextTurn }: SessionOptions): Session {
  const begin = (penalty: Penalty, optimizer: Optimizer) => beginTraining({ architecture: smallNetwork, penalty, optimizer, seed });
  const fresh = (penalties: readonly Penalty[], optimizer: Optimizer): SessionState => ({
    networks: penalties.map((penalty) => begin(penalty, optimizer)), measured: penalties.map(() => null), steps: 0, running: false,
  });
  const penaltyOf = (kind: NetworkPenalty): Penalty => ({ kind, lambda: usualLambda[kind], mix });
  let state = from ?? fresh(usualPenalties.map(penaltyOf), { name: "adam", rate: usualRate.adam });
  let seen = true;
  /** Counts what makes a round under way worthless. */
  let version = 0;
  let looping = false;
  const listeners = new Set<(now: SessionState, before: SessionState) => void>();
  const set = (change: Partial<SessionState>) => {
    const before = state;
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener(state, before);
  };
  const interrupt = () => {
    version += 1;
    live.end();
  };
  const optimizerNow = (): Optimizer => state.networks[0]?.optimizer ?? { name: "adam", rate: usualRate.adam };
  const restart = (penalties: readonly Penalty[], optimizer: Optimizer) => {
    const { running } = state;
    interrupt();
    set({ ...fresh(penalties, optimizer), running });
    void loop();
  };

  async function loop(): Promise<void> {
    if (looping) return;
    looping = true;
    while (state.running && seen) {
      const begun = version;
      const results = await live.run({ networks: state.networks, ...digitExamples(), batch, steps }).catch(() => null);
      if (begun === version && results !== null) take(results);
      // A round that fails of itself would fail again.
      else if (begun === version) set({ running: false });
      await nextTurn();
    }
    looping = false;
  }
  function take(results: readonly TrainedNetwork[]): void {
    const done = state.steps + steps;
    const settled = results.every(({ network }) => network.diverged);
    set({
      // What was moved during the round holds for the next.
      networks: results.map(({ network }, index) => ({ ...network, penalty: state.networks[index]?.penalty ?? network.penalty, optimizer: optimizerNow() })),
      measured: results,
      steps: done,
      ...(settled || done >= mostEpochs * stepsPerEpoch ? { running: false } : {}),
    });
  }
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run(running) {
      if (running === state.running) return;
      if (!running) interrupt();
      set({ running });
      void loop();
    },
    see(now) {
      if (seen && !now && state.running) interrupt();
      seen = now;
      void loop();
    },
    reset: () => restart(state.networks.map(({ penalty }) => penalty), optimizerNow()),
    setPenalty(index, change) {
      const kind = change.kind;
      const networks = state.networks.map((network, at) => (at === index ? { ...network, penalty: { ...network.penalty, ...(kind ? penaltyOf(kind) : {}), ...change } } : network));
      set({ networks });
    },
    setOptimizer(change) {
      const optimizer = { ...optimizerNow(), ...change };
      if (change.name !== undefined) restart(state.networks.map(({ penalty }) => penalty), { ...optimizer, rate: usualRate[change.name] });
      else set({ networks: state.networks.map((network) => ({ ...network, optimizer })) });
    },
    add: () => restart([...state.networks.map(({ penalty }) => penalty), penaltyOf("l2")], optimizerNow()),
    remove(index) {
      interrupt();
      const rest = <T>(list: readonly T[]) => list.filter((_, at) => at !== index);
      set({ networks: rest(state.networks), measured: rest(state.measured) });
      void loop();
    },
    end() {
      interrupt();
      state = { ...state, running: false };
      listeners.clear();
    },
  };
}
