import { useMemo } from "preact/hooks";
import type { TrainedNetwork } from "../../compute/training-round";
import { largestOf } from "../../network/accuracy";
import { shares } from "../../network/forward";
import { deadCount, filtersOf } from "../../network/layout";
import { type NetworkPenalty, networkPenalties } from "../../network/penalty";
import { storageOf } from "../../network/storage";
import type { Training } from "../../network/training";
import { formatNumber } from "../../plot/number-format";
import { Formula } from "../../ui/formula";
import { ownEvents } from "../../ui/own-events";
import type { Session } from "../deep/session";
import type { Stage } from "../scene";
import { FilterPictures } from "./network-filters";
import { networkRule } from "./network-rule";
import { WeightHistogram } from "./network-histogram";
import { percent } from "./percent";
import { Quantity } from "./quantity";

export interface NetworkPanelProps {
  readonly scene: Stage;
  /** Null on paper. */
  readonly session: Session | null;
  readonly index: number;
  readonly network: Training;
  readonly measured: Omit<TrainedNetwork, "network"> | null;
  /** What has been drawn, 8×8, 0 to 1. */
  readonly pixels: Float64Array;
  readonly removable: boolean;
}

/** Regression's penalties keep their colours. */
const look: Record<NetworkPenalty, string> = { none: "reglab-none", l2: "reglab-l2", decay: "reglab-deep-decay", l1: "reglab-l1", group: "reglab-deep-group", elastic: "reglab-elastic-net" };

/** One network: its penalty, what it is made of, how well it reads. */
export function NetworkPanel({ scene, session, index, network, measured, pixels, removable }: NetworkPanelProps) {
  const { words: { network: say } } = scene;
  const { penalty, architecture, parameters, diverged, optimizer } = network;
  const name = say.penalties[penalty.kind];
  const filters = useMemo(() => filtersOf(architecture), [architecture]);
  const dead = deadCount(parameters, filters);
  return (
    <div role="group" class={`reglab-network ${look[penalty.kind]}`} aria-label={name} data-penalty={penalty.kind}>
      <div class="reglab-network-head" {...ownEvents}>
        {session === null ? <b class="reglab-key">{name}{penalty.kind !== "none" && `, λ = ${formatNumber(penalty.lambda)}`}</b> : <select class="dropdown reglab-select" aria-label={say.penalty(index + 1)} value={penalty.kind} onChange={(event) => session.setPenalty(index, { kind: event.currentTarget.value as NetworkPenalty })}>
          {networkPenalties.map((kind) => <option key={kind} value={kind}>{say.penalties[kind]}</option>)}
        </select>}
        {removable && session && <button type="button" class="clickable-icon reglab-remove" aria-label={say.remove(name)} title={say.remove(name)} onClick={() => session.remove(index)}>×</button>}
        {penalty.kind !== "none" && session && <Quantity label={say.lambda(name)} symbol="λ" value={penalty.lambda} min={0.0001} max={10} onChange={(lambda) => session.setPenalty(index, { lambda })} />}
      </div>
      <div class="reglab-rule"><Formula tex={networkRule(penalty.kind, optimizer.name)} /></div>
      {diverged ? <p class="reglab-diverged" role="alert">{say.diverged}</p> : (
        <>
          <FilterPictures scene={scene} filters={filters} parameters={parameters} />
          <WeightHistogram scene={scene} network={network} />
          <dl class="reglab-facts">
            <dt>{say.accuracy}</dt>
            <dd class="reglab-accuracy">{`${percent(measured?.trainingAccuracy ?? NaN, 1)} / ${percent(measured?.testAccuracy ?? NaN, 1)}`}</dd>
            <dt>{say.dead}</dt>
            <dd class="reglab-dead-count">{say.of(dead, filters.length)}</dd>
            <Bytes scene={scene} network={network} />
            {session && <dt>{say.reads}</dt>}
            {session && <dd class="reglab-answer"><Answer scene={scene} network={network} pixels={pixels} /></dd>}
          </dl>
        </>
      )}
    </div>
  );
}

function Bytes({ scene: { words: { network: say } }, network: { architecture, parameters } }: Pick<NetworkPanelProps, "scene" | "network">) {
  const { dense, sparse, filters } = storageOf(architecture, parameters);
  return (
    <>
      <dt>{say.dense}</dt>
      <dd>{say.bytes(dense)}</dd>
      <dt>{say.sparse}</dt>
      <dd class={sparse < dense ? "is-smaller" : ""}>{say.bytes(sparse)}</dd>
      <dt>{say.whole}</dt>
      <dd class={filters < dense ? "is-smaller" : ""}>{say.bytes(filters)}</dd>
    </>
  );
}

function Answer({ scene: { words: { network: say } }, network: { architecture, parameters }, pixels }: Pick<NetworkPanelProps, "scene" | "network" | "pixels">) {
  if (pixels.every((pixel) => pixel === 0)) return <>{say.nothingDrawn}</>;
  const given = shares(architecture, parameters, pixels);
  const digit = largestOf(given);
  const share = given[digit] ?? NaN;
  if (!Number.isFinite(share)) return <>{say.nothingDrawn}</>;
  return <><b>{digit}</b>{` (${formatNumber(Math.round(share * 100))}%)`}</>;
}
