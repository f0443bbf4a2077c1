import type { JobHost } from "../compute/job-host";
import type { LanguageCode, Words } from "../language/language";
import { ownPresses } from "../ui/own-events";
import type { BlockState } from "./block-state";
import { Remarks } from "./problems";
import type { Stage } from "./scene";
import type { BlockSpec } from "./spec/block-spec";
import { NetworkView } from "./views/network";
import { OptimizerView } from "./views/optimizer";

export interface OwnDataBlockProps {
  readonly spec: BlockSpec;
  readonly state: BlockState;
  readonly words: Words;
  readonly language: LanguageCode;
  readonly remarks: readonly string[];
  readonly print: boolean;
  readonly host: JobHost;
}

/** A block without a table to fit: its views have their own data and their own controls. */
export function OwnDataBlock({ spec, state, words, language, remarks, print, host }: OwnDataBlockProps) {
  const stage: Stage = { spec, state, words: words.demo, print, host };
  return (
    <div class="reglab-block" lang={language} {...(print ? {} : ownPresses)}>
      {spec.views.map((name) => (name === "network" ? <NetworkView key={name} scene={stage} /> : <OptimizerView key={name} scene={stage} />))}
      <Remarks sentences={remarks} />
      {spec.caption !== undefined && <div class="reglab-caption">{spec.caption}</div>}
    </div>
  );
}
